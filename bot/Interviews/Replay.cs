namespace PolicyBot.Bot.Interviews;

/// <summary>
/// Walks an interview from its first step by the answers given. The pending question is derived, never stored; so going
/// back, changing an answer, coming back after days and after a new release are all the same walk. The model is
/// StateResolver of alphagov/smart-answers.
/// </summary>
internal static class Replay
{
    public static Progress Run(IStep first, AnswerSheet given)
    {
        var step = first;
        var reached = new List<Answered>();
        var kept = AnswerSheet.Empty;
        while (step.Question is { } question && given[question.Name] is { } value && question.Accepts(value))
        {
            if (kept.Has(question.Name))
            {
                throw new InvalidOperationException($"The interview asks for '{question.Name}' twice.");
            }

            reached.Add(new Answered(question, value));
            kept = kept.With(question.Name, value);
            step = step.After(value);
        }

        return new Progress(reached, step, KeepWaiting(step, kept, given));
    }

    /// <summary>The answers with the last one on the way taken back; null when there is none (上一步 at the start).</summary>
    public static AnswerSheet? Back(Progress progress) =>
        progress.Reached.Count == 0 ? null : progress.Kept.Without(progress.Reached[^1].Question.Name);

    /// <summary>
    /// Answers given before their question comes (one message may answer several) wait for it; an answer that the
    /// pending question refuses does not.
    /// </summary>
    private static AnswerSheet KeepWaiting(IStep step, AnswerSheet kept, AnswerSheet given)
    {
        if (given.Count == kept.Count)
        {
            return kept;
        }

        foreach (var (name, value) in given)
        {
            if (!kept.Has(name) && name != step.Question?.Name && step.MayStillAsk(name))
            {
                kept = kept.With(name, value);
            }
        }

        return kept;
    }
}
