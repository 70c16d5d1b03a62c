using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Language;

/// <summary>What a message is about, with the rest of a correction.</summary>
internal sealed record IntentReading(Intent Intent, bool MayAnswer, bool IsQuestion = false, string? Rest = null)
{
    public override string ToString() => Intent.ToString();
}

/// <summary>Chooses the intent: whole messages first, then commands in short messages, then filing or question.</summary>
internal sealed class IntentReader
{
    /// <summary>A command in a longer message is told, not given.</summary>
    private const int LongestCommand = 16;

    /// <summary>A shorter message that states a fact is the answer to a question rather than somebody's story.</summary>
    private const int ShortestStory = 12;

    private static readonly Intent[] Commands =
        [Intent.Human, Intent.Why, Intent.Restart, Intent.Resume, Intent.Back, Intent.Skip, Intent.Help, Intent.Cancel, Intent.Thanks];

    private readonly WholeMessages _whole;
    private readonly MessageMarks _marks;

    public IntentReader(IntentLexicon lexicon)
    {
        _whole = new WholeMessages(lexicon);
        _marks = new MessageMarks(lexicon);
    }

    public IntentReading Read(string folded, IReadOnlyList<FactMention> facts)
    {
        if (_whole.Find(folded) is { } whole)
            return whole;
        var marks = _marks.Find(_whole.WithoutGreeting(folded));
        if (marks.Text.Length == 0)
            return new IntentReading(Intent.None, MayAnswer: true);
        return Correction(marks) ?? Command(marks) ?? Filing(marks, facts);
    }

    private static IntentReading? Correction(Marks marks)
    {
        if (marks.Last(Intent.Correct) is not { } hit || marks.IsQuestion)
            return null;
        var rest = CorrectionRest.Of(marks.Text, hit);
        // 不是转诊，是急诊 may as well be the answer to the question that is pending.
        return new IntentReading(Intent.Correct, marks.Text.StartsWith('不'), Rest: rest);
    }

    private static IntentReading? Command(Marks marks)
    {
        if (marks.Has(Intent.Status))
            return new IntentReading(Intent.Status, MayAnswer: false, IsQuestion: true);
        foreach (var intent in Commands)
        {
            if (!marks.Has(intent))
                continue;
            var asks = intent is Intent.Human or Intent.Why or Intent.Help;
            if (asks || (!marks.IsQuestion && marks.Text.Length <= LongestCommand))
                return new IntentReading(intent, MayAnswer: false, asks && marks.IsQuestion);
        }
        return null;
    }

    private static IntentReading Filing(Marks marks, IReadOnlyList<FactMention> facts)
    {
        var told = facts.Where(fact => !fact.Asked && fact.Fact is not (FactNames.Filed or FactNames.Scheme)).ToList();
        var situation = told.Count > 0 || (marks.Has("plan") && marks.Has("person"));
        var question = marks.IsQuestion;
        if (marks.Has(Intent.StartFiling) && !marks.Has("whether") && (!marks.Has("topic") || situation))
            return new IntentReading(Intent.StartFiling, situation, question);
        if (marks.Has("helpless") && situation && !marks.Has("topic"))
            return new IntentReading(Intent.StartFiling, MayAnswer: true, question);
        if (question || marks.Has("topic"))
        {
            var mereTail = marks.Has("tail") && !marks.Has("question") && !marks.Has("topic") && facts.Count == 0;
            return new IntentReading(mereTail ? Intent.None : Intent.Question, mereTail, question);
        }
        var isStory = told.Count > 0 && marks.Text.Length >= ShortestStory;
        return new IntentReading(marks.Has("plan") || isStory ? Intent.StartFiling : Intent.None, MayAnswer: true);
    }
}
