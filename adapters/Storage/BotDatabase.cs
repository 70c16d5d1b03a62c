namespace PolicyBot.Adapters.Storage;

/// <summary>The bot's own database: conversation state, web chat history, uploads, outbox.</summary>
public sealed class BotDatabase(string path) : Database(path, "Bot");
