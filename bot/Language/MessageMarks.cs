using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>What the word lists find anywhere in a message.</summary>
internal sealed class MessageMarks
{
    private readonly List<string> _names = [];
    private readonly PhraseMatcher _matcher;

    public MessageMarks(IntentLexicon lexicon)
    {
        var patterns = new List<(string, int)>();
        foreach (var (name, words) in lexicon.Intents)
            Add(IntentLexicon.IntentOf(name).ToString(), words.Within);
        foreach (var (name, words) in lexicon.Marks)
            Add(name, words);
        _matcher = new PhraseMatcher(patterns);

        void Add(string name, List<string> phrases)
        {
            patterns.AddRange(phrases.Select(phrase => (PhraseSets.Fill(phrase, lexicon.Sets), _names.Count)));
            _names.Add(name);
        }
    }

    public Marks Find(string text)
    {
        var hits = _matcher.Find(text).ToLookup(hit => _names[hit.Tag], StringComparer.Ordinal);
        return new Marks(text, hits);
    }
}

internal sealed class Marks
{
    private readonly ILookup<string, PhraseHit> _hits;
    private readonly bool _asks;

    public Marks(string text, ILookup<string, PhraseHit> hits)
    {
        Text = text;
        _hits = hits;
        List<PhraseHit> hidden = [.. hits["not-question"], .. hits["tail"]];
        _asks = hits["question"].Any(hit => !hidden.Exists(other => other.Start <= hit.Start && hit.End <= other.End));
    }

    public string Text { get; }

    /// <summary>Whether it has the form of a question.</summary>
    public bool IsQuestion => _asks || Has("tail");

    public bool Has(string name) => name == "question" ? _asks : _hits.Contains(name);

    public bool Has(Intent intent) => Has(intent.ToString());

    /// <summary>The hit that reaches furthest, of these the longest.</summary>
    public PhraseHit? Last(Intent intent) => _hits[intent.ToString()]
        .OrderByDescending(hit => hit.End).ThenByDescending(hit => hit.Length)
        .Select(hit => (PhraseHit?)hit).FirstOrDefault();
}
