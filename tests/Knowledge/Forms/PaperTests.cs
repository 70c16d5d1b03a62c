using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Forms;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Forms;

/// <summary>The printed papers hold the form word for word, and what was answered, whatever that is.</summary>
public sealed class PaperTests
{
    public static TheoryData<string> FormIds => [.. SomePaperwork.Forms.Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(FormIds))]
    public void Every_word_of_the_form_stands_in_both_papers(string id)
    {
        var form = Form(id);
        var papers = Papers(form, SomePaperwork.Answers);
        Assert.All(Both(papers), text =>
        {
            Assert.Contains(form.Title, text, StringComparison.Ordinal);
            Assert.All(form.Sections, section => Assert.Contains(section.Title, text, StringComparison.Ordinal));
            Assert.All(form.Remarks, remark => Assert.Contains(remark.Quote, text, StringComparison.Ordinal));
            foreach (var field in form.Sections.SelectMany(section => section.Fields))
            {
                Assert.Contains(field.Label, text, StringComparison.Ordinal);
                Assert.All(field.Options, option => Assert.Matches($"[□☑]{System.Text.RegularExpressions.Regex.Escape(option.Label)}", text));
            }
        });
    }

    [Fact]
    public void The_list_of_devices_has_its_ten_lines() => Assert.All(
        Both(Papers(Form("device-form"), SomePaperwork.Answers)),
        text => Assert.All(Enumerable.Range(1, 10), number => Assert.Contains(FormattableString.Invariant($"辅助器具{number}"), text, StringComparison.Ordinal)));

    [Theory]
    [InlineData("referral", "treatment", "异地就医（转诊转院）人员")]
    [InlineData("referral", "rehabilitation", "异地康复（转诊转院）人员")]
    [InlineData("long-term-residence", "treatment", "异地长期居住人员")]
    [InlineData("retired-resettlement", "rehabilitation", "异地长期居住人员")]
    [InlineData("posted-work", "treatment", "常驻异地工作人员")]
    public void The_box_of_the_situation_is_ticked_and_no_other(string reason, string service, string ticked)
    {
        var papers = SomePaperwork.Maker.Make(SomePaperwork.Changchun(reason, service), SomePaperwork.Answers);
        Assert.All(Both(papers), text =>
        {
            Assert.Contains("☑新增", text, StringComparison.Ordinal);
            Assert.Contains("☑" + ticked, text, StringComparison.Ordinal);
            Assert.Equal(2, text.Count(c => c == '☑'));
        });
    }

    [Fact]
    public void What_the_doctor_and_the_agency_fill_in_stays_empty_and_says_so()
    {
        var sheet = Papers(Form("device-form"), new(SomePaperwork.Answers) { ["personCategory"] = "异地配置人员", ["decision"] = "同意", ["carePlace"] = "220200" }).Sheets[0];
        var care = Papers(Form("care-form"), SomePaperwork.Answers).Sheets[0];

        Assert.All(sheet.Blocks.Skip(1), block => Assert.NotNull(block.LeftFor));
        Assert.DoesNotContain("☑", string.Concat(sheet.Blocks.SelectMany(block => block.Rows).SelectMany(row => row.Cells).Select(cell => cell.Entry)), StringComparison.Ordinal);
        Assert.Contains("初诊医师", care.Blocks[2].LeftFor!, StringComparison.Ordinal);
        Assert.Contains("会诊专家", care.Blocks[3].LeftFor!, StringComparison.Ordinal);
        Assert.Contains("经办机构", care.Blocks[5].LeftFor!, StringComparison.Ordinal);
        Assert.All(new[] { care.Blocks[0], care.Blocks[1], care.Blocks[4] }, block => Assert.Null(block.LeftFor));
    }

    [Theory]
    [InlineData(212, "女")]
    [InlineData(211, "男")]
    public void The_sex_follows_from_the_identity_number(int sequence, string sex)
    {
        var id = Some.IdNumberOf(new DateOnly(1970, 1, 1), sequence);
        Assert.Equal(sex, FormFields.Values(Form("care-form"), Situation, new Dictionary<string, string>(StringComparer.Ordinal) { ["idNumber"] = id }, RealKnowledge.Places)["sex"]);
        Assert.False(FormFields.Values(Form("care-form"), Situation, new Dictionary<string, string>(StringComparer.Ordinal), RealKnowledge.Places).ContainsKey("sex"));
        Assert.DoesNotContain(FormFields.ToAsk(Form("care-form"), Situation), field => field.Name == "sex");
    }

    [Fact]
    public void Whatever_is_answered_stands_in_both_papers_as_it_was_written() => Prop.ForAll(
        Gen.ListOf(Nasty, 4).ToArbitrary(),
        values =>
        {
            var answers = new[] { "name", "injuredPart", "employer", "institution" }.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            var papers = Papers(Form("care-form"), answers);
            AssertSound(WordPaper.Write(papers));
            foreach (var text in Both(papers))
            {
                Assert.All(answers.Values, value => Assert.Contains(FormFiller.Clean(value), text, StringComparison.Ordinal));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [MemberData(nameof(FormIds))]
    public void Word_finds_no_fault_in_the_file(string id)
    {
        AssertSound(WordPaper.Write(Papers(Form(id), SomePaperwork.Answers)));
        AssertSound(WordPaper.Write(Papers(Form(id), [])));
    }

    [Fact]
    public void Markup_in_an_answer_stays_text()
    {
        var html = HtmlPaper.Write(Papers(Form("care-form"), new(StringComparer.Ordinal) { ["employer"] = "</td><script>alert(1)</script>&amp;\"'" }));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("</td><script>alert(1)</script>&amp;\"'", SomePaperwork.TextOfHtml(html), StringComparison.Ordinal);
    }

    [Fact]
    public void The_papers_can_be_looked_at()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "papers");
        Directory.CreateDirectory(folder);
        var longest = new Dictionary<string, string>(SomePaperwork.Answers, StringComparer.Ordinal)
        {
            ["name"] = "阿卜杜热合曼·买买提吐尔逊·艾尔肯江", ["employer"] = string.Concat(Enumerable.Repeat("吉林省长春市某某重型机械制造（集团）有限责任公司第三分公司", 7))[..200],
            ["injuredPart"] = "右手食指、中指末节离断，左侧第三至第六肋骨骨折，腰椎压缩性骨折", ["institution"] = "吉林大学附属某某医院（吉林市分院）康复医学中心",
        };
        foreach (var (name, papers) in new (string, Paperwork)[]
        {
            ("care", SomePaperwork.Maker.Make(SomePaperwork.Changchun("referral", "treatment"), SomePaperwork.Answers)),
            ("care-long", SomePaperwork.Maker.Make(SomePaperwork.Changchun("posted-work", "rehabilitation"), longest)),
            ("device-empty", SomePaperwork.Maker.Make(SomePaperwork.Changchun("referral", "assistive-device"), new Dictionary<string, string>(StringComparer.Ordinal))),
            ("jiangmen", SomePaperwork.Maker.Make(SomePaperwork.Of("medical", "440783", "440100", ("careKind", "inpatient"), ("reason", "long-term-residence"), ("sixMonths", "true"), ("stage", "before-care")), null)),
        })
        {
            Assert.NotEmpty(papers.Checklist.Parts);
            File.WriteAllBytes(Path.Combine(folder, name + ".docx"), WordPaper.Write(papers));
            File.WriteAllText(Path.Combine(folder, name + ".html"), HtmlPaper.Write(papers));
        }
    }

    private static Situation Situation { get; } = SomePaperwork.Changchun("referral", "treatment");

    /// <summary>What people, and those who mean harm, may write: markup, control characters, halves of characters, very long text.</summary>
    private static Gen<string> Nasty => Gen.Frequency(
        (3, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty)),
        (2, Gen.Elements("<&\"'>]]>", "<!-- --", "&lt;b&gt;", "\u0000\u0001\u001F\uD800x\uDC00", "  两  头空  ", "𠮷野家👨‍👩‍👧", "\r\n\t换行", "☑同意", "\uFFFE\uFFFF\u2028")),
        (1, Gen.Choose(200, 20_000).Select(length => new string('长', length))));

    private static PaperForm Form(string id) => SomePaperwork.Forms.Single(form => form.Id == id);

    private static Paperwork Papers(PaperForm form, Dictionary<string, string> answers) => new(
        [FormFiller.Fill(form, answers)], SomePaperwork.Maker.Make(Situation, null).Checklist);

    private static string[] Both(Paperwork papers) =>
        [SomePaperwork.TextOfHtml(HtmlPaper.Write(papers)), SomePaperwork.TextOfWord(WordPaper.Write(papers))];

    private static void AssertSound(byte[] word)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");
        Assert.Empty(faults);
        Assert.NotEmpty(document.MainDocumentPart!.Document.Body!.Elements<Table>());
    }
}
