using System.Net;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>Changes and extensions of a policy that allows them online, which none of the five guides does.</summary>
public sealed class OnlineChangeTests : ServiceOverMonths
{
    private readonly FixedDeterminer determiner = new()
    {
        Determination = new FixedDeterminer().Determination with
        {
            Change =
            [
                new ChangeRule("可以随时变更。", FixedDeterminer.Cite, [ChangeKind.Change], Freely: true),
                new ChangeRule("超过60天的，可以延期。", FixedDeterminer.Cite, [ChangeKind.Extend], AfterDays: 60),
            ],
        },
    };

    private protected override IDeterminer Determiner => determiner;

    [Fact]
    public async Task AChangeGoesToReviewAndTheFilingHoldsAsItWasUntilThen()
    {
        var number = await ActiveAsync();
        using (var asked = await PostAsync(number, "changes", Some.Key(), new FilingChange { CarePlace = "110000", Phone = "13900139001" }))
        {
            var filing = await JsonAsync(asked);
            Assert.Equal(("active", "330100", "110000"), (Text(filing, "state"), Text(filing, "carePlace"), Text(filing["proposed"]!, "carePlace")));
            Assert.Equal(("change", false), (Text(filing["review"]!, "kind"), (bool)filing["review"]!["taken"]!));
            Assert.Equal("139****9001", Text(filing, "maskedPhone"));
        }

        using (var second = await PostAsync(number, "changes", Some.Key(), new FilingChange { CarePlace = "120000" }))
        {
            Assert.Contains("正在审核", Text((await JsonAsync(second))["errors"]![0]!, "text"), StringComparison.Ordinal);
        }

        await ApproveAsync(number);
        var changed = await FindAsync(number);
        Assert.Equal(("active", "110000"), (Text(changed, "state"), Text(changed, "carePlace")));
        Assert.Null(changed["review"]);
        Assert.Null(changed["proposed"]);
    }

    [Fact]
    public async Task AChangeToAPlaceThatNeedsNoFilingIsRefused()
    {
        var number = await ActiveAsync();
        determiner.Determination = determiner.Determination with { Outcome = Outcome.Exempt };
        using var asked = await PostAsync(number, "changes", Some.Key(), new FilingChange { CarePlace = "310000" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("不需要备案", Text((await JsonAsync(asked))["errors"]![0]!, "text"), StringComparison.Ordinal);
        Assert.Equal("310000", determiner.Asked[^1].CarePlace);
    }

    [Fact]
    public async Task ADeclinedChangeLeavesTheFilingAsItWas()
    {
        var number = await ActiveAsync();
        (await PostAsync(number, "changes", Some.Key(), new FilingChange { CarePlace = "110000" })).Dispose();
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Review.RefuseAsync(number, Clerk, "请先办居住证。", default));
        var filing = await FindAsync(number);
        Assert.Equal(("active", "330100"), (Text(filing, "state"), Text(filing, "carePlace")));
        Assert.Equal(("declined", "请先办居住证。"), (Text(filing["history"]!.AsArray()[^1]!, "kind"), Text(filing["history"]!.AsArray()[^1]!, "note")));
    }

    [Fact]
    public async Task NewDocumentsAloneAreAChangeToo()
    {
        var number = await ActiveAsync();
        using var asked = await PostAsync(number, "changes", Some.Key(), new FilingChange { Documents = [new("proof", "户口簿", await Host.AttachAsync())] });
        Assert.Equal("change", Text((await JsonAsync(asked))["review"]!, "kind"));
        await ApproveAsync(number);
        Assert.Equal("changed", Text((await FindAsync(number))["history"]!.AsArray()[^1]!, "kind"));
        using var nothing = await PostAsync(number, "changes", Some.Key(), new FilingChange());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    [Fact]
    public async Task AnExtensionIsAskedForOnceItsTimeHasComeAndTheClerkSaysHowLong()
    {
        var number = await ActiveAsync();
        using (var tooEarly = await PostAsync(number, "extension", Some.Key(), new FilingExtension()))
        {
            Assert.Contains("2027-01-30", Text((await JsonAsync(tooEarly))["errors"]![0]!, "text"), StringComparison.Ordinal);
        }

        MoveTo(2027, 1, 30);
        (await PostAsync(number, "extension", Some.Key(), new FilingExtension())).Dispose();
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        Assert.NotNull((await Review.ApproveAsync(number, Clerk, null, default)).Problem);
        await DoneAsync(Review.ApproveAsync(number, Clerk, new DateOnly(2028, 3, 1), default));
        Assert.Equal("2028-03-01", Text(await FindAsync(number), "validUntil"));
        MoveTo(2028, 3, 2);
        Assert.Equal("expired", Text(await FindAsync(number), "state"));
    }

    private async Task<string> ActiveAsync()
    {
        var number = await FileAsync(Some.Submission(await Host.AttachAsync()));
        await ApproveAsync(number);
        return number;
    }
}
