using System.Globalization;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>One policy as a Markdown page that a policy officer can read against the guide, and sign.</summary>
public static class PolicyPage
{
    private const string Unstated = "指南没有写。";

    private static readonly IReadOnlyList<string> EntryColumns = ["什么情况", "告诉参保人的话", "指南原文"];

    public static string ToMarkdown(Policy policy, FactCatalog facts, PlaceCatalog places)
    {
        var words = new PageWords(policy, facts);
        var page = new PageWriter();
        Head(page, policy, places);
        RulesPages.Write(page, policy, facts, words);

        page.Section("怎么提交和办理渠道");
        page.Table(Unstated, ["什么情况", "怎么提交"], policy.Submissions.Select(entry => new[] { words.When(entry.When), PageWords.Of(entry.Item) }));
        page.Table(Unstated, ["渠道", "方式", "什么情况", "步骤和说明", "指南原文"], policy.Channels.Select(entry => new[]
        {
            entry.Item.Name, PageWords.Kind(entry.Item.Kind), words.When(entry.When), string.Join('\n', entry.Item.Steps.Append(entry.Item.Note).OfType<string>()), PageWriter.Quotes(entry.Cites),
        }));
        Section("审核要多久", policy.ReviewTimes, item => $"{item.Text}（{item.WorkingDays}个工作日）");
        Section("备案管多久", policy.Validities, item => item.Text + Length(item));
        Section("变更、取消和延长", policy.Changes, item => $"{item.Text}（{PageWords.Limits(item)}）");
        Section("时限", policy.Deadlines, item => item.Text);
        SettlementPages.Write(page, policy, words);
        Section("更好的办法", policy.BetterChoices, item => item.Text);
        Section("提醒", policy.Notices, item => item.Statement.Text, "我们的话，不是指南的话");

        page.Section("可以问谁");
        page.Table(Unstated, ["名称", "电话", "地址", "时间", "哪里的参保人", "指南原文"], policy.ContactEntries.Select(entry => new[]
        {
            entry.Contact.Name, entry.Contact.Phone ?? "", entry.Contact.Address ?? "", entry.Contact.Hours ?? "",
            entry.For.Count == 0 ? "全部" : string.Join("、", entry.For.Select(places.FullName)), PageWriter.Quotes([entry.Contact.Cite]),
        }));
        FormPages.Write(page, policy);
        ReviewPages.Write(page, policy, words);
        return page.ToString();

        void Section<T>(string title, IReadOnlyList<Entry<T>> entries, Func<T, string> text, string uncited = "")
        {
            page.Section(title);
            page.Table(Unstated, EntryColumns, entries.Select(entry => new[]
            {
                words.When(entry.When), text(entry.Item), entry.Cites.Count > 0 ? PageWriter.Quotes(entry.Cites) : uncited,
            }));
        }
    }

    private static void Head(PageWriter page, Policy policy, PlaceCatalog places)
    {
        var guide = policy.Guide;
        page.Title($"《{guide.Title}》政策规则审阅单");
        page.List(
        [
            $"政策编号：{policy.Id}",
            $"指南：《{guide.Title}》{(guide.TitleIsOurs ? "（原文没有标题，这是我们起的）" : "")}，原件 guides/sources/{guide.Source}",
            $"发布者：{guide.Publisher}",
            $"险种：{PageWords.Kind(policy.Scheme)}",
            $"参保地：{(policy.Insured.Count == 0 ? "全国" : string.Join("、", policy.Insured.Select(code => $"{places.FullName(code)}（{code}）")))}",
            $"发布日期：{Day(guide.Published)}；从哪天起适用：{Day(guide.HoldsFrom)}；到哪天为止：{Day(guide.HoldsUntil)}",
            $"日期说明：{guide.DateNote}",
            $"效力：{(policy.General ? "一般性文章，只在没有当地指南时参考" : "当地指南")}",
        ]);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) ?? "原文没有写";

    private static string Length(Validity it)
    {
        var parts = new[]
        {
            it.Years is { } years ? $"{years}年" : null, it.Months is { } months ? $"{months}个月" : null,
            it.Days is { } days ? $"{days}天" : null, it.AsLongAsProof ? "和证明材料一样长" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : $"（{string.Join("，", parts)}）";
    }
}
