using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Compat.Refit;

/// <summary>A real server on a free port which says what it was asked.</summary>
public sealed class EchoService : IAsyncLifetime
{
    private readonly TaskCompletionSource _asked = new();
    private WebApplication? _app;

    public Uri Address => new(_app!.Urls.First());

    /// <summary>Ends when somebody waits for the slow answer.</summary>
    public Task Asked => _asked.Task;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Map("/base/echo/{**path}", (Delegate)EchoAsync);
        _app.Map("/echo/{**path}", (Delegate)EchoAsync);
        _app.MapPost("/upload/{id}", UploadAsync);
        _app.MapGet("/filings/{number}", Answer);
        _app.MapGet("/slow", async (HttpContext context) =>
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    private static async Task<IResult> EchoAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return Results.Ok(new
        {
            context.Request.Method,
            Path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0],
            Query = context.Request.QueryString.Value,
            Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            Body = await reader.ReadToEndAsync(),
        });
    }

    private static async Task<IResult> UploadAsync(string id, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var files = new Dictionary<string, string>();
        foreach (var file in form.Files)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            files[file.Name] = $"{file.FileName}|{file.ContentType}|{await reader.ReadToEndAsync()}";
        }

        return Results.Ok(new { Id = id, Fields = form.ToDictionary(field => field.Key, field => field.Value.ToString()), Files = files });
    }

    private static IResult Answer(string number) => number switch
    {
        "1" => Results.Text("""{"number":"1","insuredPlace":"320509","kind":"workInjury","cost":13000.05,"from":"2026-11-21"}""", "application/json"),
        "broken" => Results.Text("{", "application/json"),
        "unfit" => Results.Problem("缺少证明", statusCode: 422, title: "unfit", extensions: new Dictionary<string, object?> { ["clause"] = "五" }),
        "empty" => Results.StatusCode(503),
        _ => Results.Text("没有这个备案", "text/plain", Encoding.UTF8, 404),
    };
}
