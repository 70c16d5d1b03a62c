using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;
using static PolicyBot.Tests.Adapters.FilingService.Lives;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>The life of a filing as a function: every transition in a table, and the days on which time alone does something.</summary>
public sealed class FilingLifeTests
{
    public static TheoryData<string, string, string?> Transitions()
    {
        // One line a state: what each act makes of it; - is refused.
        const string Table =
            """
            state        supplement change   cancel    extend  take     approve  return   refuse
            submitted    -          -        cancelled -       in-review -       -        -
            in-review    -          -        cancelled -       -        active   returned refused
            ahead        -          -        cancelled -       -        approved returned refused
            returned     submitted  -        cancelled -       -        -        -        -
            resubmitted  -          -        cancelled -       in-review -       -        -
            approved     -          approved cancelled approved -       -        -        -
            active       -          active   cancelled active  -        -        -        -
            changing     -          -        cancelled -       active   -        -        -
            change-taken -          -        cancelled -       -        active   -        active
            extending    -          -        cancelled -       active   -        -        -
            extension-taken -       -        cancelled -       -        active   -        active
            letter       submitted  -        cancelled -       in-review -       -        -
            letter-active active    -        cancelled -       -        -        -        -
            letter-supplied -       -        cancelled -       active   -        -        -
            letter-taken -          -        cancelled -       -        active   active   -
            refused      -          -        -         -       -        -        -        -
            cancelled    -          -        -         -       -        -        -        -
            expired      -          -        -         -       -        -        -        -
            lapsed       -          -        -         -       -        -        -        -
            """;
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var data = new TheoryData<string, string, string?>();
        foreach (var line in lines.Skip(1))
        {
            for (var act = 1; act < line.Length; act++)
            {
                data.Add(line[0], lines[0][act], line[act] == "-" ? null : line[act]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public void EveryActInEveryStateDoesWhatTheTableSays(string state, string act, string? then)
    {
        var (before, now) = Reach(state);
        var result = Life.Next(before, Act(act, before, now), now, Open);
        if (then is null)
        {
            Assert.NotEmpty(result.Problems);
            Assert.All(result.Problems, problem => Assert.EndsWith("。", problem.Text, StringComparison.Ordinal));
            Assert.Same(before, result.Case);
        }
        else
        {
            Assert.Empty(result.Problems);
            Assert.Equal(then, Word(result.Case.State));
            Assert.True(result.Case.History.Count > before.History.Count);
        }
    }

    [Fact]
    public void TheTableHasEveryStateInIt() =>
        Assert.Equal(
            Enum.GetValues<FilingState>().Order(),
            Transitions().Select(row => Reach((string)row[0]).Case.State).Distinct().Order());

    [Theory]
    [InlineData(15, FilingState.Active)]
    [InlineData(16, FilingState.Lapsed)]
    public void ACommitmentLetterHoldsOnDayFifteenAndHasLapsedOnDaySixteen(int day, object state)
    {
        var (letter, _) = Reach("letter-active");
        var then = FilingClock.Tick(letter, new DateTimeOffset(2026, 12, day, 23, 0, 0, TimeSpan.FromHours(8)), Open);
        Assert.Equal(state, then.State);
    }

    [Fact]
    public void WhatTheClockDoesIsDatedToItsDayHoweverLateItIsNoticed()
    {
        var (active, _) = Reach("active");
        var expired = FilingClock.Tick(active, Some.Morning.AddYears(3), Open);
        Assert.Equal(new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)), expired.History[^1].Event.At);
        Assert.Equal(FilingEventKind.Expired, expired.History[^1].Event.Kind);
        Assert.Equal(FixedDeterminer.Cite, expired.History[^1].Event.Cite);
    }

    [Fact]
    public void WhatWasHandedInInTimeDoesNotLapseBecauseTheReviewIsSlow()
    {
        var (supplied, _) = Reach("letter-supplied");
        var late = Some.Morning.AddDays(30);
        var taken = Life.Next(supplied, new TakeAct(Clerk), late, Open);
        Assert.Empty(taken.Problems);
        var approved = Life.Next(taken.Case, new ApproveAct(Clerk, null), late, Open).Case;
        Assert.Equal((FilingState.Active, false, new DateOnly(2027, 11, 30)), (approved.State, approved.Commitment, approved.ValidUntil!.Value));

        // Not good enough, and the fifteen days are over.
        var returned = Life.Next(taken.Case, new ReturnAct(Clerk, "看不清", ["proof"]), late, Open).Case;
        Assert.Equal([FilingEventKind.Returned, FilingEventKind.Lapsed], returned.History.TakeLast(2).Select(step => step.Event.Kind));
    }

    [Fact]
    public void WhatHoldsAsLongAsItsProofEndsWithTheDayThatTheClerkReadsFromIt()
    {
        var terms = Open with { Validity = new Validity("和认定材料一致", null, null, true, FixedDeterminer.Cite) };
        var taken = Life.Next(Life.Begin("330100", Day(Some.Morning), false, ["identity", "proof"], Some.Morning, terms), new TakeAct(Clerk), Some.Morning, terms).Case;
        Assert.Null(Life.Next(taken, new ApproveAct(Clerk, null), Some.Morning, terms).Case.ValidUntil);
        var until = new DateOnly(2028, 5, 20);
        var approved = Life.Next(taken, new ApproveAct(Clerk, until), Some.Morning, terms).Case;
        Assert.Equal(FilingState.Active, FilingClock.Tick(approved, Noon(until), terms).State);
        Assert.Equal(FilingState.Expired, FilingClock.Tick(approved, Noon(until.AddDays(1)), terms).State);
        Assert.NotEmpty(Life.Next(taken, new ApproveAct(Clerk, new DateOnly(2026, 11, 30)), Some.Morning, terms).Problems);

        // Where the guide gives the length nobody else does.
        var (fixedLength, now) = Reach("in-review");
        Assert.NotEmpty(Life.Next(fixedLength, new ApproveAct(Clerk, until), now, Open).Problems);
    }

    [Theory]
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    public void AWaitIsOverOnItsDayAndSaysWhichDayThatIs(string day, bool allowed)
    {
        // As Changchun's guide has it for its window; here on a filing that is online.
        var rule = new ChangeRule("要变更或取消备案，原则上要离上次备案满3个月。", FixedDeterminer.Cite, [ChangeKind.Change, ChangeKind.Cancel], NotWithinMonths: 3, InPrinciple: true);
        var terms = Open with { Changes = [rule], Ask = "电话：12345。" };
        var (active, _) = Reach("active");
        foreach (var action in new[] { FilingPermissions.Cancel(active, DateOnly.Parse(day), terms), FilingPermissions.Change(active, DateOnly.Parse(day), terms) })
        {
            Assert.Equal((allowed, FixedDeterminer.Cite), (action.Allowed, action.Cite));
            Assert.Equal(allowed ? null : new DateOnly(2027, 3, 1), action.From);
            Assert.Equal(!allowed, action.Text.Contains("12345", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AChangeWaitsAndTheFilingHoldsAsItWasUntilItIsApprovedAndTheWaitBeginsAnew()
    {
        var (taken, now) = Reach("change-taken");
        Assert.Equal("330100", taken.CarePlace);
        var changed = Life.Next(taken, new ApproveAct(Clerk, null), now, Open).Case;
        Assert.Equal(("110000", Day(now)), (changed.CarePlace, changed.FiledOn));
        var declined = Life.Next(taken, new RefuseAct(Clerk, "材料不符"), now, Open).Case;
        Assert.Equal(("330100", FilingEventKind.Declined, null), (declined.CarePlace, declined.History[^1].Event.Kind, declined.Proposed));
    }

    [Fact]
    public void WhatTheGuideDoesElsewhereIsRefusedWithItsOwnWords()
    {
        var policy = RealKnowledge.Policies.Policies.Single(policy => policy.Id == "jiangmen-medical");
        var terms = Open with { Changes = [policy.Changes.Single().Item], Validity = null };
        var (active, now) = Reach("active");
        var action = FilingPermissions.Extend(active, Day(now).AddDays(90), terms);
        Assert.False(action.Allowed);
        Assert.Contains("到参保地社保经办机构办延期", action.Text, StringComparison.Ordinal);
        Assert.Contains("超过60天的", action.Cite!.Quote, StringComparison.Ordinal);
        Assert.Contains("指南没有写", FilingPermissions.Cancel(active, Day(now), terms).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void APhoneNumberIsPutRightInAnyOpenStateWithoutAReview()
    {
        foreach (var state in new[] { "submitted", "in-review", "returned", "approved", "active", "changing", "letter-active" })
        {
            var (before, now) = Reach(state);
            var after = Life.Next(before, new ChangeAct(null, Phone: true), now, Open);
            Assert.Empty(after.Problems);
            Assert.Equal((before.State, before.Waiting), (after.Case.State, after.Case.Waiting));
        }

        var (over, later) = Reach("expired");
        Assert.NotEmpty(Life.Next(over, new ChangeAct(null, Phone: true), later, Open).Problems);
    }
}
