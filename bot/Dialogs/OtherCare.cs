using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Finds the notices that hold only for kinds of care which a person living away does not normally ask about. The determination
/// shows all of them while the kind is not known; each is asked for by itself here, so that no policy need say so.
/// </summary>
internal sealed class OtherCare(IDeterminer determiner)
{
    private static readonly string[] Usual = ["inpatient", "outpatient"];

    private static readonly string[] Others = ["pharmacy", "chronic-outpatient", "maternity"];

    private static readonly Dictionary<Statement, string> None = [];

    public static bool IsKnown(Situation situation) => situation.Facts.ContainsKey(FactNames.CareKind);

    /// <summary>Notice → the kind of care that it is for; empty when the person said which kind it is.</summary>
    public IReadOnlyDictionary<Statement, string> Of(Determination it, Situation situation)
    {
        if (it.Policy is null || IsKnown(situation))
        {
            return None;
        }

        var usual = Usual.SelectMany(kind => Notices(situation, kind)).ToHashSet();
        var found = new Dictionary<Statement, string>();
        foreach (var kind in Others)
        {
            foreach (var notice in Notices(situation, kind).Where(notice => notice.Cite is not null && !usual.Contains(notice)))
            {
                found.TryAdd(notice, kind);
            }
        }

        return found;
    }

    private IReadOnlyList<Statement> Notices(Situation situation, string kind)
    {
        try
        {
            return determiner.Determine(situation.With(FactNames.CareKind, kind)).Notices;
        }
        catch (UnknownFactException)
        {
            // A policy that does not know this kind has nothing to say about it.
            return [];
        }
    }
}
