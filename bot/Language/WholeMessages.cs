using System.Collections.Frozen;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>Messages that are known as a whole, whatever polite words stand around them (那就取消吧，谢谢).</summary>
internal sealed class WholeMessages
{
    private const int LongestKnown = 30;
    private const int MostPeels = 4;

    private static readonly char[] Punctuation =
        [' ', ',', '.', '!', '?', ';', ':', '~', '…', '-', '"', '\'', '“', '”', '(', ')', '^', '_', '*', '=', '+', '/', '、'];

    private readonly FrozenDictionary<string, IntentReading> _known;
    private readonly ILookup<char, string> _openers;
    private readonly ILookup<char, string> _closers;
    private readonly ILookup<char, string> _greetings;

    public WholeMessages(IntentLexicon lexicon)
    {
        var known = new Dictionary<string, IntentReading>(StringComparer.Ordinal);
        foreach (var (name, words) in lexicon.Intents)
        {
            foreach (var spelling in words.Whole.SelectMany(Spell))
                known.TryAdd(spelling, new IntentReading(IntentLexicon.IntentOf(name), MayAnswer: false));
        }
        foreach (var (name, words) in lexicon.Intents)
        {
            foreach (var spelling in words.Soft.SelectMany(Spell))
                known.TryAdd(spelling, new IntentReading(IntentLexicon.IntentOf(name), MayAnswer: true));
        }
        _known = known.ToFrozenDictionary(StringComparer.Ordinal);
        _openers = LongestFirst(lexicon.Openers).ToLookup(word => word[0]);
        _closers = LongestFirst(lexicon.Closers).ToLookup(word => word[^1]);
        _greetings = LongestFirst(known.Where(pair => pair.Value.Intent is Intent.Greeting).Select(pair => pair.Key))
            .ToLookup(word => word[0]);

        IEnumerable<string> Spell(string phrase) => PhraseSets.Spell(phrase, lexicon.Sets);
    }

    /// <summary>The reading of the message, or of what is left when openers and closers are peeled off.</summary>
    public IntentReading? Find(string folded)
    {
        var message = folded.Trim(Punctuation);
        if (message.Length is 0 or > LongestKnown)
            return null;
        var body = message;
        for (var peeled = 0; peeled <= MostPeels; peeled++)
        {
            if (FindWithoutCloser(body) is { } reading)
                return reading;
            if (_openers[body[0]].FirstOrDefault(opener => body.Length > opener.Length && body.StartsWith(opener, StringComparison.Ordinal)) is not { } found)
                return null;
            body = body[found.Length..].Trim(Punctuation);
            if (body.Length == 0)
                return null;
        }
        return null;
    }

    /// <summary>The message without 你好 and the like before it.</summary>
    public string WithoutGreeting(string folded)
    {
        var body = folded.TrimStart(Punctuation);
        if (body.Length == 0)
            return body;
        var greeting = _greetings[body[0]].FirstOrDefault(word => body.Length > word.Length && body.StartsWith(word, StringComparison.Ordinal)
            && Punctuation.Contains(body[word.Length]));
        return greeting is null ? body : body[greeting.Length..].TrimStart(Punctuation);
    }

    private IntentReading? FindWithoutCloser(string body)
    {
        for (var peeled = 0; peeled <= MostPeels; peeled++)
        {
            if (_known.TryGetValue(body, out var reading) || _known.TryGetValue(Half(body), out reading))
                return reading;
            if (_closers[body[^1]].FirstOrDefault(closer => body.Length > closer.Length && body.EndsWith(closer, StringComparison.Ordinal)) is not { } found)
                return null;
            body = body[..^found.Length].Trim(Punctuation);
            if (body.Length == 0)
                return null;
        }
        return null;
    }

    /// <summary>要得要得 is 要得.</summary>
    private static string Half(string body) =>
        body.Length % 2 == 0 && body.AsSpan(body.Length / 2).SequenceEqual(body.AsSpan(0, body.Length / 2)) ? body[..(body.Length / 2)] : body;

    private static IEnumerable<string> LongestFirst(IEnumerable<string> words) =>
        words.Select(TextFolding.Fold).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length);
}
