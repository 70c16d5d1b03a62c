using PolicyBot.Bot;
using PolicyBot.Bot.Commands;

return args is [] || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")
    ? await BotHost.RunAsync(args)
    : await CommandLine.RunAsync(args);
