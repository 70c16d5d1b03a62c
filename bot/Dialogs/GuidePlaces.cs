using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>The insured places for which there is a guide, and what is said of the others.</summary>
internal sealed class GuidePlaces(GuideLibrary guides, PlaceCatalog places, ContactText contacts, Texts texts)
{
    // A general guide is no place's own.
    private readonly IReadOnlyList<Guide> local = [.. guides.Guides.Where(guide => guide.Status == GuideStatus.Current)];

    /// <summary>Full names, each once.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. guides.Guides.Where(guide => guide.Status == GuideStatus.Current)
            .SelectMany(guide => guide.InsuredPlaces).Distinct().Select(places.FullName)];

    /// <summary>The place that is meant, when no guide speaks for it whichever of its namesakes it is; else null.</summary>
    public Place? Without(PlaceMention mention) =>
        mention.Candidates.Any(place => Has(place.Code)) ? null : mention.Candidates[0];

    /// <summary>Whom the guides for that insured place name.</summary>
    public IReadOnlyList<Contact> Contacts(string? insured) => insured is null ? [] :
    [
        .. local.Where(guide => guide.SpeaksFor(insured)).SelectMany(guide => guide.Contacts)
            .Select(contact => new Contact(contact.Name, contact.Phone, contact.Address, contact.Hours, contact.Cite)),
    ];

    /// <summary>That there is no guide for a place, for which there is one, and whom to call.</summary>
    /// <param name="insured">Null where it is the scheme that has none.</param>
    public string Missing(string? insured) => string.Join(
        '\n',
        [
            insured is null ? texts.Say("no-guide.scheme") : texts.Say("no-guide.place", ("place", places.FullName(insured))),
            texts.Say("no-guide.others"),
            texts.Say("no-guide.places", ("places", string.Join('、', Names))),
            .. contacts.Hotline() is { } hotline ? [hotline] : Array.Empty<string>(),
        ]);

    /// <summary>Whether a guide speaks for the place, or for a part of it.</summary>
    private bool Has(string code) => local.Any(guide =>
        guide.SpeaksFor(code) || guide.InsuredPlaces.Any(insured => places.IsWithin(insured, code)));
}
