using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>Reads what of a filing a question is about, with the word lists of <c>intents.zh-CN.yaml</c>.</summary>
public sealed class AspectReader
{
    private const int Filler = -1;
    private const int Supposing = -2;

    private readonly PhraseMatcher _matcher;

    internal AspectReader(IntentLexicon lexicon)
    {
        var patterns = lexicon.Aspects.SelectMany(aspect => aspect.Value.Select(phrase => (phrase, Tag: (int)AspectOf(aspect.Key))))
            .Concat(lexicon.Filler.Select(phrase => (phrase, Filler)))
            .Concat(lexicon.Supposing.Select(phrase => (phrase, Supposing)));
        _matcher = new PhraseMatcher(patterns.Select(pattern => (PhraseSets.Fill(pattern.phrase, lexicon.Sets), pattern.Item2)));
    }

    /// <exception cref="FormatException">A phrase of the file cannot be read.</exception>
    public static AspectReader Load(string path) => new(IntentLexicon.Load(path));

    /// <param name="text">As typed; not longer than messages that are read.</param>
    /// <param name="known">Where places and facts stand in it.</param>
    public AspectReading Read(string text, IEnumerable<(int Start, int Length)> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(known);
        var letters = text.ToCharArray();
        var hits = _matcher.Find(TextFolding.Fold(text));
        var named = Named(hits);
        if (named == Aspects.None)
            return AspectReading.Nothing;
        foreach (var (start, length) in known)
            letters.AsSpan(start, length).Fill(' ');
        var rest = TextFolding.Fold(new string(letters));
        return new AspectReading(named, IsCovered(rest, _matcher.Find(rest)), hits.Exists(hit => hit.Tag == Supposing));
    }

    /// <summary>能用多久 asks how long it holds, not how long it takes (多久).</summary>
    private static Aspects Named(List<PhraseHit> hits)
    {
        var asking = hits.Where(hit => hit.Tag > 0).ToList();
        return asking
            .Where(hit => !asking.Exists(other => other.Length > hit.Length && other.Start <= hit.Start && hit.End <= other.End))
            .Aggregate(Aspects.None, (named, hit) => named | (Aspects)hit.Tag);
    }

    private static bool IsCovered(string text, List<PhraseHit> hits)
    {
        var covered = new bool[text.Length];
        foreach (var hit in hits)
            covered.AsSpan(hit.Start, hit.Length).Fill(true);
        for (var i = 0; i < text.Length; i++)
        {
            if (!covered[i] && char.IsLetterOrDigit(text[i]))
                return false;
        }
        return true;
    }

    private static Aspects AspectOf(string name) =>
        Enum.Parse<Aspects>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
