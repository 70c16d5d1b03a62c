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
        var hits = new Dictionary<string, List<PhraseHit>>(StringComparer.Ordinal);
        foreach (var hit in _matcher.Find(text))
        {
            if (!hits.TryGetValue(_names[hit.Tag], out var named))
                hits[_names[hit.Tag]] = named = [];
            named.Add(hit);
        }
        return new Marks(text, hits);
    }
}

internal sealed class Marks
{
    private readonly Dictionary<string, List<PhraseHit>> _hits;
    private readonly bool _asks;

    public Marks(string text, Dictionary<string, List<PhraseHit>> hits)
    {
        Text = text;
        _hits = hits;
        List<PhraseHit> hidden = [.. Hits("not-question"), .. Hits("tail")];
        _asks = Hits("question").Exists(hit => !hidden.Exists(other => other.Start <= hit.Start && hit.End <= other.End));
    }

    public string Text { get; }

    /// <summary>Whether it has the form of a question.</summary>
    public bool IsQuestion => _asks || Has("tail");

    public bool Has(string name) => name == "question" ? _asks : _hits.ContainsKey(name);

    public bool Has(Intent intent) => Has(intent.ToString());

    /// <summary>The hit that reaches furthest, of these the longest.</summary>
    public PhraseHit? Last(Intent intent) => Hits(intent.ToString())
        .OrderByDescending(hit => hit.End).ThenByDescending(hit => hit.Length)
        .Select(hit => (PhraseHit?)hit).FirstOrDefault();

    private List<PhraseHit> Hits(string name) => _hits.GetValueOrDefault(name) ?? [];
}
