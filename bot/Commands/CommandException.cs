namespace PolicyBot.Bot.Commands;

/// <summary>The caller's words were off; the message says how.</summary>
internal sealed class CommandException(string message) : Exception(message);
