using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>What a clerk sees and does.</summary>
public sealed class FilingReviewTests : ServiceOverMonths
{
    [Fact]
    public async Task TheQueueIsMaskedAndOldestFirstAndASupplementGoesToItsEnd()
    {
        var first = await FileAsync(await LetterAsync());
        MoveTo(2026, 12, 2);
        var second = await FileAsync(await TemporaryAsync());
        Assert.Equal([first, second], (await Review.QueueAsync(10, default)).Select(it => it.Number));
        await ApproveAsync(first);
        MoveTo(2026, 12, 3);
        (await SupplementAsync(first)).Dispose();

        var queue = await Review.QueueAsync(10, default);
        Assert.Equal([second, first], queue.Select(it => it.Number));
        Assert.Equal([FilingRequestKind.Submission, FilingRequestKind.Supplement], queue.Select(it => it.Kind));
        Assert.Equal((FilingState.Active, "张**", new DateOnly(2026, 12, 7)), (queue[1].State, queue[1].MaskedName, queue[1].ReviewBy!.Value));
        Assert.Equal(second, Assert.Single(await Review.QueueAsync(1, default)).Number);
    }

    [Fact]
    public async Task EveryStepSaysWhoDidItToTheClerkAndNotToThePerson()
    {
        var number = await FileAsync(await TemporaryAsync());
        await ApproveAsync(number);
        var dossier = await Review.FindAsync(number, default);
        Assert.Equal([null, Clerk, Clerk, null], dossier!.History.Select(step => step.By));
        Assert.DoesNotContain(Clerk, (await FindAsync(number)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryStepThatIsDoneIsInTheAuditLogAndNoneThatIsRefused()
    {
        var number = await FileAsync(await WholeAsync());
        await RefusedAsync(Review.ApproveAsync(number, Clerk, null, default), "先受理");
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Review.ReturnAsync(number, Clerk, "居住证看不清", ["residence-proof"], default));
        (await SupplementAsync(number)).Dispose();
        await ApproveAsync(number);
        var other = await FileAsync(await TemporaryAsync());
        await DoneAsync(Review.TakeAsync(other, "li", default));
        await DoneAsync(Review.RefuseAsync(other, "li", "参保状态不正常。", default));

        await using var bot = await Host.Bot.OpenAsync(default);
        Assert.Equal(
            [
                ($"staff/{Clerk}", "filing.taken", $"filing/{number}"), ($"staff/{Clerk}", "filing.returned", $"filing/{number}"),
                ($"staff/{Clerk}", "filing.taken", $"filing/{number}"), ($"staff/{Clerk}", "filing.approved", $"filing/{number}"),
                ("staff/li", "filing.taken", $"filing/{other}"), ("staff/li", "filing.refused", $"filing/{other}"),
            ],
            await bot.QueryAsync<(string, string, string)>("SELECT actor, action, entity FROM audit_log ORDER BY sequence"));
        Assert.Null((await Host.Services.GetRequiredService<IAuditLog>().VerifyAsync(default)).Broken);
    }

    [Fact]
    public async Task WhatIsSealedStaysSealedThroughSupplementCorrectionAndReason()
    {
        const string corrected = "18652417396";
        var number = await FileAsync(await WholeAsync());
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Review.ReturnAsync(number, Clerk, "居住证看不清", ["residence-proof"], default));
        (await SupplementAsync(number)).Dispose();
        await ApproveAsync(number);
        using (var change = await PostAsync(number, "changes", Some.Key(), new FilingChange { Phone = corrected }))
        {
            Assert.Equal("186****7396", Text(await JsonAsync(change), "maskedPhone"));
        }

        number = await FileAsync(await WholeAsync());
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Review.ReturnAsync(number, Clerk, "张三丰的居住证看不清", ["residence-proof"], default));
        Assert.Equal("张三丰的居住证看不清", Text((await FindAsync(number))["history"]!.AsArray()[^1]!, "note"));
        Assert.Empty(Traces.InFiles(Folder, Some.IdNumber, Some.Phone, corrected, "张三丰"));
    }

