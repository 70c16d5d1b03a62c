using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>What a question is told apart by.</summary>
internal sealed class QuestionPieces(DomainTerms terms, IFactReader facts)
{
    private readonly QuestionReader reader = new(terms);

    /// <summary>Characters, their pairs and threes, concepts of the field, and facts that the text states.</summary>
    public Dictionary<ulong, float> Of(string text)
    {
        const float Single = 0.4f, Three = 0.7f, Concept = 1.2f, Fact = 1.2f;
        var folded = new string([.. terms.Folding.Fold(text).Where(char.IsLetterOrDigit)]);
        var pieces = new Dictionary<ulong, float>();
        for (var i = 0; i < folded.Length; i++)
        {
            pieces[folded[i]] = Single;
            if (i + 1 < folded.Length)
            {
                pieces[((ulong)folded[i] << 16) | folded[i + 1] | (1UL << 48)] = 1;
            }

            if (i + 2 < folded.Length)
            {
                pieces[((ulong)folded[i] << 32) | ((ulong)folded[i + 1] << 16) | folded[i + 2] | (2UL << 48)] = Three;
            }
        }

        foreach (var concept in reader.Read(text).Concepts)
        {
            pieces[(3UL << 48) | (uint)concept.Number] = Concept;
        }

        foreach (var mention in facts.Read(text))
        {
            pieces[(4UL << 48) | Hash(mention.Fact + "=" + mention.Value)] = Fact;
        }

        return pieces;
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }
}
