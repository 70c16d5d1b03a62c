namespace PolicyBot.Knowledge.Policies;

/// <summary>The outcome of a policy (判定) for given facts; the body of <c>POST /api/v1/determinations</c>.</summary>
public sealed record Determination
{
    /// <summary>Id of the policy that decided, or null where none applies.</summary>
    public string? Policy { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The next fact needed, when <see cref="Outcome"/> is <see cref="Policies.Outcome.NeedFact"/>.</summary>
    public Ask? Ask { get; init; }

    /// <summary>The guide's own name of the filing type (备案类型), where a filing applies.</summary>
    public string? FilingType { get; init; }

    /// <summary>All are needed; within one, any alternative will do.</summary>
    public IReadOnlyList<DocumentRequirement> Documents { get; init; } = [];

    public IReadOnlyList<Channel> Channels { get; init; } = [];

    public Submission Submission { get; init; } = Submission.None;

    public ReviewTime? ReviewTime { get; init; }

    public Validity? Validity { get; init; }

    /// <summary>Changing, cancelling or extending a filing.</summary>
    public IReadOnlyList<ChangeRule> Change { get; init; } = [];

    public IReadOnlyList<Statement> Deadlines { get; init; } = [];

    public Tier? Tier { get; init; }

    /// <summary>How the money is settled: directly, and by a manual claim (零星报销).</summary>
    public IReadOnlyList<Settlement> Settlement { get; init; } = [];

    public IReadOnlyList<BetterChoice> BetterChoices { get; init; } = [];

    public IReadOnlyList<Statement> Notices { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>
    /// Where what is said above does not go together with another sentence of the guide, or with the old general article. For
    /// staff (the look-up API); a citizen is told only what the notices say of it.
    /// </summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    /// <summary>Every citation used above, once.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>The next fact needed: asked in plain words, with the reason for asking.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Prompt">The question in plain Chinese.</param>
/// <param name="Options">The values that can still matter; empty for places and free input.</param>
/// <param name="Why">Why it is asked, in plain Chinese.</param>
/// <param name="Cite">The guide's sentence that makes the fact matter.</param>
public sealed record Ask(string Fact, string Prompt, IReadOnlyList<AskOption> Options, string Why, Citation? Cite);

/// <param name="Value">Value for the contract, such as <c>referral</c>, or a place code.</param>
/// <param name="Label">What a person reads, such as 转诊转院.</param>
public sealed record AskOption(string Value, string Label);

/// <summary>A sentence for the person. Without a citation it is ours (an assumption, a warning), never the guide's.</summary>
public record Statement(string Text, Citation? Cite = null);

/// <summary>One document needed; any of <paramref name="AnyOf"/> will do.</summary>
/// <param name="Id">Stable name inside the policy, such as <c>identity</c>.</param>
/// <param name="ByPerson">False where the guide says that the person need not bring it (the system or the hospital makes it).</param>
/// <param name="Form">Id of the policy's <see cref="PaperForm"/> that this document is, or null.</param>
public sealed record DocumentRequirement(
    string Id, IReadOnlyList<string> AnyOf, string? Note, Citation Cite, bool ByPerson = true, string? Form = null);

/// <summary>A way to file.</summary>
/// <param name="Kind"><c>online</c>, <c>window</c>, <c>phone</c>, <c>fax</c> or <c>kiosk</c> (自助机).</param>
public sealed record Channel(string Name, string Kind, IReadOnlyList<string> Steps, string? Note, Citation Cite);

/// <summary>How the filing reaches the agency.</summary>
public enum Submission
{
    None,
    Online,
    Window,
    Provider,
}

/// <param name="WorkingDays">Working days (工作日) until it is reviewed.</param>
public sealed record ReviewTime(int WorkingDays, string Text, Citation Cite);

/// <summary>How long a filing holds.</summary>
/// <param name="Years">Calendar years, when the guide gives a length.</param>
/// <param name="Days">Days, when the guide gives a length in days.</param>
/// <param name="AsLongAsProof">It holds as long as the proof document.</param>
/// <param name="Months">Calendar months, when the guide gives a length in months.</param>
public sealed record Validity(string Text, int? Years, int? Days, bool AsLongAsProof, Citation Cite, int? Months = null);

/// <summary>How the payable share follows from the local share (待遇档次).</summary>
/// <param name="Value">Percentage points for <see cref="TierFormula.LocalMinusPoints"/>, the factor for
/// <see cref="TierFormula.LocalTimes"/>, per cent for <see cref="TierFormula.SelfPayFirst"/>; else null.</param>
/// <param name="ExpectedShare">0 to 1, when the local share is known.</param>
/// <param name="ExpectedPayment">Yuan, two decimals, when the eligible cost is known too.</param>
public sealed record Tier(
    string Label, TierFormula Formula, decimal? Value, decimal? ExpectedShare, decimal? ExpectedPayment, Citation? Cite);

public enum TierFormula
{
    /// <summary>Same as at home.</summary>
    Local,

    /// <summary>Minus percentage points.</summary>
    LocalMinusPoints,

    /// <summary>Times a factor.</summary>
    LocalTimes,

    /// <summary>The person first pays some per cent, then the local share.</summary>
    SelfPayFirst,

    /// <summary>The fund pays nothing.</summary>
    None,

    /// <summary>The guide does not say.</summary>
    Unstated,
}

/// <summary>One way of settling.</summary>
/// <param name="Kind"><c>direct</c> or <c>manual</c> (零星报销, 手工报销).</param>
public sealed record Settlement(
    string Kind, string Text, IReadOnlyList<DocumentRequirement> Documents, IReadOnlyList<Channel> Channels,
    IReadOnlyList<Statement> Deadlines, Citation Cite);

/// <summary>A lawful change that would raise the tier or spare a filing.</summary>
/// <param name="Change">Fact → value that would have to hold instead.</param>
/// <param name="GainPoints">Difference of the share in percentage points, where it can be computed.</param>
public sealed record BetterChoice(
    string Text, IReadOnlyDictionary<string, string> Change, decimal? GainPoints, Citation Cite);

/// <summary>Whom to ask. Without a citation it is the operating agency's own setting, not the guide's.</summary>
public sealed record Contact(string Name, string? Phone, string? Address, string? Hours, Citation? Cite);
