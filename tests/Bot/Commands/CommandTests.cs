using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Commands;

public sealed class CommandTests
{
    private static readonly string[] JiaoheToChangchun =
        ["determine", "--scheme", "medical", "--insured", "蛟河", "--care", "长春市朝阳区", "--fact", "reason=other-temporary", "careKind=inpatient"];

    [Fact]
    public async Task A_question_is_answered_as_JSON_with_its_citations()
    {
        var run = await CommandRun.Of("ask", "--json", "吉林三档待遇分别是多少");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("answered", run.Json.GetProperty("status").GetString());
        var answer = run.Json.GetProperty("answer");
        Assert.All(["一档待遇", "降低10个百分点", "降低20个百分点"], words => Assert.Contains(words, answer.GetProperty("text").GetString()));
        Assert.All(answer.GetProperty("citations").EnumerateArray(), cite => Assert.Equal("jilin-medical", cite.GetProperty("guide").GetString()));
    }

    [Fact]
    public async Task A_question_that_no_guide_answers_ends_with_1()
    {
        var run = await CommandRun.Of("ask", "今天股票怎么样");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("指南中没有找到。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_determination_gives_the_expected_share_and_payment()
    {
        var run = await CommandRun.Of([.. JiaoheToChangchun, "--local-share", "0.85", "--eligible-cost", "20000", "--json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("file", run.Json.GetProperty("outcome").GetString());
        var tier = run.Json.GetProperty("tier");
        Assert.Equal("local-minus-points", tier.GetProperty("formula").GetString());
        Assert.Equal(20m, tier.GetProperty("value").GetDecimal());
        Assert.Equal(0.65m, tier.GetProperty("expectedShare").GetDecimal());
        Assert.Equal("13000.00", tier.GetProperty("expectedPayment").GetRawText());
    }

    [Fact]
    public async Task A_determination_reads_as_plain_Chinese_without_JSON()
    {
        var run = await CommandRun.Of([.. JiaoheToChangchun, "--local-share", "0.85", "--eligible-cost", "20000"]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("判定：需要备案，备案类型：临时外出就医", run.Output, StringComparison.Ordinal);
        Assert.Contains("预计报销比例 65%，预计报销 13000.00 元", run.Output);
    }

    [Fact]
    public async Task A_determination_that_lacks_a_fact_asks_for_it_and_ends_with_1()
    {
        var run = await CommandRun.Of("determine", "--scheme", "medical", "--insured", "蛟河", "--care", "北京", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("reason", run.Json.GetProperty("ask").GetProperty("fact").GetString());
    }

    [Theory]
    [InlineData("没有查到“没有这个地方”", "--insured", "蛟河", "--care", "没有这个地方")]
    [InlineData("“朝阳区”有好几个，请写代码：", "--insured", "蛟河", "--care", "朝阳区")]
    [InlineData("reason 没有“holiday”这个值", "--insured", "蛟河", "--care", "北京", "--fact", "reason=holiday")]
    [InlineData("没有“nosuch”这一项", "--insured", "蛟河", "--care", "北京", "--fact", "nosuch=1")]
    [InlineData("--fact 要写成 名=值", "--insured", "蛟河", "--care", "北京", "--fact", "referral")]
    [InlineData("日期要写成 2026-12-01 的样子", "--insured", "蛟河", "--care", "北京", "--as-of", "2026-13-01")]
    public async Task What_cannot_be_used_is_told_in_one_line_and_ends_with_2(string told, params string[] arguments)
    {
        var run = await CommandRun.Of(["determine", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(told, run.ErrorLine);
    }

    [Fact]
    public async Task The_real_policies_pass_the_check()
    {
        var run = await CommandRun.Of("policies", "check");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("jilin-medical: 1260 combinations", run.Output);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.EndsWith(" 0 findings", line));
    }

    [Fact]
    public async Task A_gap_fails_the_check_with_file_and_line()
    {
        using var folder = PolicyFolder("reason: other-temporary }\n    outcome: file", "reason: other-temporary, stage: settled }\n    outcome: file");

        var run = await CommandRun.Of("policies", "check", "--folder", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"jilin-medical\.yaml:\d+: Gap: no outcome rule for \d+ combinations", run.Output);
    }

    [Fact]
    public async Task A_quotation_that_does_not_stand_in_the_guide_fails_the_check_with_file_and_line()
    {
        using var folder = PolicyFolder("基础上降低20个百分点。", "基础上降低30个百分点。");

        var run = await CommandRun.Of("policies", "check", "--folder", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^jilin-medical\.yaml:\d+: this does not stand in the guide", run.ErrorLine);
    }

    [Fact]
    public async Task The_guides_are_listed_as_JSON()
    {
        var run = await CommandRun.Of("guides", "--json");

        Assert.Equal(0, run.ExitCode);
        var jilin = Assert.Single(run.Json.EnumerateArray(), guide => guide.GetProperty("id").GetString() == "jilin-medical");
        Assert.Equal("220000", jilin.GetProperty("insuredPlaces")[0].GetString());
    }

    [Fact]
    public async Task The_conversation_runs_in_a_terminal_a_line_a_message_until_the_input_ends()
    {
        using var data = new TemporaryFolder();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Path"] = data.File("bot.db"), ["Uploads__Path"] = data.File("uploads"), ["FilingService__Path"] = data.File("filing.db"),
            ["FilingService__AttachmentsPath"] = data.File("attachments"), ["WebChat__TokenKeyFile"] = data.File("webchat.key"), ["Privacy__MasterKeyFile"] = data.File("master.key"),
        };

        var run = await CommandRun.Typing(["我在吴江参保，要去北京长期住儿子家，怎么备案", "承诺书是什么意思"], settings, "chat");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("吴江", run.Output);
        Assert.Contains("15", run.Output);
        Assert.True(File.Exists(data.File("bot.db")));
    }

    /// <summary>A copy of one real policy with some of its words replaced.</summary>
    private static TemporaryFolder PolicyFolder(string old, string with)
    {
        var folder = new TemporaryFolder();
        File.Copy(Repository.Path("knowledge", "policies", "facts.zh-CN.yaml"), folder.File("facts.zh-CN.yaml"));
        var text = File.ReadAllText(Repository.Path("knowledge", "policies", "jilin-medical.yaml"));
        Assert.Contains(old, text);
        File.WriteAllText(folder.File("jilin-medical.yaml"), text.Replace(old, with, StringComparison.Ordinal));
        return folder;
    }
}
