using System.IO.Compression;
using Dapper;
using Microsoft.Bot.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Privacy;

/// <summary>
/// The databases and files of a host of the release before sealing (before-sealing.zip, made by running it: one person has
/// filed, one is at the form), taken up by this release.
/// </summary>
public sealed class ClearRowsTests
{
    private const string Filed = "d1c67d4baa686fcf191839bd3352c825";
    private const string AtTheForm = "c9c52884157b506e980a350801f830f4";
    private const string Number = "320509-20261122-8869607";
    private const string Owner = "webchat/dl_287805b48099c2c6333fa54103ae39e0";

    private static readonly string[] Personal = [Some.IdNumber, "13800138000", "13900139000", "张小明", "王秀英", "张三丰"];

    [Fact]
    public async Task WhatAnEarlierReleaseWroteIsSealedAtTheStartAndReadAsBefore()
    {
        var host = new RunningHost();
        ZipFile.ExtractToDirectory(Repository.Path("tests", "Adapters", "Privacy", "before-sealing.zip"), host.Data);
        await AddPendingAsync($"{host.Data}/bot.db");
        Assert.NotEmpty(Traces.InFiles(host.Data, Personal));
        await host.InitializeAsync();
        try
        {
            var services = host.Services;
            Assert.Empty(Traces.InFiles(host.Data, Personal));

            var state = (await services.GetRequiredService<IStorage>().ReadAsync([$"webchat/conversations/{AtTheForm}"], default)).Single().Value;
            Assert.Contains("王秀英", JsonConvert.SerializeObject(state), StringComparison.Ordinal);
            var said = await services.GetRequiredService<ConversationHistory>().ReadAfterAsync(Filed, 0, default);
            Assert.Contains(said, activity => activity.Json.Contains(Some.IdNumber, StringComparison.Ordinal));
            await CheckUploadsAsync(services.GetRequiredService<IUploadStore>(), $"{host.Data}/bot.db");

            var desk = services.GetRequiredService<IFilingDesk>();
            Assert.Equal(Number, Assert.Single(await desk.ForOwnerAsync(Owner, default)).Filing!.Number);
            Assert.Equal("张**", (await desk.FindAsync(Number, Some.IdNumber[^4..], default))!.MaskedName);
            Assert.Null(await desk.FindAsync(Number, "0000", default));
            var outbox = services.GetRequiredService<Outbox>();
            var pending = (await outbox.FindAsync("pending-before", default))!;
            Assert.Contains("张三丰", pending.Submission, StringComparison.Ordinal);
            Assert.Equal(Some.IdNumber[^4..], pending.IdTail);
            Assert.True(outbox.IsOf(pending, Fingerprint.OfFiling("me", Some.Submission())));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task CheckUploadsAsync(IUploadStore uploads, string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        var names = new List<string>();
        foreach (var id in await connection.QueryAsync<string>("SELECT id FROM uploads WHERE owner = @Filed", new { Filed }))
        {
            var upload = (await uploads.FindAsync(id, Filed, default))!;
            names.Add(upload.Name);
            await using var content = uploads.Open(upload);
            using var read = new MemoryStream();
            await content.CopyToAsync(read);
            Assert.Equal(Photos.Jpeg, read.ToArray());
        }

        Assert.Equal(["居住证.jpg", "张小明社保卡.jpg"], names.Order(StringComparer.Ordinal));
    }

    // Left to be sent in the far future, so that nobody sends it during the test.
    private static async Task AddPendingAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.ExecuteAsync(
            """
            INSERT INTO filing_outbox (key, owner, state, fingerprint, submission, id_tail, next_attempt_at, created_at)
            VALUES ('pending-before', 'me', 'pending', @fingerprint, @json, @tail, 99999999999999, 0)
            """,
            new
            {
                fingerprint = Fingerprint.OfFiling("me", Some.Submission()), tail = Some.IdNumber[^4..],
                json = System.Text.Json.JsonSerializer.Serialize(Some.Submission(), FilingJson.Options),
            });
    }
}
