using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Which guides speak for somebody.</summary>
/// <param name="Guides">Empty where none does, or where the insured place is open.</param>
/// <param name="PlaceOpen">The insured place is unknown, or so wide that a guide speaks for a part of it.</param>
/// <param name="General">Only an old and general guide does, because no local one is held.</param>
internal sealed record Speaking(IReadOnlyList<Guide> Guides, bool PlaceOpen, bool General)
{
    public static Speaking Open { get; } = new([], PlaceOpen: true, General: false);

    public static Speaking None { get; } = new([], PlaceOpen: false, General: false);
}

/// <summary>Finds the guides that speak for a scheme and an insured place: local ones; a general one only where none is held.</summary>
internal sealed class SpeakingGuides(GuideLibrary library)
{
    /// <summary>What the general guide is about: inpatient care in another province.</summary>
    private const string Inpatient = "inpatient";

    private static readonly string[] OutsideMainland = ["71", "81", "82"];

    /// <param name="situation">With its scheme.</param>
    /// <param name="denied">Codes of places where the person says not to be insured (苏州的，不是吴江).</param>
    /// <param name="near">Care stays in the province, as the question has it.</param>
    public Speaking For(Situation situation, IReadOnlyList<string> denied, bool near)
    {
        if (situation.InsuredPlace is not { } place)
        {
            return Speaking.Open;
        }

        var local = Local(situation.Scheme, place);
        if (local.Count > 0)
        {
            // One that does not hold on the day is better than none; it is shown as not in force.
            var holding = local.Where(guide => guide.HoldsOn(situation.AsOf)).ToList();
            return new Speaking(holding.Count > 0 ? holding : local, PlaceOpen: false, General: false);
        }

        if (OfScheme(situation.Scheme).Any(guide => guide.InsuredPlaces.Any(insured =>
            Division.LiesWithin(insured, place) && !denied.Any(other => Division.LiesWithin(insured, other)))))
        {
            return Speaking.Open;
        }

        var general = library.Guides.Where(guide =>
            guide.Status == GuideStatus.General && guide.Scheme == situation.Scheme && guide.SpeaksFor(place)).ToList();
        return general.Count > 0 && !near && IsAcrossProvinces(situation, place) ? new Speaking(general, PlaceOpen: false, General: true) : Speaking.None;
    }

    /// <summary>The guides with rules of some place for a scheme.</summary>
    public IEnumerable<Guide> OfScheme(string? scheme) =>
        library.Guides.Where(guide => guide.Status == GuideStatus.Current && guide.Scheme == scheme);

    public List<Guide> Local(string? scheme, string place) => [.. OfScheme(scheme).Where(guide => guide.SpeaksFor(place))];

    /// <summary>What is not said may be; 成都 to 绵阳, or to a pharmacy, is nothing that the general guide speaks of.</summary>
    private static bool IsAcrossProvinces(Situation situation, string insured) =>
        situation.Facts.GetValueOrDefault(FactNames.CareKind, Inpatient) == Inpatient
        && (situation.CarePlace is not { } care
            || !care.AsSpan().StartsWith(insured.AsSpan(0, 2), StringComparison.Ordinal) && !Array.Exists(OutsideMainland, care.StartsWith));
}
