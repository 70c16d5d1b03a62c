using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>Reads messages with the word lists of <c>intents.zh-CN.yaml</c>. Linear in the length of the text; never throws.</summary>
public sealed class UtteranceReader
{
    private readonly IFactReader _facts;
    private readonly IntentReader _intents;

    internal UtteranceReader(IntentLexicon lexicon, IFactReader facts)
    {
        _facts = facts;
        _intents = new IntentReader(lexicon);
    }

    /// <exception cref="FormatException">A phrase of the file cannot be read.</exception>
    public static UtteranceReader Load(string path, IFactReader facts) => new(IntentLexicon.Load(path), facts);

    public Utterance Read(string? text)
    {
        text ??= "";
        if (text.Length > Utterance.LongestRead * 4)
            return new Utterance(text, "", Intent.None, []) { IsTooLong = true };
        var folded = TextFolding.Fold(text);
        if (folded.Length > Utterance.LongestRead)
            return new Utterance(text, folded, Intent.None, []) { IsTooLong = true };
        var facts = _facts.Read(text);
        var reading = _intents.Read(folded, facts);
        return new Utterance(text, folded, reading.Intent, facts)
        {
            CorrectionRest = reading.Rest,
            IsQuestion = reading.IsQuestion,
            MayAnswer = reading.MayAnswer,
            IsEmptyOrNoise = reading.Intent is Intent.None && facts.Count == 0 && Noise.Is(folded),
        };
    }
}
