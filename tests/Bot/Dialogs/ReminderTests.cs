using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Bot.Dialogs;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>A determination that fits a phone, and still names everything that costs money.</summary>
public sealed class ReminderTests(ITestOutputHelper output)
{
    private static readonly string[] Reasons =
        ["long-term-residence", "retired-resettlement", "posted-work", "student", "referral", "emergency", "other-temporary"];

    private const string Silence = "指南没有写";

    private readonly Talk talk = new(output);

    [Fact]
    public Task WhatIsForOtherKindsOfCareIsNamedInOneLine() => talk.PlayAsync("""
        人: 我在吴江参保，要去杭州长期住女儿家
        机器人: 只按原来比例的80%报
        机器人: 还有几样另有规定，点“更多提醒”看全：在外地药店买药，只能用职工医保的个人账户
        机器人: 门诊慢特病：登记办好以前的待遇不能补
        机器人: 费用请先付现金
        机器人: 零星报销要在看病当年的医保年度内办，最晚到下一个医保年度末
        不说: 恶性肿瘤
        按钮: 更多提醒
        人: 更多提醒
        机器人: 恶性肿瘤、尿毒症
        机器人: 以免影响生育保险待遇
        """);

    [Fact]
    public Task TheKindOfCareThatWasSaidIsToldInFull() => talk.PlayAsync("""
        人: 我在吴江参保，要去杭州长期住女儿家，去那边生孩子
        机器人: 请先付现金，不要用医保电子凭证或社会保障卡直接结算，以免影响生育保险待遇
        不说: 另有规定
        """);

    [Fact]
    public void NothingThatCostsMoneyGoesUnnamed()
    {
        var services = new Conversation().Services;
        var (words, determiner) = (services.GetRequiredService<DeterminationText>(), services.GetRequiredService<IDeterminer>());
        var checkedNotices = 0;
        foreach (var situation in Situations())
        {
            var it = determiner.Determine(situation);
            if (it.Outcome == Outcome.NeedFact)
            {
                continue;
            }

            var said = string.Join('\n', words.Main(it, situation));
            var more = string.Join('\n', words.More(it, situation));
            foreach (var notice in it.Notices.Concat(it.Settlement.SelectMany(settlement => settlement.Deadlines)))
            {
                var named = notice.Text.Split('。', '；', '，').Any(part => part.Length >= 6 && said.Contains(part, StringComparison.Ordinal));
                var costs = new[] { "报", "付", "钱", "费", "待遇" }.Any(word => notice.Text.Contains(word, StringComparison.Ordinal));
                Assert.True(named || !costs, $"{notice.Text} is not named in:\n{said}");
                Assert.True(
                    InFull(notice).Any(words => said.Contains(words, StringComparison.Ordinal) || more.Contains(words, StringComparison.Ordinal)),
                    $"{notice.Text} stands nowhere in full.");
                checkedNotices++;
            }
        }

        Assert.True(checkedNotices > 100);
    }

    /// <summary>What the guide leaves out is said in one sentence, which begins with 指南没有写 once.</summary>
    private static IEnumerable<string> InFull(Statement notice) => notice.Cite is null && notice.Text.StartsWith(Silence, StringComparison.Ordinal)
        ? [$"{Silence}{notice.Text[Silence.Length..].TrimEnd('。')}", $"、{notice.Text[Silence.Length..].TrimEnd('。')}"]
        : [notice.Text];

    private static IEnumerable<Situation> Situations() =>
        from route in new[] { ("320509", "330100"), ("320509", "310101"), ("320509", "310118"), ("320509", "320100"), ("220281", "220104"), ("220281", "110105"), ("440783", "440100"), ("440783", "810000") }
        from reason in Reasons
        from kind in new[] { null, "inpatient", "outpatient", "pharmacy", "chronic-outpatient", "maternity" }
        select new Situation { AsOf = new DateOnly(2026, 12, 1), Scheme = "medical", InsuredPlace = route.Item1, CarePlace = route.Item2 }
            .With(FactNames.Reason, reason).With(FactNames.CareKind, kind);
}
