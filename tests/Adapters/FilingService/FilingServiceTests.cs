using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>The service as a stranger to our code meets it: HTTP and JSON.</summary>
public sealed class FilingServiceTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private FilingHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await FilingHost.StartAsync(folder, clock);
        client = host.Client();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task AFitFilingIsCreatedWithItsDaysAndStoredWhole()
    {
        var attachment = await host.AttachAsync();
        using var answer = await SubmitAsync(Some.Key(), Some.Submission(attachment));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var filing = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var number = (string)filing["number"]!;
        Assert.Equal($"/filing-api/filings/{number}", answer.Headers.Location!.ToString());
        Assert.StartsWith("320509-20261201-", number, StringComparison.Ordinal);
        Assert.Equal("submitted", (string)filing["state"]!);
        Assert.Equal("2026-12-03", (string)filing["reviewBy"]!);
        Assert.Equal("2027-11-30", (string)filing["validUntil"]!);
        Assert.Equal($"{Some.IdNumber[..6]}********{Some.IdNumber[^4..]}", (string)filing["maskedIdNumber"]!);

        await using var connection = await host.Filings.OpenAsync(default);
        var vault = host.Services.GetRequiredService<FilingVault>();
        var (name, idNumber, idHash) = await connection.QuerySingleAsync<(string, string, string)>("SELECT name, id_number, id_hash FROM filings WHERE number = @number", new { number });
        Assert.Equal(("张三丰", Some.IdNumber), (vault.Open(DataKind.Name, name), vault.Open(DataKind.IdNumber, idNumber)));
        Assert.Equal(SealedPeople.HashOf(vault, Some.IdNumber.ToLowerInvariant()), idHash);
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filing_facts WHERE number = @number", new { number }));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filing_documents WHERE number = @number", new { number }));
        Assert.Equal(number, await connection.ExecuteScalarAsync<string>("SELECT number FROM attachments WHERE id = @attachment", new { attachment }));
        var file = Assert.Single(folder.Files("data/attachments"));
        await using var content = SealedFile.Open(file, attachment, vault);
        using var kept = new MemoryStream();
        await content.CopyToAsync(kept);
        Assert.Equal(Some.Jpeg, kept.ToArray());
    }

    [Fact]
    public async Task WithoutTheKeyTheApiIsClosed()
    {
        using var stranger = host.Client(withKey: false);
        foreach (var authorization in new[] { null, "Bearer wrong", "Basic " + client.DefaultRequestHeaders.Authorization!.Parameter })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/filing-api/filings/320509-20261201-0000000");
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(request)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/filing-api/filings", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/filing-api/attachments", null)).StatusCode);
    }

    [Fact]
    public async Task TheSameKeyWithTheSameBodyGivesTheSameNumberAndWithAnotherAConflict()
    {
        var (key, submission) = (Some.Key(), Some.Submission(await host.AttachAsync()));
        var number = await NumberAsync(await SubmitAsync(key, submission));
        using var again = await SubmitAsync(key, submission with { Facts = submission.Facts.Reverse().ToDictionary() });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(number, await NumberAsync(again));
        using var other = await SubmitAsync(key, submission with { Person = submission.Person with { Phone = "13900139000" } });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task FiftyRequestsAtOnceWithOneKeyAreOneFiling()
    {
        var (key, submission) = (Some.Key(), Some.Submission(await host.AttachAsync()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SubmitAsync(key, submission)));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single((await Task.WhenAll(answers.Select(NumberAsync))).Distinct(StringComparer.Ordinal));
        await using var connection = await host.Filings.OpenAsync(default);
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM filings"));
    }

    [Fact]
    public async Task ARefusedSubmissionLeavesNoTraceAndMayBeMended()
    {
        var (key, submission) = (Some.Key(), Some.Submission(await host.AttachAsync()));
        using var refused = await SubmitAsync(key, submission with { Person = submission.Person with { Phone = "1380013800a" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        var error = Assert.Single(JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
        Assert.Equal("person.phone", (string)error["field"]!);
        Assert.DoesNotContain("1380013800a", error.ToJsonString(), StringComparison.Ordinal);
        using var mended = await SubmitAsync(key, submission);
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
    }

    [Fact]
    public async Task AnAttachmentBelongsToOneFiling()
    {
        var submission = Some.Submission(await host.AttachAsync());
        using var first = await SubmitAsync(Some.Key(), submission);
        using var second = await SubmitAsync(Some.Key(), submission);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
    }

    [Fact]
    public async Task AFilingIsShownOnlyToWhoKnowsThePerson()
    {
        var number = await NumberAsync(await SubmitAsync(Some.Key(), Some.Submission(await host.AttachAsync())));
        Assert.Equal(HttpStatusCode.OK, (await FindAsync(number, Some.IdNumber[^4..])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await FindAsync(number, null)).StatusCode);
        using var wrong = await FindAsync(number, "0000");
        using var unknown = await FindAsync("320509-20261201-0000000", Some.IdNumber[^4..]);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await wrong.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[1,2]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("policy=wujiang", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task WhatIsNoSubmissionIsAnsweredWithAProblem(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/filing-api/filings") { Content = content };
        request.Headers.Add("Idempotency-Key", Some.Key());
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsArray());
    }

    [Theory]
    [InlineData("person")]
    [InlineData("facts")]
    [InlineData("documents")]
    [InlineData("startsOn")]
    public async Task ANullWhereSomethingIsRequiredIsAnsweredWithAProblem(string property)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Some.Submission(), FilingJson.Options))!;
        body[property] = null;
        using var answer = await PostAsync(Some.Key(), JsonContent.Create(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task NullsInsideListsAndFactsAreRefusedToo()
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Some.Submission(), FilingJson.Options))!;
        body["facts"]!["reason"] = null;
        body["documents"]!.AsArray().Add(null);
        using var answer = await PostAsync(Some.Key(), JsonContent.Create(body));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task AHugeSubmissionIsRefused()
    {
        var submission = Some.Submission() with { Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = new('长', 200_000) } };
        using var answer = await SubmitAsync(Some.Key(), submission);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("virus.jpg", "MZ program", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("virus.exe", "MZ program", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("empty.jpg", "", HttpStatusCode.UnprocessableEntity)]
    public async Task AFileThatIsNoDocumentIsRefusedWithAReason(string name, string content, HttpStatusCode status)
    {
        using var form = new MultipartFormDataContent { { new StringContent(content), "file", name } };
        using var answer = await client.PostAsync("/filing-api/attachments", form);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("file", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![0]!["field"]!);
        Assert.Empty(folder.Files("data/attachments"));
    }

    [Fact]
    public async Task AFileOfTwentyMegabytesIsRefused()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([.. Some.Jpeg, .. new byte[20 * 1024 * 1024]]), "file", "large.jpg" } };
        using var answer = await client.PostAsync("/filing-api/attachments", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(folder.Files("data/attachments"));
    }

    [Fact]
    public async Task AFormWithoutAFileIsRefused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/filing-api/attachments", form)).StatusCode);
        using var text = new StringContent("x");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/filing-api/attachments", text)).StatusCode);
    }

    private Task<HttpResponseMessage> SubmitAsync(string key, FilingSubmission submission) =>
        PostAsync(key, JsonContent.Create(submission, options: FilingJson.Options));

    private async Task<HttpResponseMessage> PostAsync(string key, HttpContent content)
    {
        await content.LoadIntoBufferAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/filing-api/filings") { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> FindAsync(string number, string? tail)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/filing-api/filings/{number}");
        if (tail is not null)
        {
            request.Headers.Add("Id-Number-Tail", tail);
        }

        return await client.SendAsync(request);
    }

    private static async Task<string> NumberAsync(HttpResponseMessage answer) =>
        (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["number"]!;
}
