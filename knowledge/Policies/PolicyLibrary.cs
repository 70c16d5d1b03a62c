using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>All policies, read and checked.</summary>
public sealed class PolicyLibrary
{
    private PolicyLibrary(IReadOnlyList<Policy> policies, FactCatalog facts) => (Policies, Facts) = (policies, facts);

    public IReadOnlyList<Policy> Policies { get; }

    public FactCatalog Facts { get; }

    /// <summary>Reads every policy file of a folder.</summary>
    /// <exception cref="PolicyFormatException">A file cannot be used, or the check found something.</exception>
    public static PolicyLibrary Load(string directory, GuideLibrary guides, PlaceCatalog places)
    {
        var library = Read(directory, guides, places);
        foreach (var finding in library.Policies.SelectMany(policy => PolicyChecker.Check(policy).Findings))
        {
            throw new PolicyFormatException(finding.File, finding.Line, finding.Message);
        }

        return library;
    }

    /// <summary>Reads without checking; for the report of the checker.</summary>
    public static PolicyLibrary Read(string directory, GuideLibrary guides, PlaceCatalog places)
    {
        var facts = FactCatalog.Load(Path.Combine(directory, "facts.zh-CN.yaml"));
        var files = Directory.EnumerateFiles(directory, "*.yaml")
            .Where(file => !file.EndsWith(".zh-CN.yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new PolicyLibrary([.. files.Select(file => PolicyReader.Read(file, guides, facts, places))], facts);
    }
}
