using System.Net;
using PolicyBot.Adapters.Filings;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>What is asked for a filing after its submission: once for a key, and only by who knows the person.</summary>
public sealed class LaterRequestTests : ServiceOverMonths
{
    [Fact]
    public async Task ASupplementIsDoneOnceForAKeyAndAnotherUnderThatKeyIsAConflict()
    {
        var number = await FileAsync(await LetterAsync());
        var supplement = new FilingSupplement([new SubmittedDocument("residence-proof", "居住证", await Host.AttachAsync())]);
        var key = Some.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(number, "supplements", key, supplement)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await FindAsync(number))["history"]!.AsArray(), step => Text(step!, "kind") == "supplemented");
        using var other = await PostAsync(number, "supplements", key, supplement with { Documents = [supplement.Documents[0] with { Document = "居民户口簿（户口簿首页和本人常住人口登记卡）" }] });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        using var asCancellation = await PostAsync(number, "cancellation", key, new FilingCancellation());
        Assert.Equal(HttpStatusCode.Conflict, asCancellation.StatusCode);
    }

    [Fact]
    public async Task ARefusedSupplementLeavesNoTraceAndSaysWhatIsStillMissing()
    {
        var number = await FileAsync(await LetterAsync());
        var (key, attachment) = (Some.Key(), await Host.AttachAsync());
        using (var wrong = await PostAsync(number, "supplements", key, new FilingSupplement([new SubmittedDocument("identity", "社会保障卡", attachment)])))
        {
            Assert.Equal("residence-proof", Text((await JsonAsync(wrong))["errors"]![0]!, "field"));
        }

        using (var strange = await PostAsync(number, "supplements", key, new FilingSupplement([new SubmittedDocument("residence-proof", "护照", attachment)])))
        {
            Assert.Contains("居住证", Text((await JsonAsync(strange))["errors"]![0]!, "text"), StringComparison.Ordinal);
        }

        Assert.Single((await FindAsync(number))["history"]!.AsArray());
        using var right = await PostAsync(number, "supplements", key, new FilingSupplement([new SubmittedDocument("residence-proof", "居住证", attachment)]));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Theory]
    [InlineData("supplements")]
    [InlineData("changes")]
    [InlineData("cancellation")]
    [InlineData("extension")]
    public async Task OnlyWhoKnowsThePersonMayAskForAnything(string path)
    {
        var number = await FileAsync(await TemporaryAsync());
        object body = path == "supplements" ? new FilingSupplement([]) : new FilingCancellation();
        using var stranger = await PostAsync(number, path, Some.Key(), body, "0000");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using var unknown = await PostAsync("320509-20261201-0000000", path, Some.Key(), body);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await stranger.Content.ReadAsStringAsync());
        using var keyless = await PostAsync(number, path, null, body);
        Assert.Equal(HttpStatusCode.BadRequest, keyless.StatusCode);
        using var tailless = await PostAsync(number, path, Some.Key(), body, null);
        Assert.Equal(HttpStatusCode.BadRequest, tailless.StatusCode);
        using var nothing = await PostAsync(number, path, Some.Key(), "null");
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal("submitted", Text(await FindAsync(number), "state"));
    }

    [Fact]
    public async Task WhatBecameOfAKeyCanBeAsked()
    {
        var key = Some.Key();
        using (var before = await OutcomeAsync(key, Some.IdNumber[^4..]))
        {
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        }

        using var submitted = await SubmitAsync(await TemporaryAsync(), key);
        using var after = await OutcomeAsync(key, Some.IdNumber[^4..]);
        Assert.Equal(Text(await JsonAsync(submitted), "number"), Text(await JsonAsync(after), "number"));
        using var stranger = await OutcomeAsync(key, "0000");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }
}
