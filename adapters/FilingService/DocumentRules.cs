using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Whether the documents are those that the guide asks for: each once, in one of its alternatives, with its file.</summary>
internal static class DocumentRules
{
    /// <param name="letter">The commitment letter (承诺书) that the guide allows, if it allows one.</param>
    public static IEnumerable<FilingProblem> Check(
        FilingSubmission submission, Determination determination, CommitmentLetter? letter, IReadOnlySet<string> attachments)
    {
        if (submission.Commitment && letter is null)
        {
            yield return new FilingProblem("commitment", "按指南，这种备案不能用承诺书代替材料。", null);
        }

        var required = determination.Documents.Where(document => document.ByPerson).ToList();
        if (submission.Commitment && letter is not null && !required.Exists(document => letter.Replaces.Contains(document.Id)))
        {
            yield return new FilingProblem("commitment", "这种备案没有可以用承诺书代替的材料。", null);
        }

        var replaced = submission.Commitment && letter is not null ? letter.Replaces : [];
        foreach (var requirement in required)
        {
            foreach (var problem in Check(requirement, [.. submission.Documents.Where(document => document.Requirement == requirement.Id)], replaced.Contains(requirement.Id), attachments))
            {
                yield return problem;
            }
        }

        foreach (var surplus in submission.Documents.Where(document => required.All(requirement => requirement.Id != document.Requirement)))
        {
            yield return Surplus(surplus);
        }
    }

    /// <summary>Documents that come later: each one that the guide asks for, in one of its alternatives, with its file.</summary>
    public static IEnumerable<FilingProblem> CheckLater(
        IReadOnlyList<SubmittedDocument> submitted, IReadOnlyList<DocumentRequirement> required, IReadOnlySet<string> attachments) =>
    [
        .. required.Select(requirement => (requirement, documents: submitted.Where(document => document.Requirement == requirement.Id).ToList()))
            .SelectMany(it => Check(it.requirement, it.documents, replaced: true, attachments)),
        .. submitted.Where(document => required.All(requirement => requirement.Id != document.Requirement)).Select(Surplus),
    ];

    public static FilingProblem Lacking(DocumentRequirement requirement) =>
        new(requirement.Id, $"还缺少材料：“{Names(requirement)}”。", requirement.Cite);

    private static FilingProblem Surplus(SubmittedDocument document) =>
        new(document.Requirement, $"这种备案不需要提交“{document.Document}”。", null);

    private static IEnumerable<FilingProblem> Check(
        DocumentRequirement requirement, IReadOnlyList<SubmittedDocument> submitted, bool replaced, IReadOnlySet<string> attachments)
    {
        switch (submitted)
        {
            case [] when replaced:
                break;
            case []:
                yield return Lacking(requirement);
                break;
            case [var document]:
                if (!requirement.AnyOf.Contains(document.Document, StringComparer.Ordinal))
                {
                    yield return new FilingProblem(requirement.Id, $"“{document.Document}”不能作为这项材料，应当是“{Names(requirement)}”。", requirement.Cite);
                }

                if (!attachments.Contains(document.Attachment))
                {
                    yield return new FilingProblem(requirement.Id, $"“{document.Document}”的文件没有收到，请重新上传。", null);
                }

                break;
            default:
                yield return new FilingProblem(requirement.Id, $"“{Names(requirement)}”只需要提交一份。", requirement.Cite);
                break;
        }
    }

    private static string Names(DocumentRequirement requirement) => string.Join("”或“", requirement.AnyOf);
}
