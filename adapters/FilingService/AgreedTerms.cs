using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>
/// What the policy said of a filing when it was filed. It is kept with the filing, so that a later edition of the policy does
/// not change the terms of filings that were made under an earlier one.
/// </summary>
internal sealed record AgreedTerms
{
    public Validity? Validity { get; init; }

    /// <summary>The commitment letter, where one may stand in for a document that this filing needs.</summary>
    public CommitmentLetter? Letter { get; init; }

    public ReviewTime? ReviewTime { get; init; }

    public IReadOnlyList<ChangeRule> Changes { get; init; } = [];

    /// <summary>The documents that the person has to hand in.</summary>
    public IReadOnlyList<DocumentRequirement> Required { get; init; } = [];

    /// <summary>Whom to ask, in words; empty when nobody is named.</summary>
    public string Ask { get; init; } = string.Empty;

    public static AgreedTerms Of(Determination determination, CommitmentLetter? letter)
    {
        var required = determination.Documents.Where(document => document.ByPerson).ToList();
        return new AgreedTerms
        {
            Validity = determination.Validity,
            Letter = letter is not null && required.Exists(document => letter.Replaces.Contains(document.Id)) ? letter : null,
            ReviewTime = determination.ReviewTime,
            Changes = determination.Change,
            Required = required,
            Ask = PolicyRules.Phones(determination),
        };
    }

    public ChangeRule? RuleFor(ChangeKind kind) => Changes.FirstOrDefault(rule => rule.Kinds.Contains(kind));
}
