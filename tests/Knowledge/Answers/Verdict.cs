using PolicyBot.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>What is right and what is wrong with the answer to one judged question.</summary>
internal sealed record Verdict(Judged Question, AnswerResult Result)
{
    /// <summary>An answer that pours out the whole guide is complete and useless.</summary>
    private const int MostLines = 25;

    private string Text => Result.Answer?.Text ?? "";

    public static IReadOnlyList<Verdict> Of(string set) =>
        [.. Judged.Load(set).Select(question => new Verdict(question, Answering.Ask(question.Q, question.Place, question.Scheme)))];

    public bool ShouldAnswer => Question.Status == "answered";

    public bool Answered => Result.Status == AnswerStatus.Answered;

    public int PointsCovered => Question.Points.Count(point => Text.Contains(point, StringComparison.Ordinal));

    /// <summary>Says what is beside the question or not what the guide says of it, or answers what no guide does.</summary>
    public bool WrongEvidence => Answered && (!ShouldAnswer
        || Question.Not.Exists(point => Text.Contains(point, StringComparison.Ordinal))
        || PointsCovered == 0 && Question.Points.Count > 0
        || !IsFromSection);

    /// <summary>Where nothing is to be said and no place is known, anything said is another region's, unless it says whose rules they are.</summary>
    public bool WrongRegion =>
        (Result.Answer?.Citations.Select(line => line.Guide) ?? []).Concat(Result.Passages.Select(passage => passage.Guide)).Any(guide =>
            Question.Guide is { } wanted ? guide != wanted
            : Question.Place is null ? Result.RulesOf is null && !Result.General
            : !Answering.Library.Find(guide)!.SpeaksFor(Question.Place));

    /// <summary>Why it is not right and complete; null if it is.</summary>
    public string? Fault =>
        Status(Result) != Question.Status ? $"{Status(Result)} instead of {Question.Status}"
        : Result.Answer is not { } answer ? null
        : Question.Points.Find(point => !Text.Contains(point, StringComparison.Ordinal)) is { } missing ? $"lacks {missing}"
        : Question.Not.Find(point => Text.Contains(point, StringComparison.Ordinal)) is { } wrong ? $"has {wrong}"
        : WrongRegion ? "another region"
        : !IsFromSection ? $"not from {Question.Section}"
        : answer.Citations.Count > MostLines ? $"{answer.Citations.Count} lines"
        : Question.Determined && Result.Determination is null ? "no determination"
        : null;

    private bool IsFromSection => Result.Answer is { } answer
        && answer.Citations.Any(line => line.Section.Contains(Question.Section ?? "", StringComparison.Ordinal));

    private static string Status(AnswerResult result) => result.Status switch
    {
        AnswerStatus.Answered => "answered",
        AnswerStatus.NeedPlace => "need-place",
        _ => "not-found",
    };
}
