using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Policies.Pages;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Commands;

public sealed class PolicyPageCommandTests
{
    public static TheoryData<string> Policies() => [.. RealKnowledge.Policies.Policies.Select(policy => policy.Id)];

    [Fact]
    public async Task A_policy_is_printed_with_its_rules_and_the_lines_to_sign()
    {
        var run = await CommandRun.Of("policies", "print", "jilin-medical");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# 《吉林医保最新提醒》政策规则审阅单\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("- 参保地：吉林省（220000）", run.Output);
        Assert.Contains("| third | 就医地：省内其他市（州）的市区 / 吉林省以外；原因：其他临时外出（旅游、出差、自己去看病）；哪一种就医：住院 |", run.Output);
        Assert.Contains("本地比例减20个百分点", run.Output);
        Assert.Contains("政策负责人（签字）", run.Output);
    }

    [Fact]
    public async Task An_unknown_policy_is_told_with_those_that_there_are()
    {
        var run = await CommandRun.Of("policies", "print", "atlantis");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("没有政策“atlantis”。有这些：", run.ErrorLine);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_page_shows_every_quotation_of_the_policy(string id)
    {
        var policy = RealKnowledge.Policies.Policies.Single(policy => policy.Id == id);
        var page = Page(policy);

        // The labels of forms stand as labels; words with a bar are escaped in tables.
        Assert.All(
            PolicyQuotes.Of(policy).Where(quote => !quote.Entry.Contains("orm", StringComparison.Ordinal)),
            quote => Assert.Contains(quote.Cite.Quote.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal), page));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_page_speaks_Chinese_of_every_value(string id)
    {
        var page = Page(RealKnowledge.Policies.Policies.Single(policy => policy.Id == id));

        var values = RealKnowledge.Policies.Facts.All.SelectMany(fact => fact.Options).Select(option => option.Value).Where(value => value.Contains('-'));
        Assert.All(values, value => Assert.DoesNotMatch($"：{value}(；| / | )", page));
        Assert.Equal(18, page.Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_table_of_sentences_in_docs_is_up_to_date() =>
        Assert.True(
            Coverage.ToMarkdown(RealKnowledge.Guides.Guides, RealKnowledge.Policies.Policies) == File.ReadAllText(Repository.Path("docs", "coverage.md")),
            "docs/coverage.md is old: run 'dotnet run --project bot -- policies coverage --write'");

    private static string Page(Policy policy) => PolicyPage.ToMarkdown(policy, RealKnowledge.Policies.Facts, RealKnowledge.Places);
}
