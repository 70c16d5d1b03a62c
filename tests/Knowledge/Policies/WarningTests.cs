using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>What is said of a guide's age and period, and in which order.</summary>
public sealed class WarningTests
{
    private static readonly DateOnly BeforeAll = new(2020, 1, 1);

    [Fact]
    public void Whatever_the_old_article_decides_begins_with_the_warning_that_it_is_general_and_old() =>
        Assert.All(FactSpace.Cases(FactSpace.National), c =>
        {
            var notices = RealKnowledge.Determiner.Determine(FactSpace.SituationOf(c)).Notices;
            Assert.Contains("全国一般情况的旧文章", notices[0].Text, StringComparison.Ordinal);
            Assert.Contains("2018年", notices[^1].Text, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("work-injury", "220104", "220200", "2024-07-31", "2024年8月1日")]
    [InlineData("work-injury", "220104", "220200", "2024-08-01", null)]
    [InlineData("medical", "220281", "110105", "2026-02-14", "2026年2月15日")]
    [InlineData("medical", "220281", "110105", "2026-02-15", null)]
    [InlineData("medical", "440783", "110105", "2024-10-30", "2024年10月31日")]
    [InlineData("medical", "440783", "110105", "2024-10-31", null)]
    public void A_day_before_the_guide_is_warned_of_first_and_a_day_within_is_not(string scheme, string insured, string care, string day, string? warned)
    {
        var situation = Cases.Situation(scheme, insured, care, "reason=referral") with { AsOf = DateOnly.Parse(day, null) };

        var notices = RealKnowledge.Determiner.Determine(situation).Notices;

        Assert.Equal(warned is not null, notices[0].Text.Contains("您问的日子在它之前", StringComparison.Ordinal));
        Assert.Contains(warned ?? "", notices[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_said_before_the_warning_of_the_day()
    {
        var situation = Cases.Situation("work-injury", "220104", "220200", "reason=student") with { AsOf = BeforeAll };

        var notices = RealKnowledge.Determiner.Determine(situation).Notices;

        Assert.Contains("没有写", notices[0].Text, StringComparison.Ordinal);
        Assert.Contains("2024年8月1日起才适用", notices[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("320509")]
    [InlineData("330106")]
    public void A_guide_without_dates_says_so_for_any_day(string insured)
    {
        var situation = Cases.Situation("medical", insured, "220281", "reason=referral") with { AsOf = BeforeAll };

        Assert.Contains("没有写发布日期", RealKnowledge.Determiner.Determine(situation).Notices[^1].Text, StringComparison.Ordinal);
    }
}
