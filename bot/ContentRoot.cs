namespace PolicyBot.Bot;

/// <summary>
/// The folder with <c>appsettings.json</c> and <c>knowledge/</c>: the repository's root when run from a checkout, the folder
/// of the program when published. Relative paths of the configuration start here.
/// </summary>
internal static class ContentRoot
{
    public static string Find()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "appsettings.json")) && Directory.Exists(Path.Combine(folder.FullName, "knowledge", "guides")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder with appsettings.json and knowledge/guides at or above {Directory.GetCurrentDirectory()} or {AppContext.BaseDirectory}.");
    }
}
