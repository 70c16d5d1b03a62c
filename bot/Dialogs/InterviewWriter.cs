using System.Security.Cryptography;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Writes answers into the conversation's state and says what follows from them.</summary>
internal sealed class InterviewWriter(
    CitizenInterview interview, InterviewQuestions questions, DeterminationText determinations, GeneralGuide general,
    PapersText papers, ValueText values, Texts texts)
{
    /// <summary>
    /// Takes up what a message answers, be it new or a correction. Returns whether the pending question is to be asked now.
    /// </summary>
    /// <param name="turn">The turn that heard it.</param>
    /// <param name="reading">What it answers.</param>
    /// <param name="starts">Whether the interview starts or is taken up again: then the determination is told anew.</param>
    public bool Apply(Turn turn, Reading reading, bool starts)
    {
        var before = turn.Progress;
        Write(turn, Changed(before.Kept, reading.Answers));
        var corrected = !reading.Chosen && Understood(turn, before, reading);
        WarnFirst(turn, before);
        if (!Tell(turn, starts ? null : before.Step as FilingStep)
            && corrected && before.Step is FilingStep && turn.Progress.Step is FilingStep)
        {
            turn.Say(texts.Say("corrected.same"));
        }

        return true;
    }

    /// <summary>Before anything is asked by a general guide, not only before what it comes to.</summary>
    private void WarnFirst(Turn turn, Progress before)
    {
        if (turn.Progress.Step is SituationStep { Policy: { } policy, Situation: var situation }
            && policy != (before.Step as SituationStep)?.Policy
            && general.Warning(policy, situation.InsuredPlace) is { } warning)
        {
            turn.Say(warning);
        }
    }

    /// <summary>Takes the last answer back.</summary>
    public bool Back(Turn turn)
    {
        if (Replay.Back(turn.Progress) is { } sheet)
        {
            Write(turn, sheet);
        }
        else
        {
            turn.Say(texts.Say("back.first"));
        }

        return true;
    }

    /// <summary>Forgets answers, so that they are asked again.</summary>
    public void Forget(Turn turn, IEnumerable<string> names) =>
        Write(turn, names.Aggregate(turn.Progress.Kept, (sheet, name) => sheet.Without(name)));

    /// <summary>Keeps the situation that a question stated, so that a filing can start from it; never over a form begun.</summary>
    public void Remember(Turn turn, Situation situation, Determination determination)
    {
        if (!turn.State.Answers.ContainsKey(AnswerNames.Consent))
        {
            turn.State.Confirmed = false;
            turn.State.Number = null;
            turn.State.Untold = determination.Outcome == Outcome.File;
            Write(turn, SituationFacts.Sheet(situation));
        }
    }

    /// <summary>Replays what is kept, and stores it.</summary>
    public void Write(Turn turn, AnswerSheet sheet)
    {
        turn.Progress = interview.Replay(sheet, turn.Today);
        turn.State.Answers = new Dictionary<string, string>(turn.Progress.Kept, StringComparer.Ordinal);
        turn.State.Misses = 0;
        if (turn.Progress.Pending?.Kind == QuestionKind.Review)
        {
            turn.State.Key ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        }
    }

    private static AnswerSheet Changed(AnswerSheet sheet, IEnumerable<KeyValuePair<string, string?>> answers) =>
        answers.Aggregate(sheet, (now, answer) => answer.Value is null ? now.Without(answer.Key) : now.With(answer.Key, answer.Value));

    /// <summary>
    /// Repeats the facts that were read from free words, so that a misunderstanding is seen at once. Returns whether one of
    /// them replaces an earlier answer.
    /// </summary>
    private bool Understood(Turn turn, Progress before, Reading reading)
    {
        var named = reading.Answers.Where(answer => answer.Value is not null).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
        var facts = turn.Progress.Reached
            .Where(now => AnswerNames.IsFact(now.Question.Name) && named.Contains(now.Question.Name)
                && before.Find(now.Question.Name)?.Value != now.Value)
            .ToLookup(now => before.Find(now.Question.Name) is not null);
        var waiting = turn.Progress.Kept
            .Where(answer => named.Contains(answer.Key) && turn.Progress.Find(answer.Key) is null && before.Kept[answer.Key] != answer.Value
                && turn.Progress.Pending?.Name != answer.Key)
            .Select(answer => (Question: questions.OfVolunteered(answer.Key), answer.Value))
            .Where(answer => answer.Question is { Label: var label } && label != answer.Question.Name)
            .Select(answer => new Answered(answer.Question!, answer.Value));
        Repeat(turn, "corrected", facts[true]);
        Repeat(turn, "understood", facts[false].Concat(waiting));
        return facts.Contains(true);
    }

    private void Repeat(Turn turn, string key, IEnumerable<Answered> facts)
    {
        var said = string.Join("；", facts.Select(fact => texts.Say(
            "understood.one", ("label", fact.Question.Label), ("value", values.Of(fact.Question, fact.Value)))));
        if (said.Length > 0)
        {
            turn.Say(texts.Say(key, ("facts", said)));
        }
    }

    /// <summary>Says the determination when it is new, or no longer what was told before.</summary>
    private bool Tell(Turn turn, FilingStep? told)
    {
        if (turn.Progress.Step is not FilingStep step
            || (told is not null && Determinations.Same(told.Determination, step.Determination)))
        {
            if (turn.Progress.Step is FilingStep { Plan.Form: not null } filing
                && turn.Progress.Find(AnswerNames.Wish)?.Value == AnswerNames.WishSelf)
            {
                turn.Say(texts.Say("wish.by-yourself"));
                turn.Say(papers.Channels(filing.Determination));
                turn.Offer(texts.Say("wish.then"), [texts.Say("button.more"), texts.Say("button.checklist"), texts.Say("button.file-here")]);
            }
            else if (turn.Progress.Step is FilingStep { Plan: PaperPlan } && turn.Progress.Find(AnswerNames.Wish)?.Value == AnswerNames.WishSelf)
            {
                turn.Offer(texts.Say("paper.self"), [texts.Say("button.checklist"), texts.Say("button.more"), texts.Say("button.fill-form")]);
            }

            return false;
        }

        if (told is not null && Determinations.Same(told.Determination with { Tier = step.Determination.Tier }, step.Determination))
        {
            // Only what the fund pays has become clearer.
            turn.Say(determinations.Lead(step.Determination, step.Situation));
            return true;
        }

        if (told is null && turn.Progress.Find(AnswerNames.Wish) is not null)
        {
            // Taken up again in the form: the papers and reminders were told, what they come to is enough.
            turn.Say(determinations.Lead(step.Determination, step.Situation));
            return true;
        }

        turn.State.Untold = false;
        turn.Say(determinations.Main(step.Determination, step.Situation));
        if (step.Question is null)
        {
            turn.Offer(texts.Say("told.end"), Ending(step.Determination));
        }

        return true;
    }

    private IEnumerable<string> Ending(Determination determination) => determination.Policy is null
        ? [texts.Say("button.restart")]
        : [.. PaperHandout.IsFor(determination) ? [texts.Say("button.checklist")] : Array.Empty<string>(), texts.Say("button.more"), texts.Say("button.restart")];
}
