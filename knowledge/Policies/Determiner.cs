using System.Collections.Concurrent;
using System.Numerics;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>Finds the policy for a situation and looks the combination of facts up in its decision table.</summary>
/// <param name="agencyContacts">Whom the operating agency wants to be asked besides; its own setting, no guide's word.</param>
public sealed class Determiner(PolicyLibrary library, PlaceCatalog places, IReadOnlyList<AgencyContact> agencyContacts) : IDeterminer
{
    private readonly DeterminationWriter writer = new(library.Facts, places, agencyContacts, new ContradictionChoice(library.Policies));
    private readonly ConcurrentDictionary<(string Policy, string Insured), uint> reachable = new();

    public Determination Determine(Situation situation) => Determine(situation, asking: false);

    public Determination DetermineAsking(Situation situation) => Determine(situation, asking: true);

    public FilingForm? FormFor(Determination determination) =>
        determination is { Outcome: Outcome.File, Submission: Submission.Online }
            ? library.Policies.FirstOrDefault(policy => policy.Id == determination.Policy)?.Form
            : null;

    public IReadOnlyList<PaperForm> PaperFormsFor(Determination determination, Situation situation) =>
        determination.Outcome != Outcome.File ? [] :
        [
            .. library.Policies.Where(policy => policy.Id == determination.Policy).SelectMany(policy => policy.PaperForms)
                .Where(form => form.For?.Holds(situation) ?? determination.Documents.Any(document => document.Form == form.Id)),
        ];

    private Determination Determine(Situation situation, bool asking)
    {
        var insured = Known(FactNames.InsuredPlace, situation.InsuredPlace);
        var care = Known(FactNames.CarePlace, situation.CarePlace);
        var selection = PolicySelection.For(library.Policies, places, situation.Scheme, insured);
        if (selection.Ask is { } fact)
        {
            return fact == FactNames.InsuredPlace && insured is not null
                ? writer.NeedFact(selection.Candidates, insured, FinerPlace(fact, insured, null))
                : writer.NeedFact(selection.Candidates, insured, writer.Ask(fact, null, situation.Scheme));
        }

        return selection.Policy is { } policy ? Determine(policy, situation, insured!, care, asking) : writer.NoPolicy(situation.Scheme);
    }

    private Determination Determine(Policy policy, Situation situation, Place insured, Place? care, bool asking)
    {
        Span<uint> possible = stackalloc uint[policy.Dimensions.Count];
        possible[0] = care is null
            ? (1u << policy.Relations.Count) - 1
            : PlaceRelation.Possible(policy.Relations, places, insured, care);
        for (var i = 1; i < possible.Length; i++)
        {
            possible[i] = Stated(policy.Dimensions[i], situation);
        }

        Span<uint> shown = stackalloc uint[possible.Length];
        possible.CopyTo(shown);
        var assumed = Assume(policy, possible, shown, asking);
        var deciding = policy.Table.FirstDeciding(possible);
        if (deciding == 0)
        {
            return writer.NeedFact(policy, insured, PlaceAsk(policy, insured, care));
        }

        return deciding > 0
            ? writer.NeedFact(policy, insured, writer.Ask(policy.Dimensions[deciding].Name, policy.Dimensions[deciding].Cite))
            : writer.Write(policy, situation, possible, shown, assumed, () => Reachable(policy, insured));
    }

    /// <summary>Takes the usual case for what was not said, and notes where that could make a difference.</summary>
    private static List<int> Assume(Policy policy, Span<uint> possible, Span<uint> shown, bool asking)
    {
        var assumed = new List<int>();
        for (var i = 1; i < possible.Length; i++)
        {
            var dimension = policy.Dimensions[i];
            if (dimension.Assume < 0 || BitOperations.IsPow2(possible[i])
                || (asking && dimension is { AskInConversation: true, AssumeWhen: null })
                || (dimension.AssumeWhen is { } when && !when.Certain(possible)))
            {
                continue;
            }

            possible[i] = 1u << dimension.Assume;
            if (!dimension.Open)
            {
                shown[i] = possible[i];
            }

            assumed.Add(i);
        }

        return assumed;
    }

    private uint Reachable(Policy policy, Place insured) =>
        reachable.GetOrAdd((policy.Id, insured.Code), _ => PlaceRelation.Reachable(policy.Relations, places, insured));

    private Ask PlaceAsk(Policy policy, Place insured, Place? care)
    {
        var cite = policy.Outcomes.SelectMany(rule => rule.Cites).FirstOrDefault();
        if (care is null)
        {
            return writer.Ask(FactNames.CarePlace, cite);
        }

        // The coarser of the two places is the one to ask about; between equals, where the person is going.
        return insured.Level < care.Level && places.Leaves(insured.Code).Skip(1).Any()
            ? FinerPlace(FactNames.InsuredPlace, insured, cite)
            : FinerPlace(FactNames.CarePlace, care, cite);
    }

    private Ask FinerPlace(string fact, Place place, Citation? cite) => new(
        fact,
        library.Facts.Sentence("finer-place").Replace("{place}", place.Name, StringComparison.Ordinal),
        [.. places.ChildrenOf(place.Code).Select(child => new AskOption(child.Code, child.Name))],
        library.Facts.Sentence("ask-finer-why"),
        cite);

    private Place? Known(string fact, string? code) => code is null ? null
        : places.Find(code) ?? throw new UnknownFactException(fact, code);

    private static uint Stated(Dimension dimension, Situation situation)
    {
        if (!situation.Facts.TryGetValue(dimension.Name, out var value))
        {
            return (1u << dimension.Values.Count) - 1;
        }

        return dimension.IndexOf(value) is >= 0 and var index ? 1u << index : throw new UnknownFactException(dimension.Name, value);
    }
}
