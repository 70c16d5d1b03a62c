namespace PolicyBot.Tests.Support;

/// <summary>Where the tests find the repository's data: the folder with PolicyBot.sln above the test binaries.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PolicyBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no PolicyBot.sln above {AppContext.BaseDirectory}");
    }
}
