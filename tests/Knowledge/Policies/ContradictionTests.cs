using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Staff see where what a determination says does not go together with another sentence; citizens are not confused by it.</summary>
public sealed class ContradictionTests
{
    private static IEnumerable<Determination> Determinations =>
        FiveSpaces.Sample.Select(c => RealKnowledge.Determiner.Determine(FactSpace.SituationOf(c)));

    [Fact]
    public void Every_contradiction_is_shown_with_some_determination()
    {
        var shown = Determinations.SelectMany(determination => determination.Contradictions).ToHashSet();

        var never = RealKnowledge.Policies.Policies.SelectMany(policy => policy.Contradictions).Where(it => !shown.Contains(it));

        Assert.Empty(never.Select(contradiction => contradiction.Id));
    }

    [Fact]
    public void A_local_determination_shows_where_the_old_article_says_otherwise_and_still_follows_its_own_guide()
    {
        var determination = Cases.Determine("medical", "320509", "310101", "reason=other-temporary");

        Assert.Equal(Outcome.Exempt, determination.Outcome);
        Assert.Contains(determination.Contradictions, it => it is { Id: "exempt-wujiang", Here.Guide: "national-medical" });
        Assert.All(determination.Citations, cite => Assert.Equal("wujiang-medical", cite.Guide));
    }

    [Fact]
    public void The_general_article_shows_only_its_own_to_who_has_no_local_guide()
    {
        var determination = Cases.Determine("medical", "330106", "110105", "reason=referral");

        Assert.NotEmpty(determination.Contradictions);
        Assert.All(determination.Contradictions, it => Assert.Equal("national-medical", it.There.Guide));
    }

    [Fact]
    public void The_name_of_the_device_form_is_shown_with_devices_only()
    {
        Assert.Contains(Injury("service=assistive-device firstDevice=false").Contradictions, it => it.Id == "device-form-name");
        Assert.DoesNotContain(Injury("service=treatment").Contradictions, it => it.Id == "device-form-name");
    }

    [Fact]
    public void No_notice_repeats_what_is_written_for_staff() =>
        Assert.All(
            Determinations,
            determination => Assert.DoesNotContain(
                determination.Notices, notice => determination.Contradictions.Any(it => notice.Text.Contains(it.Text, StringComparison.Ordinal))));

    private static Determination Injury(string facts) =>
        Cases.Determine("work-injury", "220104", "220200", "reason=referral " + facts);
}
