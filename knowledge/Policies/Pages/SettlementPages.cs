namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>How the money is settled, with the documents, channels and deadlines of each way.</summary>
internal static class SettlementPages
{
    public static void Write(PageWriter page, Policy policy, PageWords words)
    {
        page.Section("结算");
        page.Table("指南没有写。", ["方式", "什么情况", "告诉参保人的话", "指南原文"], policy.Settlements.Select(entry => new[]
        {
            PageWords.Kind(entry.Item.Kind), words.When(entry.When), entry.Item.Text, PageWriter.Quotes(entry.Cites),
        }));
        foreach (var entry in policy.Settlements.Where(entry => entry.Item is not { Documents.Count: 0, Channels.Count: 0, Deadlines.Count: 0 }))
        {
            page.Heading($"{PageWords.Kind(entry.Item.Kind)}：{words.When(entry.When)}");
            RulesPages.Documents(page, entry.Item.Documents, words);
            page.List(
            [
                .. entry.Item.Channels.Select(channel => $"渠道：{channel.Name}。{channel.Note} {PageWriter.Quotes([channel.Cite])}"),
                .. entry.Item.Deadlines.Select(deadline => $"时限：{deadline.Text} {PageWriter.Quotes([deadline.Cite])}"),
            ]);
        }
    }
}
