using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

public sealed class FilingRulesTests
{
    private readonly FixedDeterminer determiner = new();
    private readonly ManualClock clock = new(Some.Morning);
    private readonly FilingSubmission fit = Some.Submission("file");

    public static TheoryData<string, Func<FilingSubmission, FilingSubmission>> Unfit => new()
    {
        { "person.name", s => s with { Person = s.Person with { Name = "张" } } },
        { "person.name", s => s with { Person = s.Person with { Name = new string('张', 31) } } },
        { "person.name", s => s with { Person = s.Person with { Name = "😀😀😀" } } },
        { "person.name", s => s with { Person = s.Person with { Name = "张三1" } } },
        { "person.name", s => s with { Person = s.Person with { Name = "<b>张三</b>" } } },
        { "person.name", s => s with { Person = s.Person with { Name = "   " } } },
        { "person.idNumber", s => s with { Person = s.Person with { IdNumber = Some.IdNumber[..17] + (Some.IdNumber[17] == '0' ? '1' : '0') } } },
        { "person.idNumber", s => s with { Person = s.Person with { IdNumber = "" } } },
        { "person.idNumber", s => s with { Person = s.Person with { IdNumber = Some.IdNumberOf(new DateOnly(2026, 12, 2), 1) } } },
        { "person.phone", s => s with { Person = s.Person with { Phone = "1380013800a" } } },
        { "person.phone", s => s with { Person = s.Person with { Phone = "28001380000" } } },
        { "agent.phone", s => s with { Agent = s.Person with { Phone = "" } } },
        { "agent", s => s with { Facts = With(s.Facts, "applicant", "agent") } },
        { "startsOn", s => s with { StartsOn = new DateOnly(2026, 11, 30) } },
        { "startsOn", s => s with { StartsOn = new DateOnly(2027, 12, 3) } },
        { "startsOn", s => s with { StartsOn = DateOnly.MaxValue } },
        { "startsOn", s => s with { StartsOn = new DateOnly(2025, 11, 1), Facts = With(s.Facts, "stage", "settled") } },
        { "policy", s => s with { Policy = "jilin-medical" } },
        { "filingType", s => s with { FilingType = "异地转诊人员" } },
        { "facts", s => s with { Facts = With(s.Facts, "carePlace", "110000") } },
        { "consent", s => s with { Consent = new Consent("", Some.Morning) } },
        { "consent", s => s with { Consent = new Consent("1", Some.Morning.AddHours(1)) } },
        { "identity", s => s with { Documents = [s.Documents[1]] } },
        { "identity", s => s with { Documents = [s.Documents[0], s.Documents[0], s.Documents[1]] } },
        { "identity", s => s with { Documents = [s.Documents[0] with { Document = "身份证复印件" }, s.Documents[1]] } },
        { "identity", s => s with { Documents = [s.Documents[0] with { Attachment = "elsewhere" }, s.Documents[1]] } },
        { "form", s => s with { Documents = [.. s.Documents, new SubmittedDocument("form", "备案登记表", "file")] } },
        { "unknown", s => s with { Documents = [.. s.Documents, new SubmittedDocument("unknown", "别的", "file")] } },
    };

    [Fact]
    public void AFitSubmissionHasNoProblems()
    {
        Assert.Empty(Problems(fit));
        var asked = Assert.Single(determiner.Asked);
        Assert.Equal(("medical", "320509", "330100", new DateOnly(2026, 12, 1)), (asked.Scheme, asked.InsuredPlace, asked.CarePlace, asked.AsOf));
        Assert.Equal("long-term-residence", asked.Facts["reason"]);
    }

    [Theory]
    [InlineData("in-hospital")]
    [InlineData("settled")]
    public void WhoMakesAFilingUpMayFileForDaysGoneBy(string stage) =>
        Assert.Empty(Problems(fit with { StartsOn = new DateOnly(2026, 11, 3), Facts = With(fit.Facts, "stage", stage) }));

