using System.Diagnostics;
using System.Security.Cryptography;
using Newtonsoft.Json.Linq;

namespace PolicyBot.Tests.Support;

/// <summary>
/// The unmodified npm botframework-directlinejs in Node. It is installed once, from npm's configured registry and by
/// the lock file's checksums, below artifacts/npm.
/// </summary>
public sealed class NodeClient : IAsyncLifetime
{
    private static readonly string Source = Repository.Path("tests", "Adapters", "WebChat", "Client");
    private string modules = "";

    public async Task InitializeAsync()
    {
        var locked = await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"));
        modules = Repository.Path("artifacts", "npm", $"direct-line-client-{Convert.ToHexStringLower(SHA256.HashData(locked))[..12]}");
        if (Directory.Exists(modules))
        {
            return;
        }

        var folder = Directory.CreateDirectory($"{modules}.{Guid.NewGuid():N}").FullName;
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Source, name), Path.Combine(folder, name));
        }

        await RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Directory.Move(folder, modules);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <param name="mode">"talk", or a token that has expired.</param>
    public async Task<JObject> RunAsync(Uri server, string mode) =>
        JObject.Parse(await RunAsync("node", modules, Path.Combine(Source, "client.mjs"), modules, server.ToString(), mode));

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