    [Fact]
    public async Task ADossierHasTheFactsAndEveryDocumentAlsoThoseThatWereReplaced()
    {
        var number = await FileAsync(await WholeAsync());
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Review.ReturnAsync(number, Clerk, "看不清", ["residence-proof"], default));
        (await SupplementAsync(number)).Dispose();

        var dossier = (await Review.FindAsync(number, default))!;
        Assert.Equal("long-term-residence", dossier.Facts["reason"]);
        Assert.Equal(["identity", "residence-proof"], dossier.Required.Select(document => document.Id));
        Assert.Equal([("identity", false), ("residence-proof", false), ("residence-proof", true)], dossier.Documents.Select(document => (document.Requirement, document.Replaced)));
        foreach (var document in dossier.Documents)
        {
            var file = (await Review.OpenAsync(number, document.Attachment, default))!;
            await using var content = file.Content;
            Assert.Equal(("image/jpeg", "居住证.jpg", Some.Jpeg.Length), (file.ContentType, file.Name, (int)content.Length));
        }

        Assert.Null(await Review.OpenAsync(await FileAsync(await TemporaryAsync()), dossier.Documents[0].Attachment, default));
        Assert.Null(await Review.FindAsync("320509-20261201-0000000", default));
        Assert.DoesNotContain(Some.IdNumber, System.Text.Json.JsonSerializer.Serialize(dossier, FilingJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsDecidedInTheWrongState()
    {
        var number = await FileAsync(await TemporaryAsync());
        await RefusedAsync(Review.ApproveAsync(number, Clerk, null, default), "先受理");
        await DoneAsync(Review.TakeAsync(number, Clerk, default));
        await RefusedAsync(Review.TakeAsync(number, "李经办", default), Clerk);
        await RefusedAsync(Review.ReturnAsync(number, Clerk, "看不清", ["residence-proof"], default), "选择");
        await RefusedAsync(Review.ReturnAsync(number, Clerk, " ", ["identity"], default), "理由");
        await RefusedAsync(Review.RefuseAsync(number, Clerk, "", default), "理由");
        await RefusedAsync(Review.ApproveAsync(number, Clerk, new DateOnly(2027, 1, 1), default), "指南");
        await DoneAsync(Review.RefuseAsync(number, Clerk, "参保状态不正常。", default));
        await RefusedAsync(Review.ApproveAsync(number, Clerk, null, default), "没有要审核");
        Assert.Equal("参保状态不正常。", Text((await FindAsync(number))["history"]!.AsArray()[^1]!, "note"));
        Assert.Null((await Review.TakeAsync("320509-20261201-0000000", Clerk, default)).Filing);
    }

    [Fact]
    public async Task OfManyClerksWhoTakeAFilingAtOnceOneHasIt()
    {
        var number = await FileAsync(await TemporaryAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Review.TakeAsync(number, $"经办{i}", default))));
        Assert.Single(outcomes, outcome => outcome.Problem is null);
        Assert.Equal(2, (await Review.FindAsync(number, default))!.History.Count);
    }

    [Fact]
    public async Task AFilingFromBeforeTheTermsWereKeptLivesByThePolicy()
    {
        var number = await FileAsync(await WholeAsync());
        await using (var connection = await Host.Filings.OpenAsync(default))
        {
            await connection.ExecuteAsync("UPDATE filings SET terms = NULL");
        }

        await ApproveAsync(number);
        MoveTo(2027, 1, 15);
        using var cancellation = await PostAsync(number, "cancellation", Some.Key(), new FilingCancellation());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cancellation.StatusCode);
        Assert.Equal("2027-06-01", Text(Action(await FindAsync(number), "cancel"), "from"));
    }

    private static async Task RefusedAsync(Task<ReviewOutcome> step, string why) =>
        Assert.Contains(why, (await step).Problem!.Text, StringComparison.Ordinal);
}
