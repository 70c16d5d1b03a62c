using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.Hotline;

/// <summary>What a request of the look-up API must keep to; each fault by the name of its field, in plain Chinese.</summary>
internal sealed class RequestRules(FactCatalog facts, PlaceCatalog places)
{
    /// <summary>Faults by field; empty when there is none.</summary>
    public Dictionary<string, string[]> Check(DeterminationRequest request)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        CheckScheme(request.Scheme, faults);
        CheckPlace(FactNames.InsuredPlace, request.InsuredPlace, faults);
        CheckPlace(FactNames.CarePlace, request.CarePlace, faults);
        foreach (var (name, value) in request.StatedFacts())
        {
            if (facts.Find(name) is not { Options.Count: > 0 } fact)
            {
                faults[name] = ["没有这个项目。"];
            }
            else if (fact.Options.All(option => option.Value != value))
            {
                faults[name] = [$"只能是：{string.Join("、", fact.Options.Select(option => option.Value))}。"];
            }
        }

        if (request.LocalShare is < 0 or > 1)
        {
            faults["localShare"] = ["要在0和1之间，比如0.85。"];
        }

        if (request.EligibleCost is < 0 or > 1_000_000_000)
        {
            faults["eligibleCost"] = ["要在0和十亿元之间。"];
        }

        return faults;
    }

    public void CheckScheme(string? scheme, Dictionary<string, string[]> faults)
    {
        var options = facts.Find(FactNames.Scheme)!.Options;
        if (scheme is not null && options.All(option => option.Value != scheme))
        {
            faults[FactNames.Scheme] = [$"只能是：{string.Join("、", options.Select(option => option.Value))}。"];
        }
    }

    public void CheckPlace(string field, string? code, Dictionary<string, string[]> faults)
    {
        if (code is not null && places.Find(code) is null)
        {
            faults[field] = [$"没有代码是“{(code.Length > 20 ? code[..20] : code)}”的地方。可以用 /api/v1/places?q= 查代码。"];
        }
    }
}
