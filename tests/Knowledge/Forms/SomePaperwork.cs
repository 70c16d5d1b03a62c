using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyBot.Knowledge.Forms;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Forms;

/// <summary>Papers of real policies, and what can be read in them.</summary>
internal static class SomePaperwork
{
    public static PaperworkMaker Maker { get; } = new(RealKnowledge.Determiner, RealKnowledge.Guides, RealKnowledge.Places);

    public static IReadOnlyList<PaperForm> Forms { get; } = RealKnowledge.Policies.Policies.Single(policy => policy.Id == "changchun-work-injury").PaperForms;

    /// <summary>Insured in Changchun, going to Jilin city, before care.</summary>
    public static Situation Changchun(string reason, string service) => Of("work-injury", "220104", "220202", ("reason", reason), ("service", service),
        ("injuryConfirmed", "true"), ("stage", "before-care"), ("residence", "permit"), ("firstDevice", "true"));

    public static Situation Of(string scheme, string insured, string care, params (string Fact, string Value)[] facts) => facts.Aggregate(
        new Situation { Scheme = scheme, InsuredPlace = insured, CarePlace = care, AsOf = new DateOnly(2026, 12, 1) },
        (situation, fact) => situation.With(fact.Fact, fact.Value));

    public static Dictionary<string, string> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["name"] = "王秀英", ["idNumber"] = Some.IdNumber, ["phone"] = Some.Phone, ["injuredPart"] = "右手食指",
        ["employer"] = "长春市某某机械厂", ["filingCategory"] = "新增", ["institution"] = "吉林市中心医院",
    };

    public static string TextOfHtml(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent;

    public static string TextOfWord(byte[] word)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
    }
}
