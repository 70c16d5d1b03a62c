using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

public sealed class CoverageTests
{
    private static readonly IReadOnlyList<Policy> Policies = RealKnowledge.Policies.Policies;

    public static TheoryData<string> Guides() => [.. RealKnowledge.Guides.Guides.Select(guide => guide.Id)];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_word_of_a_guide_stands_in_one_sentence_of_the_table(string id)
    {
        var guide = RealKnowledge.Guides.Find(id)!;

        Assert.Equal(
            Words(guide.Passages.Select(passage => passage.Text)),
            Words(Coverage.Of(guide, Policies).Select(sentence => sentence.Text)));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_quotation_is_found_at_a_sentence_or_is_a_heading(string id)
    {
        var guide = RealKnowledge.Guides.Find(id)!;
        var carried = Coverage.Of(guide, Policies).SelectMany(sentence => sentence.Entries).ToHashSet(StringComparer.Ordinal);
        var policy = Policies.Single(policy => policy.Guide == guide);

        Assert.All(
            PolicyQuotes.Of(policy).Where(quote => quote.Cite.Guide == id && !IsHeading(guide, quote.Cite.Quote)),
            quote => Assert.Contains(quote.Entry, carried));
    }

    [Theory]
    [InlineData("jilin-medical", "二档待遇:在参保地规定的本地就医支付比例基础上降低10个百分点。", "tiers/second")]
    [InlineData("changchun-work-injury", "有效期结束后仍有省内异地就医需求的，需重新办理登记备案，否则发生的费用不予支付。", "deadlines/file-again")]
    [InlineData("changchun-work-injury", "- 5.常驻异地工作工伤职工，须提供参保地工作单位派出证明或异地工作单位证明或劳动合同。", "paperForms/care-form/remarks")]
    [InlineData("jiangmen-medical", "开平市：2256983：2212028", "contacts/kaiping-advice")]
    [InlineData("wujiang-medical", "6.参保人员可以通过国家医保服务平台APP或网站查询异地联网定点医药机构信息。", "national-medical:contradictions/where-to-look-up-wujiang")]
    public void A_sentence_names_the_entries_that_rest_on_it(string guide, string sentence, string entry) =>
        Assert.Contains(entry, Coverage.Of(RealKnowledge.Guides.Find(guide)!, Policies).First(row => row.Text == sentence.TrimStart('-', ' ')).Entries);

    [Fact]
    public void A_sentence_that_no_entry_quotes_is_said_to_stand_in_the_passage_only() =>
        Assert.True(Coverage.Of(RealKnowledge.Guides.Find("jilin-medical")!, Policies).First(row => row.Text == "愿这份便民指南").PassageOnly);

    [Fact]
    public void The_page_has_a_row_for_every_sentence()
    {
        var page = Coverage.ToMarkdown(RealKnowledge.Guides.Guides, Policies);

        Assert.Equal(
            RealKnowledge.Guides.Guides.Sum(guide => Coverage.Of(guide, Policies).Count + 2),
            page.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
        Assert.Contains("| 仅原文 |", page);
    }

    private static string Words(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(c => !char.IsWhiteSpace(c)));

    private static bool IsHeading(Guide guide, string quote) =>
        guide.Title.Contains(quote, StringComparison.Ordinal) || guide.Passages.Any(passage => passage.Section.Contains(quote, StringComparison.Ordinal));
}
