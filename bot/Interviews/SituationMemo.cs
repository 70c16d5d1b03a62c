using System.Collections.Concurrent;
using System.Text;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Interviews;

/// <summary>
/// The steps of situations seen lately. Steps are immutable and depend on the situation alone; nothing of a person is in
/// them. Bounded: when full it starts again.
/// </summary>
internal sealed class SituationMemo
{
    private const int Most = 4096;

    private readonly ConcurrentDictionary<string, IStep> steps = new(StringComparer.Ordinal);

    public IStep GetOrAdd(Situation situation, Func<Situation, IStep> make)
    {
        // Amounts are anybody's; they would fill the memo without being met again.
        if (situation.LocalShare is not null || situation.EligibleCost is not null)
        {
            return make(situation);
        }

        var key = KeyOf(situation);
        if (steps.TryGetValue(key, out var known))
        {
            return known;
        }

        if (steps.Count >= Most)
        {
            steps.Clear();
        }

        return steps[key] = make(situation);
    }

    private static string KeyOf(Situation situation)
    {
        var key = new StringBuilder(96)
            .Append(situation.AsOf.DayNumber).Append('|').Append(situation.Scheme)
            .Append('|').Append(situation.InsuredPlace).Append('|').Append(situation.CarePlace);
        foreach (var (fact, value) in situation.Facts)
        {
            key.Append('|').Append(fact).Append('=').Append(value);
        }

        return key.ToString();
    }
}
