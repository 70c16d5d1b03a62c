using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>A filing out of the database, its person masked.</summary>
/// <param name="PersonHash">See <see cref="SealedPeople.HashOf"/>.</param>
internal sealed record StoredFiling(
    string Number, string Policy, string FilingType, string Scheme, string InsuredPlace, DateTimeOffset SubmittedAt, MaskedPerson Person, MaskedPerson? Agent,
    string? PersonHash, AgreedTerms Terms, FilingCase Case)
{
    /// <summary>As the API tells it, with what may be done on that day.</summary>
    public Filing ToFiling(DateOnly today) => new()
    {
        Number = Number,
        State = Case.State,
        Policy = Policy,
        FilingType = FilingType,
        InsuredPlace = InsuredPlace,
        CarePlace = Case.CarePlace,
        StartsOn = Case.StartsOn,
        ValidUntil = Case.ValidUntil,
        Validity = Case.Commitment && Terms.Letter?.Text is [var letter, ..] ? letter : Terms.Validity is { } validity ? new Statement(validity.Text, validity.Cite) : null,
        SubmittedAt = SubmittedAt,
        ReviewBy = Case.ReviewBy,
        HolidaysUnknown = Case.HolidaysUnknown,
        MaskedName = Person.Name,
        MaskedIdNumber = Person.IdNumber,
        MaskedPhone = Person.Phone,
        Commitment = Case.Commitment,
        Review = Case.Waiting is { } waiting ? new PendingReview(waiting.Kind, waiting.Since, waiting.TakenBy is not null) : null,
        Proposed = Case.Proposed,
        Missing = [.. Missing()],
        Actions = FilingPermissions.All(Case, today, Terms),
        History = [.. Case.History.Select(step => step.Event)],
    };

    public override string ToString() => $"{Number} {Case.State}";

    private IEnumerable<MissingDocument> Missing()
    {
        var owed = Case.Owed(Terms);
        return Terms.Required.Where(document => owed.Contains(document.Id)).Select(document => new MissingDocument(
            document.Id, document.AnyOf, document.Note, Case.Commitment ? Case.ValidUntil : null, document.Cite));
    }
}
