using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Policies;

/// <summary>The rules of one guide as data (政策), read from its YAML file; every entry with its quotation.</summary>
public sealed class Policy
{
    public required string Id { get; init; }

    public required string File { get; init; }

    public required Guide Guide { get; init; }

    public required string Scheme { get; init; }

    /// <summary>A general policy speaks only where no local one does, and says so.</summary>
    public bool General { get; init; }

    /// <summary>Codes of the insured places; all that lie within count too.</summary>
    public required IReadOnlyList<string> Insured { get; init; }

    internal IReadOnlyList<PlaceRelation> Relations { get; init; } = [];

    /// <summary>The first is <c>where</c>, the relation of the care place to the insured place; then the facts in asking order.</summary>
    internal IReadOnlyList<Dimension> Dimensions { get; init; } = [];

    internal IReadOnlyList<FilingType> FilingTypes { get; init; } = [];

    internal IReadOnlyList<OutcomeRule> Outcomes { get; init; } = [];

    internal IReadOnlyList<TierRule> Tiers { get; init; } = [];

    internal IReadOnlyList<Entry<Submission>> Submissions { get; init; } = [];

    internal IReadOnlyList<Entry<Channel>> Channels { get; init; } = [];

    internal IReadOnlyList<Entry<ReviewTime>> ReviewTimes { get; init; } = [];

    internal IReadOnlyList<Entry<Validity>> Validities { get; init; } = [];

    internal IReadOnlyList<Entry<ChangeRule>> Changes { get; init; } = [];

    internal IReadOnlyList<Entry<Statement>> Deadlines { get; init; } = [];

    internal IReadOnlyList<Entry<SettlementRule>> Settlements { get; init; } = [];

    internal IReadOnlyList<Entry<BetterChoiceRule>> BetterChoices { get; init; } = [];

    internal IReadOnlyList<Entry<NoticeRule>> Notices { get; init; } = [];

    public IReadOnlyList<Contact> Contacts => [.. ContactEntries.Select(entry => entry.Contact)];

    internal IReadOnlyList<ContactEntry> ContactEntries { get; init; } = [];

    /// <summary>What is filled in online, or null where nothing is filed online.</summary>
    public FilingForm? Form { get; init; }

    /// <summary>The guide's own forms (备案表), to be printed and handed in.</summary>
    public IReadOnlyList<PaperForm> PaperForms { get; init; } = [];

    /// <summary>Where the guide contradicts itself or another guide; for staff and editors.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    internal DecisionTable Table => LazyInitializer.EnsureInitialized(ref table, () => new DecisionTable(this));

    private DecisionTable? table;

    /// <summary>Index of a dimension, or -1.</summary>
    internal int IndexOf(string dimension)
    {
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (Dimensions[i].Name == dimension)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A fact of the policy with its finite domain.</summary>
/// <param name="Assume">Index of the value taken when nothing was said, or -1.</param>
/// <param name="AssumeWhen">Values of other facts under which it is assumed, also in a conversation; null for always.</param>
/// <param name="AskInConversation">Whether a conversation asks for it.</param>
/// <param name="Open">Whether entries for all its values are shown while nothing was said.</param>
internal sealed record Dimension(
    string Name, IReadOnlyList<string> Values, int Assume, Condition? AssumeWhen, bool AskInConversation, bool Open, Citation? Cite)
{
    public int IndexOf(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value)
            {
                return i;
            }
        }

        return -1;
    }
}

internal sealed record FilingType(string Name, IReadOnlyList<Entry<DocumentRequirement>> Documents, long Line);

/// <summary>A rule of which exactly one must hold for a combination of facts.</summary>
internal abstract record Rule(string Id, Condition When, IReadOnlyList<string> Over, long Line);

internal sealed record OutcomeRule(
    string Id, Condition When, IReadOnlyList<string> Over, long Line, Outcome Outcome, string? FilingType, string? Why, IReadOnlyList<Citation> Cites)
    : Rule(Id, When, Over, Line);

internal sealed record TierRule(
    string Id, Condition When, IReadOnlyList<string> Over, long Line, string Label, TierFormula Formula, decimal? Value, IReadOnlyList<Citation> Cites)
    : Rule(Id, When, Over, Line);

/// <summary>Something that is shown with a result when its condition may hold.</summary>
internal sealed record Entry<T>(string Id, Condition When, T Item, IReadOnlyList<Citation> Cites, long Line);

internal sealed record SettlementRule(
    string Kind, string Text, IReadOnlyList<Entry<DocumentRequirement>> Documents, IReadOnlyList<Channel> Channels, IReadOnlyList<Statement> Deadlines);

/// <param name="For">Codes of the insured places that it answers for; empty for all of the policy's.</param>
internal sealed record ContactEntry(string Id, Contact Contact, IReadOnlyList<string> For);

/// <param name="Stated">Said only where what it depends on was said (您说已经备过案), not while it is merely possible.</param>
internal sealed record NoticeRule(Statement Statement, bool Stated);

internal sealed record BetterChoiceRule(IReadOnlyDictionary<string, string> Change, string Text);
