using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Tests.Support;
using static PolicyBot.Tests.Adapters.FilingService.Lives;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>What holds of a filing after any sequence of acts and days.</summary>
public sealed class FilingLifeProperties
{
    [Fact]
    public void NoSequenceOfActsAndDaysReachesAnImpossibleState()
    {
        var acts = Gen.Elements("supplement", "change", "cancel", "extend", "take", "approve", "return", "refuse", "nothing", "take", "approve", "supplement");
        var step =
            from act in acts
            from days in Gen.Elements(0, 0, 0, 0, 1, 5, 14, 15, 40, 200, 400)
            select (act, days);
        var lives =
            from commitment in Gen.Elements(true, false)
            from ahead in Gen.Elements(0, 3, 30)
            from steps in step.ListOf()
            select (commitment, ahead, steps);
        Prop.ForAll(lives.ToArbitrary(), life => Live(life.commitment, life.ahead, [.. life.steps])).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TheClockWaitsForTheDayThatIsDueAndThenStops()
    {
        var days =
            from commitment in Gen.Elements(true, false)
            from ahead in Gen.Choose(0, 40)
            from later in Gen.Choose(0, 800)
            select (commitment, ahead, later);
        Prop.ForAll(days.ToArbitrary(), it =>
        {
            var (commitment, ahead, later) = it;
            var filing = Begin(commitment, ahead);
            var now = Some.Morning.AddDays(later);
            var ticked = FilingClock.Tick(filing, now, Open);
            var due = FilingClock.DueOn(filing, Open);
            Assert.Equal(due is { } day && day <= ChinaTime.DayOf(now), !ReferenceEquals(filing, ticked));
            Assert.Same(ticked, FilingClock.Tick(ticked, now, Open));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Lives through acts and days, and looks at every state on the way.</summary>
    private static void Live(bool commitment, int ahead, IReadOnlyList<(string Act, int Days)> steps)
    {
        var (it, now) = (Begin(commitment, ahead), Some.Morning);
        foreach (var (act, days) in steps)
        {
            now = now.AddDays(days);
            var before = it;
            var allowed = FilingPermissions.All(FilingClock.Tick(it, now, Open), Day(now), Open).ToDictionary(action => action.Kind, action => action.Allowed);
            if (act == "nothing")
            {
                it = FilingClock.Tick(it, now, Open);
            }
            else
            {
                var result = Life.Next(it, Act(act, it, now), now, Open);
                it = result.Case;
                Assert.True(act switch
                {
                    "supplement" => allowed[FilingActionKind.Supplement] == (result.Problems.Count == 0),
                    "change" => allowed[FilingActionKind.Change] == (result.Problems.Count == 0),
                    "cancel" => allowed[FilingActionKind.Cancel] == (result.Problems.Count == 0),
                    "extend" => allowed[FilingActionKind.Extend] == (result.Problems.Count == 0),
                    _ => true,
                });
            }

            AssertPossible(it, before, now);
        }
    }

    private static void AssertPossible(FilingCase it, FilingCase before, DateTimeOffset now)
    {
        // History only grows, in order, and its last line is the state.
        Assert.Equal(before.History, it.History.Take(before.History.Count));
        Assert.Equal(it.History.Select(step => step.Event.At), it.History.Select(step => step.Event.At).Order());
        Assert.Equal(it.State, it.History[^1].Event.State);
        Assert.True(!before.IsOver || ReferenceEquals(before, it));

        Assert.Equal(it.State is FilingState.Submitted or FilingState.InReview, !it.IsInForce && it.Waiting is not null);
        Assert.Equal(it.State == FilingState.InReview, !it.IsInForce && it.Waiting?.TakenBy is not null);
        Assert.True(it.State != FilingState.Returned || it.Asked.Count > 0);
        Assert.True(it.Waiting?.Kind == FilingRequestKind.Change == it.Proposed is not null);
        Assert.Equal(it.Waiting is null, it.ReviewBy is null);
        Assert.True(!it.IsOver || (it.Waiting is null && it.Asked.Count == 0));
        Assert.True(it.State != FilingState.Lapsed || it.Commitment);
        Assert.Equal(it.State == FilingState.Approved, it.IsInForce && it.StartsOn > Day(now));
        Assert.True(it.IsOver || it.OwedUnderLetter(Open).Count == 0 || Day(now) <= it.ValidUntil);
        Assert.True(it.IsOver || it.Commitment || Day(now) <= it.ValidUntil);
        Assert.Equal(5, FilingPermissions.All(it, Day(now), Open).Select(action => action.Kind).Distinct().Count());
    }
}
