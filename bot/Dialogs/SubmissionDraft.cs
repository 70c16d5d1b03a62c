using System.Globalization;
using PolicyBot.Adapters.Filings;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Makes the submission of confirmed answers. Pure: the same answers make the same submission.</summary>
internal static class SubmissionDraft
{
    public static FilingSubmission Of(Progress progress, FilingStep step, IReadOnlyDictionary<string, string> attached)
    {
        var consent = ConsentAnswer.Read(progress.Find(AnswerNames.Consent)!.Value)!;
        var fields = progress.Reached.Where(answered => answered.Question.Name.StartsWith("form.", StringComparison.Ordinal)).ToList();
        var name = fields.First(field => field.Question.Kind == QuestionKind.Name);
        var id = fields.First(field => field.Question.Kind == QuestionKind.IdNumber);
        var phone = fields.First(field => field.Question.Kind == QuestionKind.Phone);
        var start = fields.First(field => field.Question.Kind == QuestionKind.Date);
        return new FilingSubmission
        {
            Policy = step.Determination.Policy!,
            FilingType = step.Determination.FilingType!,
            Scheme = step.Situation.Scheme ?? "medical",
            InsuredPlace = step.Situation.InsuredPlace!,
            CarePlace = step.Situation.CarePlace!,
            StartsOn = DateOnly.ParseExact(start.Value, "O", CultureInfo.InvariantCulture),
            Person = new Person(name.Value, id.Value, phone.Value),
            Agent = AgentOf(progress),
            Facts = step.Situation.Facts,
            Fields = fields.Except([name, id, phone, start])
                .Where(field => field.Value.Length > 0 && !field.Question.Name.StartsWith("form.agent.", StringComparison.Ordinal))
                .ToDictionary(field => field.Question.Name["form.".Length..], field => field.Value, StringComparer.Ordinal),
            Documents = [.. Documents(progress, step, attached)],
            Commitment = progress.Find(AnswerNames.Commitment) is not null,
            Consent = new Consent(consent.Version, consent.GivenAt),
        };
    }

    private static Person? AgentOf(Progress progress) =>
        progress.Find(AnswerNames.Field("agent.name")) is { } name
        && progress.Find(AnswerNames.Field("agent.idNumber")) is { } id
        && progress.Find(AnswerNames.Field("agent.phone")) is { } phone
            ? new Person(name.Value, id.Value, phone.Value)
            : null;

    private static IEnumerable<SubmittedDocument> Documents(
        Progress progress, FilingStep step, IReadOnlyDictionary<string, string> attached) =>
        from upload in DocumentHandover.Uploads(progress)
        let requirement = step.Plan.Documents.First(document => document.Id == upload.Requirement)
        let choice = progress.Find(AnswerNames.Document(upload.Requirement))?.Value ?? requirement.AnyOf[0]
        select new SubmittedDocument(upload.Requirement, choice, attached[upload.Upload]);
}
