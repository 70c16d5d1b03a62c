using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

internal enum GistRole
{
    Word,
    Insured,
    Care,
}

/// <summary>One word of a gist.</summary>
/// <param name="Fact">Name of the fact that the word tells, if it tells one.</param>
internal sealed record GistWord(string Text, GistRole Role, Concept? Concept = null, string? Fact = null);

/// <summary>
/// Reads what a question is about, in words of terms.yaml, of the guides and of the map only: no name, number or story of the
/// person passes. A gist reads as a question again.
/// </summary>
/// <param name="knows">Whether some guide has it.</param>
/// <param name="isServed">Whether a guide has rules for a place that a mention may mean.</param>
internal sealed class Gists(DomainTerms terms, IFactReader facts, PlaceParser places, Func<Token, bool> knows, Func<PlaceMention, bool> isServed)
{
    private readonly AskedPlaces asked = new(places);
    private readonly QuestionReader reader = new(terms);

    public bool Knows(Token token) => knows(token);

    /// <summary>开平备案打哪个电话: nothing but a place with rules of its own, so it is the place whose rules are asked for.</summary>
    public PlaceMention? Asker(string text) =>
        asked.Read(text, insuredKnown: false, isServed) is { Insured: { } asker, CareSaid: false } && isServed(asker) ? asker : null;

    public IReadOnlyList<GistWord> Of(string question)
    {
        var roles = places.Roles(question);
        var insured = roles.Insured ?? Asker(question);
        var care = new[] { roles.Care }.Concat(roles.Unassigned).FirstOrDefault(mention => mention is not null && mention.Start != insured?.Start);
        var letters = question.ToCharArray();
        foreach (var mention in roles.All())
        {
            letters.AsSpan(mention.Start, mention.Length).Fill(' ');
        }

        var text = terms.Folding.Fold(new string(letters));
        var read = reader.Read(text);
        var concepts = read.Concepts.Concat(
            from mention in facts.Read(question)
            from concept in terms.Concepts
            where concept.Fact is var (fact, value) && fact == mention.Fact && value == mention.Value
            select concept).Distinct();
        return
        [
            .. new[] { insured }.OfType<PlaceMention>().Select(place => new GistWord($"{place.Text}参保", GistRole.Insured)),
            .. new[] { care }.OfType<PlaceMention>().Select(place => new GistWord($"去{place.Text}", GistRole.Care)),
            .. concepts.Where(concept => concept.Word.Length > 0)
                .Select(concept => new GistWord(concept.Word, GistRole.Word, concept, facts.Read(concept.Word).FirstOrDefault()?.Fact)),
            .. Pieces(text, read.Rest).Select(piece => new GistWord(piece, GistRole.Word)),
        ];
    }

    /// <summary>Words of the guides that are no concept: 高血压.</summary>
    private IEnumerable<string> Pieces(string text, IReadOnlyList<Token> rest)
    {
        var (start, end) = (-1, -1);
        foreach (var token in rest.Where(token => token.Kind == TokenKind.Bigram && knows(token)).OrderBy(token => token.Start))
        {
            if (start >= 0 && token.Start >= end)
            {
                yield return text[start..end];
                start = -1;
            }

            (start, end) = (start < 0 ? token.Start : start, token.Start + token.Length);
        }

        if (start >= 0)
        {
            yield return text[start..end];
        }
    }
}
