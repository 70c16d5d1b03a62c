using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>The insured places for which there is a guide, and what is said of the others.</summary>
internal sealed class GuidePlaces(
    GuideLibrary guides, PlaceCatalog places, IDeterminer determiner, ContactText contacts, Texts texts)
{
    /// <summary>A general guide stands in where there is none; it makes no place one that has a guide.</summary>
    private readonly List<Guide> local = [.. guides.Guides.Where(guide => guide.Status == GuideStatus.Current)];

    /// <summary>Full names, each once.</summary>
    public IReadOnlyList<string> Names => [.. local.SelectMany(guide => guide.InsuredPlaces).Distinct().Select(places.FullName)];

    /// <summary>For a sentence: the places by scheme, since a guide to one scheme says nothing of another.</summary>
    public string Listed => string.Join('；', local.GroupBy(guide => guide.Scheme).OrderBy(scheme => scheme.Key, StringComparer.Ordinal)
        .Select(scheme => texts.Say(
            "guides.scheme",
            ("scheme", texts.Say("scheme." + scheme.Key)),
            ("places", string.Join('、', scheme.SelectMany(guide => guide.InsuredPlaces).Distinct().Select(places.FullName))))));

    /// <summary>The place that is meant, when no guide speaks for it whichever of its namesakes it is; else null.</summary>
    public Place? Without(PlaceMention mention) =>
        mention.Candidates.Any(place => Has(place.Code)) ? null : mention.Candidates[0];

    /// <summary>Whom the guides for that insured place name, its own district first; they are the same on any day.</summary>
    public IReadOnlyList<Contact> Contacts(string? insured, string? scheme) =>
        insured is null ? [] : determiner.Determine(new Situation { Scheme = scheme, InsuredPlace = insured, AsOf = default }).Contacts;

    /// <summary>That there is no guide for a place, for which there is one, and whom to call.</summary>
    /// <param name="insured">Null where it is the scheme that has none.</param>
    /// <param name="scheme">Named where the place may have a guide to another scheme.</param>
    public string Missing(string? insured, string? scheme) => string.Join(
        '\n',
        [
            insured is null ? texts.Say("no-guide.scheme")
                : scheme is null ? texts.Say("no-guide.place", ("place", places.FullName(insured)))
                : texts.Say("no-guide.place-scheme", ("place", places.FullName(insured)), ("scheme", texts.Say("scheme." + scheme))),
            texts.Say("no-guide.others"),
            texts.Say("no-guide.places", ("places", Listed)),
            .. contacts.Hotline(scheme) is { } hotline ? [hotline] : Array.Empty<string>(),
        ]);

    /// <summary>Whether a guide speaks for the place, or for a part of it.</summary>
    private bool Has(string code) => local.Any(guide =>
        guide.SpeaksFor(code) || guide.InsuredPlaces.Any(insured => places.IsWithin(insured, code)));
}