    [Theory]
    [MemberData(nameof(Unfit))]
    public void WhatIsUnfitIsNamed(string field, Func<FilingSubmission, FilingSubmission> change)
    {
        var problem = Assert.Single(Problems(change(fit)));
        Assert.Equal(field, problem.Field);
        Assert.EndsWith("。", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryReasonIsGivenAtOnce() => Assert.Equal(
        ["person.idNumber", "person.phone", "startsOn", "identity", "proof"],
        Problems(fit with { Person = new Person("张三丰", "x", "y"), StartsOn = default, Documents = [] }).Select(problem => problem.Field));

    [Theory]
    [InlineData(Outcome.Exempt, "不需要备案")]
    [InlineData(Outcome.Local, "不属于异地就医")]
    [InlineData(Outcome.ProviderFiles, "由医院办理")]
    [InlineData(Outcome.NotCovered, "不能备案")]
    [InlineData(Outcome.Unstated, "指南没有写明")]
    public void WhereNothingIsToBeFiledTheReasonIsGivenWithTheGuidesSentence(Outcome outcome, string says)
    {
        determiner.Determination = determiner.Determination with { Outcome = outcome };
        var problem = Assert.Single(Problems(fit));
        Assert.Contains(says, problem.Text, StringComparison.Ordinal);
        Assert.Equal(FixedDeterminer.Cite, problem.Cite);
    }

    [Fact]
    public void AMissingFactIsAskedFor()
    {
        determiner.Determination = determiner.Determination with
        {
            Outcome = Outcome.NeedFact, Ask = new Ask("reason", "您为什么去外地看病？", [], "原因不同，材料不同。", null),
        };
        Assert.Equal("facts.reason", Assert.Single(Problems(fit)).Field);
    }

    [Theory]
    [InlineData(Submission.Window, "窗口")]
    [InlineData(Submission.Provider, "医院")]
    [InlineData(Submission.None, "网上")]
    public void WhatIsNotFiledOnlineIsNotTaken(Submission submission, string says)
    {
        determiner.Determination = determiner.Determination with { Submission = submission };
        Assert.Contains(says, Assert.Single(Problems(fit)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommitmentLetterStandsInForWhatItReplacesAndForNothingElse()
    {
        var committed = fit with { Commitment = true };
        Assert.Empty(Problems(committed with { Documents = [fit.Documents[0]] }));
        Assert.Equal("identity", Assert.Single(Problems(committed with { Documents = [fit.Documents[1]] })).Field);
        determiner.Letter = null;
        Assert.Equal(["commitment", "proof"], Problems(committed with { Documents = [fit.Documents[0]] }).Select(problem => problem.Field));
    }

    [Fact]
    public void RequiredFieldsOfTheFormMustBeFilledInAndFit()
    {
        determiner.Fields =
        [
            new FormField("address", "居住地址", "text", Required: true, [], FixedDeterminer.Cite),
            new FormField("name", "姓名", "text", Required: true, [], null),
            new FormField("relation", "关系", "choice", Required: false, [new AskOption("child", "子女")], null),
        ];
        Assert.Equal("address", Assert.Single(Problems(fit)).Field);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = "杭州市", ["relation"] = "friend" };
        Assert.Equal("relation", Assert.Single(Problems(fit with { Fields = fields })).Field);
        fields["relation"] = "child";
        Assert.Empty(Problems(fit with { Fields = fields }));
    }

    [Fact]
    public void AFilingThatWaitedIsJudgedForTheDayOnWhichItWasConfirmed()
    {
        var confirmed = fit with { ConfirmedAt = Some.Morning };
        clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(Problems(confirmed));
        Assert.Equal("startsOn", Assert.Single(Problems(fit)).Field);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("startsOn", Assert.Single(Problems(confirmed)).Field);
        Assert.Equal("startsOn", Assert.Single(Problems(fit with { ConfirmedAt = Some.Morning.AddYears(1) })).Field);
    }

    [Fact]
    public void TodayIsTodayInChina()
    {
        // 00:30 on 2 December in China, still 1 December in Greenwich.
        clock.Advance(TimeSpan.FromHours(15.5));
        Assert.Equal("startsOn", Assert.Single(Problems(fit)).Field);
    }

    [Fact]
    public void TheRealPoliciesJudgeTheirOwnFilings()
    {
        var rules = new FilingRules(RealKnowledge.Determiner, Options.Create(new FilingServiceOptions()), clock);
        var submission = fit with
        {
            Documents = [new SubmittedDocument("identity", "社会保障卡", "file"), new SubmittedDocument("residence-proof", "居住证", "file")],
        };
        var files = new HashSet<string>(["file"], StringComparer.Ordinal);
        Assert.Empty(rules.Judge(submission, files).Problems);
        Assert.Empty(rules.Judge(submission with { Commitment = true, Documents = [submission.Documents[0]] }, files).Problems);
        Assert.Contains("不需要备案", Assert.Single(rules.Judge(submission with { CarePlace = "310101" }, files).Problems).Text, StringComparison.Ordinal);
        Assert.Equal("residence-proof", Assert.Single(rules.Judge(submission with { Documents = [submission.Documents[0]] }, files).Problems).Field);
        Assert.Equal("facts.carePlace", Assert.Single(rules.Judge(submission with { CarePlace = "999999" }, files).Problems).Field);
        Assert.Equal("facts.reason", Assert.Single(rules.Judge(submission with { Facts = With(submission.Facts, "reason", "holiday") }, files).Problems).Field);
    }

    private IReadOnlyList<FilingProblem> Problems(FilingSubmission submission) =>
        new FilingRules(determiner, Options.Create(new FilingServiceOptions()), clock).Judge(submission, new HashSet<string>(["file"], StringComparer.Ordinal)).Problems;

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> facts, string name, string value) =>
        new(facts.ToDictionary(), StringComparer.Ordinal) { [name] = value };
}
