using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PolicyBot.Tests.Bot.Commands;

/// <summary>One run of the built program, as a process of its own: what it wrote and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The one line that it wrote to standard error; fails where there are more or none.</summary>
    public string ErrorLine => Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static Task<CommandRun> Of(params string[] arguments) => In(AppContext.BaseDirectory, arguments);

    /// <param name="folder">Working directory: the program takes the knowledge at or above it.</param>
    public static Task<CommandRun> In(string folder, params string[] arguments) =>
        RunAsync(folder, arguments, [], new Dictionary<string, string>(StringComparer.Ordinal));

    /// <param name="lines">What is typed.</param>
    /// <param name="settings">Names and values as in appsettings.json, such as <c>Storage__Path</c>.</param>
    public static Task<CommandRun> Typing(IEnumerable<string> lines, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        RunAsync(AppContext.BaseDirectory, arguments, lines, settings);

    private static async Task<CommandRun> RunAsync(
        string folder, string[] arguments, IEnumerable<string> lines, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder, UseShellExecute = false,
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = Utf8, StandardOutputEncoding = Utf8, StandardErrorEncoding = Utf8,
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "policybot.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        foreach (var line in lines)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' did not end. It wrote: {await output}{await error}", e);
        }

        return new CommandRun(process.ExitCode, await output, await error);
    }
}
