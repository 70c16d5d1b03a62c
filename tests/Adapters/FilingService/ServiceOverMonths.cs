using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>The service by HTTP and its clerk, on a clock that the test moves.</summary>
public abstract class ServiceOverMonths : IAsyncLifetime
{
    protected const string Clerk = "王经办";

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private HttpClient client = null!;

    private protected FilingHost Host { get; private set; } = null!;

    private protected IFilingReview Review => Host.Review;

    /// <summary>Where the databases lie.</summary>
    private protected string Folder => folder.Path;

    private protected virtual IDeterminer Determiner => RealKnowledge.Determiner;

    public async Task InitializeAsync()
    {
        Host = await FilingHost.StartAsync(folder, clock, Determiner);
        client = Host.Client();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await Host.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<FilingSubmission> WholeAsync() => Some.Submission() with
    {
        StartsOn = ChinaTime.Today(clock),
        Documents = [new("identity", "社会保障卡", await Host.AttachAsync()), new("residence-proof", "居住证", await Host.AttachAsync())],
    };

    protected async Task<FilingSubmission> LetterAsync() =>
        await WholeAsync() with { Commitment = true, Documents = [new("identity", "社会保障卡", await Host.AttachAsync())] };

    protected async Task<FilingSubmission> TemporaryAsync() => Some.Submission() with
    {
        FilingType = "其他临时外出就医人员", StartsOn = ChinaTime.Today(clock),
        Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "other-temporary" },
        Documents = [new("identity", "社会保障卡", await Host.AttachAsync())],
    };

    protected async Task<string> FileAsync(FilingSubmission submission)
    {
        using var answer = await SubmitAsync(submission);
        Assert.Equal((HttpStatusCode.Created, string.Empty), (answer.StatusCode, answer.IsSuccessStatusCode ? string.Empty : await answer.Content.ReadAsStringAsync()));
        return Text(await JsonAsync(answer), "number");
    }

    protected async Task ApproveAsync(string number)
    {
        await DoneAsync(Host.Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Host.Review.ApproveAsync(number, Clerk, null, default));
    }

    private protected static async Task DoneAsync(Task<ReviewOutcome> step) => Assert.Null((await step).Problem);

    protected void MoveTo(int year, int month, int day)
    {
        clock.Advance(new DateTimeOffset(year, month, day, 10, 0, 0, TimeSpan.FromHours(8)) - clock.GetUtcNow());
    }

    protected async Task<string> StateAsync(string number)
    {
        await using var connection = await Host.Filings.OpenAsync(default);
        return await connection.QuerySingleAsync<string>("SELECT state FROM filings WHERE number = @number", new { number });
    }

    protected async Task<HttpResponseMessage> SubmitAsync(FilingSubmission submission, string? key = null)
    {
        using var content = JsonContent.Create(submission, options: FilingJson.Options);
        await content.LoadIntoBufferAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/filing-api/filings") { Content = content };
        request.Headers.Add("Idempotency-Key", key ?? Some.Key());
        return await client.SendAsync(request);
    }

    protected async Task<HttpResponseMessage> SupplementAsync(string number) => await PostAsync(
        number, "supplements", Some.Key(), new FilingSupplement([new SubmittedDocument("residence-proof", "居住证", await Host.AttachAsync())]));

    protected Task<HttpResponseMessage> PostAsync(string number, string path, string? key, object body) =>
        PostAsync(number, path, key, body, Some.IdNumber[^4..]);

    protected async Task<HttpResponseMessage> PostAsync(string number, string path, string? key, object body, string? tail)
    {
        using var content = new StringContent(body as string ?? JsonSerializer.Serialize(body, body.GetType(), FilingJson.Options), System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/filing-api/filings/{number}/{path}") { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (tail is not null)
        {
            request.Headers.Add("Id-Number-Tail", tail);
        }

        return await client.SendAsync(request);
    }

    protected async Task<HttpResponseMessage> OutcomeAsync(string key, string tail)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/filing-api/requests");
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("Id-Number-Tail", tail);
        return await client.SendAsync(request);
    }

    protected async Task<JsonNode> FindAsync(string number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/filing-api/filings/{number}");
        request.Headers.Add("Id-Number-Tail", Some.IdNumber[^4..]);
        using var answer = await client.SendAsync(request);
        return await JsonAsync(answer);
    }

    protected static JsonNode Action(JsonNode filing, string kind) => filing["actions"]!.AsArray().Single(action => Text(action!, "kind") == kind)!;

    protected static string Text(JsonNode node, string property) => (string)node[property]!;

    protected static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
