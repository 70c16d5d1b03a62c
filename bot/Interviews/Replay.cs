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
        while (Next(step, kept, given) is { } next)
        {
            reached.Add(next.Answer);
            kept = kept.With(next.Answer.Question.Name, next.Answer.Value);
            step = next.Step;
        }

        DropTooCoarse(reached, step);
        return new Progress(reached, step, KeepWaiting(step, kept, given));
    }

    /// <summary>The answers with the last one on the way taken back; null when there is none (上一步 at the start).</summary>
    public static AnswerSheet? Back(Progress progress) =>
        progress.Reached.Count == 0 ? null : progress.Kept.Without(progress.Reached[^1].Question.Name);

    private static (Answered Answer, IStep Step)? Next(IStep step, AnswerSheet kept, AnswerSheet given)
    {
        if (given.Count == kept.Count)
        {
            return null;
        }

        foreach (var (name, value) in given)
        {
            if (!kept.Has(name) && step.Volunteer(name, value) is { } volunteered)
            {
                return (new Answered(volunteered.Question, value), volunteered.Step);
            }
        }

        return step.Question is { } question && !kept.Has(question.Name)
            && given[question.Name] is { } answer && question.Accepts(answer)
            ? (new Answered(question, answer), step.After(answer))
            : null;
    }

    /// <summary>
    /// A question that comes a second time says that its answer was too coarse (长春市, where the district decides). The
    /// answer stays on the sheet, since 朝阳区 alone would then be in doubt, but it no longer counts as given.
    /// </summary>
    private static void DropTooCoarse(List<Answered> reached, IStep step) =>
        reached.RemoveAll(answered => answered.Question.Name == step.Question?.Name);

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
