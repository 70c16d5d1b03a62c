using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>
/// Joins a question that says too little by itself with the one before it: 住院报销要带什么 and 那门诊呢 make 报销 材料 那门诊呢.
/// What the new one says takes the place of what the old one had of the same kind. Pure.
/// </summary>
internal sealed partial class FollowUps(DomainTerms terms, IFactReader facts, PlaceParser places, Gists gists)
{
    /// <summary>Who needs more words than this says what they mean.</summary>
    private const int Longest = 24;

    private readonly QuestionReader reader = new(terms);

    /// <summary>What the text may mean after the question before it, likeliest first; just the text where it stands by itself.</summary>
    public IReadOnlyList<string> Join(string? previous, string text)
    {
        if (string.IsNullOrWhiteSpace(previous) || Read(text) is not { } said)
        {
            return [text];
        }

        var before = gists.Of(previous);
        if (said.Asker is { } asker && before.Any(word => word.Role == GistRole.Insured) && !before.Any(word => word.Role == GistRole.Care))
        {
            // 开平备案打哪个电话, then 那台山呢.
            said = said with { Insured = true, Care = false };
            text = $"{asker.Text}参保 {text}";
        }

        var kept = before.Where(word => !said.Replaces(word)).ToList();
        var bare = kept.FindAll(word => word.Concept is not { Facet: true });

        // 没备案就去了呢 asks what then, whatever was asked before.
        var joined = said.Concepts.Any(concept => concept is { Ruled: true, Facet: false }) ? new[] { With(bare), With(kept) } : [With(kept), With(bare)];
        return [.. joined.Distinct(StringComparer.Ordinal), text];

        string With(List<GistWord> words) => string.Join(' ', words.Select(word => word.Text).Append(text));
    }

    /// <summary>What a follow-up says; null for a text that is none.</summary>
    private Said? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var roles = places.Roles(text);
        var stated = facts.Read(text);
        var read = reader.Read(Blank(text, roles.All().Select(mention => (mention.Start, mention.Length))));
        var rest = reader.Read(Blank(text, roles.All().Select(mention => (mention.Start, mention.Length)).Concat(stated.Select(fact => (fact.Start, fact.Length)))));
        var said = new Said(
            read.Concepts, stated.Select(fact => fact.Fact).ToHashSet(StringComparer.Ordinal), roles.Insured is not null,
            roles.Care is not null || roles.Unassigned.Count > 0, roles.Insured is null ? gists.Asker(text) : null);
        var marked = Marker().IsMatch(text);
        return read.Elsewhere || read.Definition || rest.Rest.Any(token => token.Kind != TokenKind.Character && !gists.Knows(token)) ? null
            : said.HasMatter && (said.HasFacet || !marked) ? null
            : said.HasFacet && !marked ? said.SaysCase ? null : said
            : said.HasFacet || marked && (said.HasMatter || said.SaysCase) ? said : null;
    }

    private static string Blank(string text, IEnumerable<(int Start, int Length)> stretches)
    {
        var letters = text.ToCharArray();
        foreach (var (start, length) in stretches)
        {
            letters.AsSpan(start, length).Fill(' ');
        }

        return new string(letters);
    }

    [GeneratedRegex("^(那|要是|如果|假如|万一|换成|换做|还有)|呢[?？。]*$|呢[,，]|的话", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    private sealed record Said(IReadOnlyList<Concept> Concepts, IReadOnlySet<string> Facts, bool Insured, bool Care, PlaceMention? Asker)
    {
        public bool HasFacet => Concepts.Any(concept => concept.Facet);

        public bool HasMatter => Concepts.Any(IsMatter);

        public bool SaysCase => Facts.Count > 0 || Insured || Care || Concepts.Any(concept => concept.Case);

        public bool Replaces(GistWord word) => word.Role switch
        {
            GistRole.Insured => Insured,
            GistRole.Care => Care,
            _ => (word.Concept is { Facet: true } && HasFacet)
                || (word.Fact is { } fact && Facts.Contains(fact))
                || (word.Concept is { } concept && IsMatter(concept) && HasMatter),
        };

        private static bool IsMatter(Concept concept) => concept is { Facet: false, Topic: false, Case: false, Anchor: true };
    }
}
