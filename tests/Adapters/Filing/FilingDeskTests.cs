using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Filings;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Filings;

public sealed class FilingDeskTests : IDisposable
{
    private const string Owner = "citizen";

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private readonly FaultyLine line = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AConfirmedFilingIsSubmittedAndFoundByItsNumber()
    {
        await using var host = await StartAsync();
        var receipt = await host.Desk.SubmitAsync(Some.Key(), Owner, await SubmissionAsync(host), default);
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);

        var found = await host.Desk.FindAsync(receipt.Filing!.Number, Some.IdNumber[^4..].ToLowerInvariant(), default);
        Assert.Equal(receipt.Filing.Number, found!.Number);
        Assert.Equal(FilingState.Submitted, found.State);
        Assert.Equal(("张**", "138****8000"), (found.MaskedName, found.MaskedPhone));
        Assert.Null(await host.Desk.FindAsync(receipt.Filing.Number, "0000", default));
        Assert.Null(await host.Desk.FindAsync("../attachments", Some.IdNumber[^4..], default));
        Assert.Null(await host.Desk.FindAsync("没有这个编号", Some.IdNumber[^4..], default));
    }

    [Fact]
    public async Task TheSameKeyAgainGivesTheSameReceiptWithoutAskingTheAgency()
    {
        await using var host = await StartAsync();
        var (key, submission) = (Some.Key(), await SubmissionAsync(host));
        var first = await host.Desk.SubmitAsync(key, Owner, submission, default);
        var sent = line.Sent;
        var second = await host.Desk.SubmitAsync(key, Owner, submission, default);
        Assert.Equal(first.Filing!.Number, second.Filing!.Number);
        Assert.Equal(sent, line.Sent);
        Assert.Equal(1, await FilingsAsync(host));
    }

    [Fact]
    public async Task TheSameKeyWithOtherContentsIsRefused()
    {
        await using var host = await StartAsync();
        var (key, submission) = (Some.Key(), await SubmissionAsync(host));
        await host.Desk.SubmitAsync(key, Owner, submission, default);
        var other = await host.Desk.SubmitAsync(key, Owner, submission with { CarePlace = "110000" }, default);
        Assert.Equal(ReceiptStatus.Refused, other.Status);
        Assert.Equal(ReceiptStatus.Refused, (await host.Desk.SubmitAsync(key, "somebody else", submission, default)).Status);
        Assert.Equal(1, await FilingsAsync(host));
    }

    [Fact]
    public async Task FiftyConfirmationsAtOnceAreOneFiling()
    {
        await using var host = await StartAsync();
        var (key, submission) = (Some.Key(), await SubmissionAsync(host));
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => host.Desk.SubmitAsync(key, Owner, submission, default))));
        Assert.Single(receipts.Select(receipt => receipt.Filing!.Number).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await FilingsAsync(host));
    }

    [Fact]
    public async Task ARefusalComesWithItsReasonsAndTheGuidesSentence()
    {
        await using var host = await StartAsync();
        var submission = await SubmissionAsync(host) with { Documents = [] };
        var key = Some.Key();
        var receipt = await host.Desk.SubmitAsync(key, Owner, submission, default);
        Assert.Equal(ReceiptStatus.Refused, receipt.Status);
        Assert.Equal(["identity", "proof"], receipt.Problems.Select(problem => problem.Field));
        Assert.All(receipt.Problems, problem => Assert.Equal(FixedDeterminer.Cite, problem.Cite));
        Assert.Equal(receipt.Problems, (await host.Desk.SubmitAsync(key, Owner, submission, default)).Problems);
    }

    [Theory]
    [InlineData(Fault.RequestLost)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.BadGateway)]
    [InlineData(Fault.ForeignRefusal)]
    public async Task WhateverGoesWrongOnTheLineTheFilingArrivesOnceInTheEnd(object fault)
    {
        await using var host = await StartAsync();
        var (key, submission) = (Some.Key(), await SubmissionAsync(host));
        line.Fault = (Fault)fault;
        Assert.Equal(ReceiptStatus.Pending, (await host.Desk.SubmitAsync(key, Owner, submission, default)).Status);
        Assert.Equal(ReceiptStatus.Pending, Assert.Single(await host.Desk.ForOwnerAsync(Owner, default)).Status);

        for (var round = 0; round < 5; round++)
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(1, await host.Resender.SendDueAsync(default));
        }

        line.Fault = Fault.None;
        clock.Advance(TimeSpan.FromMinutes(20));
        await host.Resender.SendDueAsync(default);

        var receipt = Assert.Single(await host.Desk.ForOwnerAsync(Owner, default));
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(receipt.Filing!.Number, (await host.Desk.SubmitAsync(key, Owner, submission, default)).Filing!.Number);
        Assert.Equal(1, await FilingsAsync(host));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await host.Resender.SendDueAsync(default));
    }

    [Theory]
    [InlineData(Fault.RequestLost)]
    [InlineData(Fault.AnswerLost)]
    public async Task AfterACrashBetweenCallAndAnswerTheNextProcessFindsTheFiling(object fault)
    {
        var key = Some.Key();
        FilingSubmission submission;
        await using (var before = await StartAsync())
        {
            submission = await SubmissionAsync(before);

            // As far as the first process gets: the entry is committed, the call is made, and nothing is recorded.
            await before.Services.GetRequiredService<Outbox>().AddAsync(key, Owner, submission with { ConfirmedAt = clock.GetUtcNow() }, clock.GetUtcNow(), clock.GetUtcNow().AddSeconds(42));
            if ((Fault)fault == Fault.AnswerLost)
            {
                await before.Services.GetRequiredService<FilingApiClient>().Api.SubmitAsync(key, submission with { ConfirmedAt = clock.GetUtcNow() }, default);
            }
        }

        // A filing that starts today, found after a night without the agency: it is judged for the day of confirmation.
        clock.Advance(TimeSpan.FromHours(20));
        await using var after = await StartAsync();
        Assert.Equal(1, await after.Resender.SendDueAsync(default));
        var receipt = Assert.Single(await after.Desk.ForOwnerAsync(Owner, default));
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(receipt.Filing!.Number, (await after.Desk.SubmitAsync(key, Owner, submission, default)).Filing!.Number);
        Assert.Equal(1, await FilingsAsync(after));
    }

    [Fact]
    public async Task TheResenderWorksByItself()
    {
        // The clock runs while calls are under way, so no call is timed out.
        await using var host = await FilingHost.StartAsync(
            folder, clock, line: line, resending: true, settings: [("Filing:AttemptTimeout", "23:00:00"), ("Filing:TotalTimeout", "23:00:00")]);
        var submission = await SubmissionAsync(host);
        line.Fault = Fault.BadGateway;
        await host.Desk.SubmitAsync(Some.Key(), Owner, submission, default);
        line.Fault = Fault.None;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await host.Desk.ForOwnerAsync(Owner, default))[0].Status == ReceiptStatus.Pending)
        {
            patience.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.Equal(1, await FilingsAsync(host));
    }

    [Fact]
    public async Task WhileTheFirstCallIsUnderWayNobodyElseSends()
    {
        await using var host = await StartAsync();
        var outbox = host.Services.GetRequiredService<Outbox>();
        var now = clock.GetUtcNow();
        await outbox.AddAsync(Some.Key(), Owner, Some.Submission(), now, now.AddSeconds(40));
        Assert.Empty(await outbox.ClaimDueAsync(now.AddSeconds(39), now.AddSeconds(80), 10, default));
        Assert.Single(await outbox.ClaimDueAsync(now.AddSeconds(41), now.AddSeconds(80), 10, default));
        Assert.Empty(await outbox.ClaimDueAsync(now.AddSeconds(41), now.AddSeconds(80), 10, default));
    }

    [Fact]
    public async Task OnceTheAgencyHasAnsweredNoPersonalDataIsLeftHere()
    {
        await using (var host = await StartAsync())
        {
            var submission = await SubmissionAsync(host);
            await host.Desk.SubmitAsync(Some.Key(), Owner, submission, default);
            await host.Desk.SubmitAsync(Some.Key(), Owner, submission with { Documents = [] }, default);
            await using var connection = await host.Bot.OpenAsync(default);
            var rows = (await connection.QueryAsync("SELECT * FROM filing_outbox")).AsList();
            Assert.Equal(2, rows.Count);
            var text = string.Join('\n', rows);
            AssertNothingPersonal(text);
            Assert.Contains("320509-20261201-", text, StringComparison.Ordinal);
            AssertNothingPersonal(string.Join('\n', host.Log));
        }
    }

    [Fact]
    public async Task WhileTheAgencyIsSilentTheLastKnownStateIsShownAndALookUpSaysSo()
    {
        await using var host = await StartAsync();
        var receipt = await host.Desk.SubmitAsync(Some.Key(), Owner, await SubmissionAsync(host), default);
        line.Fault = Fault.RequestLost;
        Assert.Equal(receipt.Filing!.Number, Assert.Single(await host.Desk.ForOwnerAsync(Owner, default)).Filing!.Number);
        await Assert.ThrowsAsync<FilingUnavailableException>(() => host.Desk.FindAsync(receipt.Filing.Number, Some.IdNumber[^4..], default));
        var upload = new PolicyBot.Adapters.Storage.StoredUpload("0", "a.jpg", "image/jpeg", 1, clock.GetUtcNow());
        Assert.NotNull((await host.Desk.AttachAsync(upload, new MemoryStream(Some.Jpeg), default)).Problem);
    }

    [Fact]
    public async Task AnOwnersFilingsComeNewestFirstAndFresh()
    {
        await using var host = await StartAsync();
        var first = await host.Desk.SubmitAsync(Some.Key(), Owner, await SubmissionAsync(host), default);
        clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.Desk.SubmitAsync(Some.Key(), Owner, await SubmissionAsync(host), default);
        await host.Review.TakeAsync(first.Filing!.Number, "clerk", default);
        await host.Review.ApproveAsync(first.Filing.Number, "clerk", null, default);

        var mine = await host.Desk.ForOwnerAsync(Owner, default);
        Assert.Equal([second.Filing!.Number, first.Filing.Number], mine.Select(receipt => receipt.Filing!.Number));
        Assert.Equal([FilingState.Submitted, FilingState.Active], mine.Select(receipt => receipt.Filing!.State));
        Assert.Empty(await host.Desk.ForOwnerAsync("somebody else", default));
    }

    [Fact]
    public async Task ASafeRequestIsRepeatedAndAnUploadIsNot()
    {
        await using var host = await FilingHost.StartAsync(folder, TimeProvider.System, line: line, settings: [("Filing:Retries", "2"), ("Filing:RetryDelay", "00:00:00.001")]);
        line.Fault = Fault.BadGateway;
        await Assert.ThrowsAsync<FilingUnavailableException>(() => host.Desk.FindAsync("320509-20261201-0000000", "1234", default));
        Assert.Equal(3, line.Sent);
        Assert.Equal(ReceiptStatus.Pending, (await host.Desk.SubmitAsync(Some.Key(), Owner, Some.Submission(), default)).Status);

        // Sent once, then only asked after: nobody knows whether it arrived.
        Assert.Equal(3 + 1 + 3, line.Sent);
        var upload = new PolicyBot.Adapters.Storage.StoredUpload("0", "a.jpg", "image/jpeg", 1, clock.GetUtcNow());
        await host.Desk.AttachAsync(upload, new MemoryStream(Some.Jpeg), default);
        Assert.Equal(8, line.Sent);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("has a space in it")]
    [InlineData("有中文的提交编号甲乙丙丁")]
    public async Task AKeyThatNoHeaderCanCarryIsAnError(string key)
    {
        await using var host = await StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.Desk.SubmitAsync(key, Owner, Some.Submission(), default));
    }

    private static void AssertNothingPersonal(string text)
    {
        Assert.DoesNotContain(Some.IdNumber, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Some.IdNumber[6..14], text, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.Phone, text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", text, StringComparison.Ordinal);
    }

    private Task<FilingHost> StartAsync() => FilingHost.StartAsync(folder, clock, line: line);

    private static async Task<FilingSubmission> SubmissionAsync(FilingHost host) => Some.Submission(await host.AttachAsync());

    private static async Task<int> FilingsAsync(FilingHost host)
    {
        await using var connection = await host.Filings.OpenAsync(default);
        return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings");
    }
}
