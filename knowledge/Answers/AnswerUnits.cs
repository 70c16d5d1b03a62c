using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Answers;

/// <summary>What of a guide answers one kind of question, no more and no less.</summary>
/// <param name="Passages">In the guide's order; empty for what the guide does not answer, null for what search finds better.</param>
internal sealed record AnswerUnit(string Guide, IReadOnlyList<Passage>? Passages);

/// <summary>
/// The answers that a guide has, each with many ways of asking for it: knowledge/guides/asked/ID.yaml. A question is put to that answer
/// whose wordings are like it. Wordings are never shown. A guide without any is answered from its own words alone.
/// </summary>
public sealed class AnswerUnits
{
    private readonly DomainTerms terms;
    private readonly QuestionReader reader;
    private readonly IFactReader facts;
    private readonly Dictionary<string, Known> byGuide = new(StringComparer.Ordinal);

    private AnswerUnits(DomainTerms terms, IFactReader facts)
    {
        this.terms = terms;
        this.facts = facts;
        reader = new QuestionReader(terms);
    }

    /// <summary>Reads the folder asked in the folder of the guides; a guide may have no file there.</summary>
    /// <exception cref="FormatException">An entry names a section or words that the guide does not have.</exception>
    public static AnswerUnits Load(string directory, GuideLibrary library, DomainTerms terms, IFactReader facts, AskedWordings asked)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(asked);
        var units = new AnswerUnits(terms, facts);
        foreach (var guide in library.Guides)
        {
            var file = Path.Combine(directory, "asked", guide.Id + ".yaml");
            if (File.Exists(file))
            {
                units.byGuide.Add(guide.Id, units.Read(guide, asked, Path.GetFileName(file), File.ReadAllText(file)));
            }
        }

        return units;
    }

    /// <summary>The likeliest answer of the guides, and how likely it is, 0 to 1; null where no guide has wordings.</summary>
    internal (AnswerUnit Unit, float Likely)? Find(string question, IEnumerable<Guide> guides)
    {
        (AnswerUnit Unit, float Likely)? best = null;
        var pieces = Pieces(question);
        foreach (var guide in guides)
        {
            if (byGuide.TryGetValue(guide.Id, out var known))
            {
                var likely = known.Classifier.Classify(pieces);
                var most = Array.IndexOf(likely, likely.Max());
                if (best is null || likely[most] > best.Value.Likely)
                {
                    best = (known.Units[most], likely[most]);
                }
            }
        }

        return best;
    }

    private Known Read(Guide guide, AskedWordings asked, string file, string yaml)
    {
        var entries = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Entry>>(yaml) ?? [];
        var wordings = asked.Of(guide.Id)
            .Select(wording => ((IReadOnlyList<Passage>?)[.. guide.Passages.Where(passage => wording.Passages.Contains(passage.Id))], wording.Text))
            .Concat(from entry in entries
                    let passages = entry.None.Count > 0 ? [] : entry.Search.Count > 0 ? null : Passages(guide, file, entry)
                    from text in entry.Asks.Concat(entry.None).Concat(entry.Search)
                    select (passages, text));
        var units = new List<AnswerUnit>();
        var examples = new List<(IReadOnlyDictionary<ulong, float> Pieces, int Class)>();
        foreach (var (named, text) in wordings)
        {
            // The boxes of forms are found by their own words.
            var passages = named?.Any(passage => passage.FormField) == true ? null : named;
            var number = units.FindIndex(unit => passages is null ? unit.Passages is null : unit.Passages?.SequenceEqual(passages) ?? false);
            if (number < 0)
            {
                number = units.Count;
                units.Add(new AnswerUnit(guide.Id, passages));
            }

            examples.Add((Pieces(text), number));
        }

        return new Known(units, new UnitClassifier(examples, units.Count));
    }

    private static IReadOnlyList<Passage> Passages(Guide guide, string file, Entry entry)
    {
        var named = entry.Also.Prepend(entry).SelectMany(part => Passages(guide, file, part)).ToHashSet();
        return [.. guide.Passages.Where(named.Contains)];
    }

    private static IEnumerable<Passage> Passages(Guide guide, string file, Part part)
    {
        var section = guide.Passages.Where(passage => passage.Section.Contains(part.Section.TrimEnd('：'), StringComparison.Ordinal)).ToList();
        if (part.Rows is { } rows)
        {
            section = section.FindAll(passage => passage.Kind == PassageKind.TableRow && (rows.Length == 0 || passage.Cells[0] == rows));
        }

        var astray = part.At.FindAll(at => !section.Exists(passage => passage.Text.Contains(at, StringComparison.Ordinal)));
        return section.Count == 0 || astray.Count > 0
            ? throw new FormatException($"asked/{file}: no '{string.Join("', '", astray.Append(part.Rows).OfType<string>())}' in '{part.Section}'")
            : part.At.Count == 0 ? section : section.Where(passage => part.At.Exists(at => passage.Text.Contains(at, StringComparison.Ordinal)));
    }

    /// <summary>Characters, their pairs and threes, concepts of the field, and facts that the text states.</summary>
    private Dictionary<ulong, float> Pieces(string text)
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

    private sealed record Known(IReadOnlyList<AnswerUnit> Units, UnitClassifier Classifier);

    private class Part
    {
        public string Section { get; set; } = "";

        public List<string> At { get; set; } = [];

        /// <summary>All rows of a table whose first cell says this; of any, where it is empty.</summary>
        public string? Rows { get; set; }
    }

    private sealed class Entry : Part
    {
        public List<Part> Also { get; set; } = [];

        public List<string> Asks { get; set; } = [];

        public List<string> None { get; set; } = [];

        public List<string> Search { get; set; } = [];
    }
}
