namespace PolicyBot.Knowledge.Policies;

/// <summary>Reads <c>when</c>: names of facts (or <c>where</c>, <c>outcome</c>, <c>filingType</c>) with the values for which an entry holds.</summary>
internal sealed class ConditionReader(Func<IReadOnlyList<Dimension>> dimensions)
{
    public Condition Read(YamlMap? when)
    {
        var all = dimensions();
        var masks = all.Select(dimension => (1u << dimension.Values.Count) - 1).ToArray();
        HashSet<Outcome>? outcomes = null;
        HashSet<string>? filingTypes = null;
        foreach (var key in when?.Keys.ToList() ?? [])
        {
            switch (key)
            {
                case "outcome":
                    outcomes = [.. when!.Texts(key).Select(text => ReadOutcome(when, text))];
                    break;
                case "filingType":
                    filingTypes = [.. when!.Texts(key)];
                    break;
                default:
                    var index = all.ToList().FindIndex(dimension => dimension.Name == key);
                    masks[index >= 0 ? index : throw when!.Error($"'{key}' is not a fact of this policy")] = Mask(all[index], when!, key);
                    break;
            }
        }

        return new Condition(masks, outcomes, filingTypes);
    }

    private static uint Mask(Dimension dimension, YamlMap when, string key) => when.Texts(key).Aggregate(0u, (mask, value) =>
        dimension.IndexOf(value) is >= 0 and var index ? mask | (1u << index) : throw when.Error($"'{value}' is not a value of {key}"));

    private static Outcome ReadOutcome(YamlMap when, string text) =>
        Enum.TryParse<Outcome>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var outcome)
            ? outcome
            : throw when.Error($"'{text}' is not an outcome");
}
