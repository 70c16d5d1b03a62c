using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.FilingService;

/// <summary>The filing service's own database; the bot has no access to it but through the API.</summary>
internal sealed class FilingDatabase(string path) : Database(path, "FilingService");
