using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Search;

/// <summary>Counts the tokens of all passages and turns the counts into what each adds to a score (BM25F).</summary>
internal sealed class GuideIndexBuilder(DomainTerms terms, SearchWeights weights)
{
    private readonly Tokenizer tokenizer = new(terms);
    private readonly List<(float Text, float Heading)> lengths = [];
    private readonly Dictionary<ulong, List<Count>> counts = [];
    private readonly Dictionary<ulong, (int Text, int Heading)> current = [];
    private readonly List<Token> tokens = [];

    public Dictionary<ulong, Postings> Build(IReadOnlyList<Passage> passages)
    {
        for (var number = 0; number < passages.Count; number++)
        {
            Add(number, passages[number]);
        }

        var (meanText, meanHeading) = (1f, 1f);
        if (lengths.Count > 0)
        {
            meanText = Math.Max(1f, lengths.Average(length => length.Text));
            meanHeading = Math.Max(1f, lengths.Average(length => length.Heading));
        }

        return counts.ToDictionary(entry => entry.Key, entry => Weigh(entry.Key, entry.Value, meanText, meanHeading));
    }

    private void Add(int number, Passage passage)
    {
        current.Clear();
        tokens.Clear();
        tokenizer.CutGuide(passage.Text, tokens);
        foreach (var token in tokens)
        {
            var (text, heading) = current.GetValueOrDefault(token.Key);
            current[token.Key] = (text + 1, heading);
        }

        tokens.Clear();
        tokenizer.CutGuide(passage.Section, tokens);
        foreach (var token in tokens)
        {
            var (text, heading) = current.GetValueOrDefault(token.Key);
            current[token.Key] = (text, heading + 1);
        }

        lengths.Add((passage.Text.Length, passage.Section.Length));
        foreach (var (key, (text, heading)) in current)
        {
            if (!counts.TryGetValue(key, out var list))
            {
                counts.Add(key, list = []);
            }

            list.Add(new Count(number, text, heading));
        }
    }

    private Postings Weigh(ulong key, List<Count> list, float meanText, float meanHeading)
    {
        var rarity = MathF.Log(1 + (lengths.Count - list.Count + 0.5f) / (list.Count + 0.5f));
        var scale = rarity * weights.Of(Token.KindOf(key)) * (weights.Saturation + 1);
        var (passages, parts) = (new int[list.Count], new float[list.Count]);
        for (var i = 0; i < list.Count; i++)
        {
            var (number, text, heading) = list[i];
            var occurrences =
                text / (1 - weights.TextLength + weights.TextLength * lengths[number].Text / meanText)
                + weights.Heading * heading / (1 - weights.HeadingLength + weights.HeadingLength * lengths[number].Heading / meanHeading);
            passages[i] = number;
            parts[i] = scale * occurrences / (weights.Saturation + occurrences);
        }

        return new Postings(rarity, passages, parts);
    }

    private readonly record struct Count(int Passage, int Text, int Heading);
}
