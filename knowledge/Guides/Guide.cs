namespace PolicyBot.Knowledge.Guides;

/// <summary>A source document (指南), its text kept verbatim minus page noise.</summary>
public sealed class Guide
{
    private QuoteFinder? quotes;

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The source has no title: this one is ours, so it is no part of the text and cannot be cited.</summary>
    public bool TitleIsOurs { get; init; }

    public required string Publisher { get; init; }

    public required string Scheme { get; init; }

    /// <summary>Codes of the insured places for which the guide speaks; all that lie within count too.</summary>
    public required IReadOnlyList<string> InsuredPlaces { get; init; }

    /// <summary>Day of publication where the source shows one, else null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>First day for which the guide is known to hold, null where the source does not say.</summary>
    public DateOnly? HoldsFrom { get; init; }

    public DateOnly? HoldsUntil { get; init; }

    /// <summary>What the source says of its date, or that it says nothing; shown to people.</summary>
    public required string DateNote { get; init; }

    public required GuideStatus Status { get; init; }

    /// <summary>Name of the original file below guides/sources/.</summary>
    public required string Source { get; init; }

    /// <summary>The passages in the guide's order.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Whom to ask, as far as the guide says so.</summary>
    public IReadOnlyList<GuideContact> Contacts { get; internal set; } = [];

    /// <summary>Whether nothing in the guide speaks against its holding on this day.</summary>
    public bool HoldsOn(DateOnly day) =>
        Status != GuideStatus.Superseded && !(day < HoldsFrom) && !(day > HoldsUntil);

    /// <summary>Whether the guide speaks for people insured at this place.</summary>
    /// <param name="place">A GB/T 2260 code.</param>
    public bool SpeaksFor(string place) => InsuredPlaces.Any(insured => Division.LiesWithin(place, insured));

    /// <summary>
    /// The citation of a quotation, or null unless it stands verbatim in the guide: within one passage, across the cells of
    /// one table row, across consecutive items of one list or table, or in a heading. White space and full and half width
    /// do not matter for finding it; the citation has the words in the guide's own form.
    /// </summary>
    /// <param name="quote">The words to find.</param>
    /// <param name="under">Only look in sections whose heading path contains this; null for the whole guide.</param>
    public Citation? Cite(string quote, string? under = null) => (quotes ??= new QuoteFinder(this)).Find(quote, under);
}

/// <summary>Whom to ask; the citation is the guide's own line.</summary>
public sealed record GuideContact(string Name, string? Phone, string? Address, string? Hours, Citation Cite);

public enum GuideStatus
{
    /// <summary>A local guide, taken to hold within its dates.</summary>
    Current,

    /// <summary>Old or general: used only where no local guide applies, and shown as such.</summary>
    General,

    /// <summary>Replaced by another guide.</summary>
    Superseded,
}
