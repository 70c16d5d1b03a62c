using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Filings;

/// <summary>Supplements, changes, cancellations and extensions through the desk, on a line that fails.</summary>
public sealed class LaterRequestDeskTests : IDisposable
{
    private const string Owner = "citizen";

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private readonly FaultyLine line = new();
    private readonly FixedDeterminer determiner = new();

    public LaterRequestDeskTests() => determiner.Determination = determiner.Determination with
    {
        Change = [new ChangeRule("可以随时办。", FixedDeterminer.Cite, [ChangeKind.Change, ChangeKind.Cancel, ChangeKind.Extend], Freely: true)],
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Fault.RequestLost)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.BadGateway)]
    [InlineData(Fault.ForeignRefusal)]
    public async Task WhateverGoesWrongEachRequestIsDoneOnceInTheEnd(object fault)
    {
        await using var host = await StartAsync();
        var number = await SubmitAsync(host, letter: true);
        clock.Advance(TimeSpan.FromMinutes(1));
        var filing = new FilingReference(number);
        var supplement = new FilingSupplement([new SubmittedDocument("proof", "居住证", await host.AttachAsync())]);
        await ReceivedInTheEndAsync(host, (Fault)fault, key => host.Desk.SupplementAsync(key, Owner, filing, supplement, default));
        await ApproveAsync(host, number);
        await ReceivedInTheEndAsync(host, (Fault)fault, key => host.Desk.ChangeAsync(key, Owner, filing, new FilingChange { CarePlace = "110000", Phone = "13900139001" }, default));
        await ApproveAsync(host, number);
        await ReceivedInTheEndAsync(host, (Fault)fault, key => host.Desk.ExtendAsync(key, Owner, filing, new FilingExtension(), default));
        await ReceivedInTheEndAsync(host, (Fault)fault, key => host.Desk.CancelAsync(key, Owner, filing, new FilingCancellation(), default));

        var history = (await host.Desk.FindAsync(number, Some.IdNumber[^4..], default))!.History.Select(step => step.Kind).ToList();
        FilingEventKind[] once = [FilingEventKind.Supplemented, FilingEventKind.ChangeRequested, FilingEventKind.PhoneCorrected, FilingEventKind.ExtensionRequested, FilingEventKind.Cancelled];
        Assert.All(once, kind => Assert.Single(history, kind));

        Assert.Single(await host.Desk.ForOwnerAsync(Owner, default));
        var requests = await host.Desk.RequestsAsync(Owner, default);
        Assert.Equal(
            [FilingRequestKind.Cancellation, FilingRequestKind.Extension, FilingRequestKind.Change, FilingRequestKind.Supplement, FilingRequestKind.Submission],
            requests.Select(request => request.Kind));
        Assert.All(requests, request => Assert.Equal((ReceiptStatus.Accepted, number), (request.Status, request.Number)));
    }

    [Fact]
    public async Task WhatArrivedAlthoughTheAnswerDidNotIsAskedAfterAndNotSentAgain()
    {
        await using var host = await StartAsync();
        var number = await SubmitAsync(host);
        line.Fault = Fault.AnswerLost;
        Assert.Equal(ReceiptStatus.Pending, (await host.Desk.CancelAsync(Some.Key(), Owner, new FilingReference(number), new FilingCancellation(), default)).Status);
        line.Fault = Fault.None;
        var before = line.Sent;
        clock.Advance(TimeSpan.FromMinutes(20));
        await host.Resender.SendDueAsync(default);
        Assert.Equal("GET", Assert.Single(line.Methods.Skip(before)));
        Assert.Equal(ReceiptStatus.Accepted, (await host.Desk.RequestsAsync(Owner, default))[0].Status);
    }

    [Fact]
    public async Task ARefusalComesWithTheGuidesSentenceAndOtherContentsUnderAKeyAreRefusedHere()
    {
        determiner.Determination = determiner.Determination with { Change = [new ChangeRule("6个月内不能取消备案。", FixedDeterminer.Cite, [ChangeKind.Cancel], NotWithinMonths: 6)] };
        await using var host = await StartAsync();
        var filing = new FilingReference(await SubmitAsync(host), Some.IdNumber[^4..]);
        var refused = await host.Desk.CancelAsync(Some.Key(), Owner, filing, new FilingCancellation(), default);
        Assert.Equal((ReceiptStatus.Refused, FilingRequestKind.Cancellation), (refused.Status, refused.Kind));
        Assert.Equal(FixedDeterminer.Cite, Assert.Single(refused.Problems).Cite);

        var key = Some.Key();
        Assert.Equal(ReceiptStatus.Accepted, (await host.Desk.ChangeAsync(key, Owner, filing, new FilingChange { Phone = "13900139001" }, default)).Status);
        var sent = line.Sent;
        Assert.Equal(ReceiptStatus.Refused, (await host.Desk.ChangeAsync(key, Owner, filing, new FilingChange { CarePlace = "110000" }, default)).Status);
        Assert.Equal(sent, line.Sent);
    }

    [Fact]
    public async Task SomebodyElsesFilingNeedsTheProofAndAWrongProofIsRefusedOnce()
    {
        await using var host = await StartAsync();
        var number = await SubmitAsync(host);
        var sent = line.Sent;
        Assert.Equal(ReceiptStatus.Refused, (await host.Desk.CancelAsync(Some.Key(), "somebody else", new FilingReference(number), new FilingCancellation(), default)).Status);
        Assert.Equal(ReceiptStatus.Refused, (await host.Desk.CancelAsync(Some.Key(), Owner, new FilingReference("../attachments"), new FilingCancellation(), default)).Status);
        Assert.Equal(sent, line.Sent);
        var wrong = await host.Desk.CancelAsync(Some.Key(), "somebody else", new FilingReference(number, "0000"), new FilingCancellation(), default);
        Assert.Equal(ReceiptStatus.Refused, wrong.Status);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await host.Resender.SendDueAsync(default));
        Assert.Equal(ReceiptStatus.Accepted, (await host.Desk.CancelAsync(Some.Key(), "child", new FilingReference(number, Some.IdNumber[^4..]), new FilingCancellation(), default)).Status);
    }

    [Fact]
    public async Task NothingPersonalOfAChangeIsLeftOnceTheAgencyHasAnswered()
    {
        await using var host = await StartAsync();
        var filing = new FilingReference(await SubmitAsync(host));
        await host.Desk.ChangeAsync(Some.Key(), Owner, filing, new FilingChange { Phone = "13900139001" }, default);
        await using var connection = await host.Bot.OpenAsync(default);
        Assert.DoesNotContain("13900139001", string.Join('\n', await connection.QueryAsync("SELECT * FROM filing_outbox")), StringComparison.Ordinal);
        Assert.DoesNotContain("13900139001", string.Join('\n', host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAgencyThatKeepsFailingIsLeftAloneForAWhile()
    {
        await using var host = await StartAsync();
        var filing = new FilingReference(await SubmitAsync(host));
        line.Fault = Fault.BadGateway;
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(ReceiptStatus.Pending, (await host.Desk.CancelAsync(Some.Key(), Owner, filing, new FilingCancellation(), default)).Status);
        }

        Assert.InRange(line.Sent, 10, 15);
        line.Fault = Fault.None;
        var sent = line.Sent;
        await Assert.ThrowsAsync<FilingUnavailableException>(() => host.Desk.FindAsync(filing.Number, Some.IdNumber[^4..], default));
        Assert.Equal(sent, line.Sent);
        clock.Advance(TimeSpan.FromSeconds(16));
        Assert.NotNull(await host.Desk.FindAsync(filing.Number, Some.IdNumber[^4..], default));
    }

    private async Task ReceivedInTheEndAsync(FilingHost host, Fault fault, Func<string, Task<FilingReceipt>> request)
    {
        var key = Some.Key();
        line.Fault = fault;
        Assert.Equal(ReceiptStatus.Pending, (await request(key)).Status);
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(1, await host.Resender.SendDueAsync(default));
        line.Fault = Fault.None;
        clock.Advance(TimeSpan.FromMinutes(20));
        await host.Resender.SendDueAsync(default);
        Assert.Equal(ReceiptStatus.Accepted, (await request(key)).Status);
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(0, await host.Resender.SendDueAsync(default));
    }

    private static async Task<string> SubmitAsync(FilingHost host, bool letter = false)
    {
        var whole = Some.Submission(await host.AttachAsync());
        var submission = letter ? whole with { Commitment = true, Documents = [whole.Documents[0]] } : whole;
        return (await host.Desk.SubmitAsync(Some.Key(), Owner, submission, default)).Filing!.Number;
    }

    private static async Task ApproveAsync(FilingHost host, string number)
    {
        Assert.Null((await host.Review.TakeAsync(number, "clerk", default)).Problem);
        Assert.Null((await host.Review.ApproveAsync(number, "clerk", null, default)).Problem);
    }

    private Task<FilingHost> StartAsync() => FilingHost.StartAsync(folder, clock, determiner, line);
}
