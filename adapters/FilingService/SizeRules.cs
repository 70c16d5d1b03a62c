using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Bounds of what is looked at at all, far above what any form needs.</summary>
internal static class SizeRules
{
    private const int MaxEntries = 64;
    private const int MaxWord = 200;
    private const int MaxText = 1000;

    private static readonly FilingProblem TooMuch = new(null, "填写的内容太多或太长，请重新填写。", null);

    public static IReadOnlyList<FilingProblem> Check(FilingSubmission submission)
    {
        string?[] words =
        [
            submission.Policy, submission.FilingType, submission.Scheme, submission.InsuredPlace, submission.CarePlace,
            submission.Consent.Version, .. submission.Facts.Keys, .. submission.Facts.Values, .. submission.Fields.Keys,
        ];
        var fits = submission.Facts.Count <= MaxEntries && submission.Fields.Count <= MaxEntries
            && words.All(word => word is { Length: <= MaxWord })
            && submission.Fields.Values.All(value => value is { Length: <= MaxText })
            && Check(submission.Documents).Count == 0;
        return fits ? [] : [TooMuch];
    }

    public static IReadOnlyList<FilingProblem> Check(IReadOnlyList<SubmittedDocument> documents) =>
        documents.Count <= MaxEntries && documents.All(document => document is not null && document.Document.Length <= MaxText
            && document.Requirement.Length <= MaxWord && document.Attachment.Length <= MaxWord)
            ? []
            : [TooMuch];
}
