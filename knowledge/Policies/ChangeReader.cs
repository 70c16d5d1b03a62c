using System.Globalization;

namespace PolicyBot.Knowledge.Policies;

/// <summary>Reads the limits of changing, cancelling and extending. A figure must stand in the sentence that it rests on.</summary>
internal static class ChangeReader
{
    public static ChangeRule Read(YamlMap map, QuoteReader quotes)
    {
        var cite = quotes.Cite(map);
        var rule = new ChangeRule(
            map.Text("text"), cite, [.. map.Texts("kinds").Select(kind => Named<ChangeKind>(map, "kinds", kind))], map.Flag("freely", false),
            Figure(map, "notWithinMonths", cite, "个月"), map.Flag("inPrinciple", false), Figure(map, "afterDays", cite, "天", "日"),
            map.OptionalText("at") is { } at ? Named<Submission>(map, "at", at) : null);
        return rule switch
        {
            { Kinds.Count: 0 } => throw map.Error("'kinds' is missing: change, cancel or extend"),
            { Freely: true, NotWithinMonths: not null } => throw map.Error("'freely' and 'notWithinMonths' contradict one another"),
            { Freely: true } when !cite.Quote.Contains("随时", StringComparison.Ordinal) => throw map.Error("freely", "the sentence does not say 随时"),
            { InPrinciple: true } when !cite.Quote.Contains("原则上", StringComparison.Ordinal) => throw map.Error("inPrinciple", "the sentence does not say 原则上"),
            { InPrinciple: false } when cite.Quote.Contains("原则上", StringComparison.Ordinal) => throw map.Error("the sentence says 原则上: 'inPrinciple' is missing"),
            { AfterDays: not null } when !rule.Kinds.Contains(ChangeKind.Extend) => throw map.Error("afterDays", "'afterDays' goes with extend"),
            _ => rule,
        };
    }

    /// <summary>A number that stands in the sentence with its unit, such as 6个月.</summary>
    public static int? Figure(YamlMap map, string key, Citation cite, params string[] units) => map.Number(key) is not { } number ? null
        : Array.Exists(units, unit => Stands(cite.Quote, number.ToString(CultureInfo.InvariantCulture) + unit)) ? number
        : throw map.Error(key, string.Create(CultureInfo.InvariantCulture, $"the sentence does not say {number}{units[0]}"));

    // 16个月 does not say 6个月.
    private static bool Stands(string quote, string figure)
    {
        for (var at = quote.IndexOf(figure, StringComparison.Ordinal); at >= 0; at = quote.IndexOf(figure, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsDigit(quote[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static T Named<T>(YamlMap map, string key, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
            : throw map.Error(key, $"'{name}' is not a {typeof(T).Name}");
}
