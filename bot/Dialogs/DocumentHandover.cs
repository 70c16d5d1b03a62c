using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Hands the uploaded documents to the agency, each once, when the filing is confirmed and not before.</summary>
internal sealed class DocumentHandover(IFilingDesk desk, IUploadStore uploads, Texts texts)
{
    /// <summary>
    /// Returns what went wrong; a problem without a field (the agency is silent) leaves all answers as they are, so that
    /// confirming again tries again.
    /// </summary>
    public async Task<IReadOnlyList<FilingProblem>> HandOverAsync(Turn turn, CancellationToken cancellationToken)
    {
        var attached = turn.State.Attached ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<FilingProblem>();
        foreach (var (requirement, id) in Uploads(turn.Progress).Where(one => !attached.ContainsKey(one.Upload)))
        {
            if (await uploads.FindAsync(id, turn.Conversation, cancellationToken) is not { } upload)
            {
                problems.Add(new FilingProblem(requirement, texts.Say("confirm.upload-lost"), null));
                continue;
            }

            await using var content = uploads.Open(upload);
            var receipt = await desk.AttachAsync(upload, content, cancellationToken);
            if (receipt.Attachment is { } attachment)
            {
                attached[id] = attachment;
            }
            else
            {
                problems.Add(new FilingProblem(null, receipt.Problem?.Text ?? texts.Say("confirm.unavailable"), receipt.Problem?.Cite));
            }
        }

        return problems;
    }

    /// <summary>The uploads of the answers, with the requirement that each is for.</summary>
    public static IEnumerable<(string Requirement, string Upload)> Uploads(Progress progress) =>
        progress.Reached.Where(answered => answered.Question.Kind == QuestionKind.Upload)
            .Select(answered => (AnswerNames.RequirementOf(answered.Question.Name), answered.Value));
}
