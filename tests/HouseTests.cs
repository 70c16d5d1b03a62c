using System.Reflection;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests;

public sealed class HouseTests
{
    [Theory]
    [InlineData("PolicyBot.Knowledge", new string[0])]
    [InlineData("PolicyBot.Adapters", new[] { "PolicyBot.Knowledge" })]
    [InlineData("policybot", new[] { "PolicyBot.Knowledge", "PolicyBot.Adapters" })]
    public void A_folder_uses_only_the_folders_below_it(string assembly, string[] allowed)
    {
        var used = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("PolicyBot", StringComparison.OrdinalIgnoreCase) && name != "PolicyBot.Compat");

        Assert.Empty(used.Except(allowed));
    }

    [Fact]
    public void Only_the_build_files_know_the_switch_for_the_official_packages()
    {
        var knowing = Sources("*.cs", "*.csproj", "*.sln")
            .Where(file => File.ReadAllText(file).Contains("Official" + "Packages", StringComparison.Ordinal));

        Assert.Empty(knowing);
    }

    private static IEnumerable<string> Sources(params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(Repository.Root, pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains("artifacts", StringComparison.Ordinal));
}
