using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary>Answers and determinations as a person reads them in a terminal.</summary>
internal static class PlainText
{
    public static void Write(AnswerResult result)
    {
        switch (result)
        {
            case { Answer: { } answer }:
                if (Whose(result) is { } whose)
                {
                    Console.WriteLine(whose);
                    Console.WriteLine();
                }

                Console.WriteLine(answer.Text);
                Console.WriteLine();
                foreach (var source in answer.Citations.GroupBy(cite => (cite.Guide, cite.Section)))
                {
                    Console.WriteLine($"  出处：{source.Key.Guide} {source.Key.Section}");
                }

                break;
            case { Status: AnswerStatus.NeedPlace, Determination: null }:
                Console.WriteLine("各地规定不一样，请用 --place 写出参保地。");
                break;
            case { Status: AnswerStatus.NotFound }:
                Console.WriteLine(result.NoGuideFor is { } place ? $"指南中没有找到；这里没有{place}的指南。" : "指南中没有找到。");
                break;
        }

        Lines("可以这样问", result.Suggestions);
        Lines("可以问", result.Contacts.Select(Line));
        if (result.Determination is { } determination)
        {
            Console.WriteLine();
            Write(determination);
        }
    }

    private static string? Whose(AnswerResult result) =>
        result is { General: true, NoGuideFor: { } place } ? $"这里没有{place}自己的指南。下面是一篇讲全国一般情况的旧文章，只讲去外省住院，办以前请先问参保地。"
        : result.RulesOf is { } home ? $"下面是{home}的规定，别的地方可能不一样。请用 --place 写出参保地。"
        : null;

    public static void Write(Determination it)
    {
        Console.WriteLine($"判定：{OutcomeText(it.Outcome)}{(it.FilingType is { } type ? $"，备案类型：{type}" : "")}");
        if (it.Ask is { } ask)
        {
            Console.WriteLine($"还要知道：{ask.Prompt}（{ask.Fact}）");
            Lines("可选", ask.Options.Select(option => $"{option.Value}  {option.Label}"));
        }

        Lines("材料", it.Documents.Select(document => $"{string.Join(" 或 ", document.AnyOf)}{Note(document.Note)}"));
        Lines("渠道", it.Channels.Select(channel => $"{channel.Name}{Note(channel.Note)}"));
        Lines("时限", new[] { it.ReviewTime?.Text, it.Validity?.Text }.OfType<string>().Concat(it.Change.Concat(it.Deadlines).Select(statement => statement.Text)));
        if (it.Tier is { } tier)
        {
            Lines("待遇", [TierLine(tier)]);
        }

        Lines("结算", it.Settlement.Select(settlement => settlement.Text));
        Lines("更好的办法", it.BetterChoices.Select(choice => choice.Text));
        Lines("提醒", it.Notices.Select(notice => notice.Text));
        Lines("可以问", it.Contacts.Select(Line));
        Lines("指南里对不上的地方（给工作人员看）", it.Contradictions.Select(contradiction => contradiction.Text));
        Lines("依据", it.Citations.Select(Line));
    }

    private static string TierLine(Tier tier) => tier.Label
        + (tier.ExpectedShare is { } share ? $"，预计报销比例 {share:0.##%}" : "")
        + (tier.ExpectedPayment is { } payment ? $"，预计报销 {payment:0.00} 元" : "");

    private static string OutcomeText(Outcome outcome) => outcome switch
    {
        Outcome.File => "需要备案",
        Outcome.Exempt => "不用备案",
        Outcome.ProviderFiles => "由医院办理",
        Outcome.Local => "不算异地",
        Outcome.NotCovered => "指南不包括这种情况",
        Outcome.Unstated => "指南没有写",
        _ => "还差一项",
    };

    private static string Line(Contact contact) =>
        string.Join(" ", new[] { contact.Name, contact.Phone, contact.Address, contact.Hours }.OfType<string>());

    private static string Line(Citation cite) => $"{cite.Guide} {cite.Section}：{cite.Quote}";

    private static string Note(string? note) => note is null ? "" : $"（{note}）";

    private static void Lines(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Console.WriteLine($"{heading}：");
            all.ForEach(line => Console.WriteLine($"  - {line}"));
        }
    }
}
