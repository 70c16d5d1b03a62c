using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Answers;

/// <summary>What of a guide answers one kind of question, no more and no less.</summary>
/// <param name="Passages">In the guide's order; empty for what the guide does not answer, null for what search finds better.</param>
internal sealed record AnswerUnit(IReadOnlyList<Passage>? Passages);

/// <summary>
/// The answers that a guide has, each with many ways of asking for it: knowledge/guides/asked/ID.yaml. A question is put to that answer
/// whose wordings are like it. Wordings are never shown. A guide without any is answered from its own words alone.
/// </summary>
public sealed class AnswerUnits
{
    private readonly QuestionPieces pieces;
    private readonly Dictionary<string, Known> byGuide = new(StringComparer.Ordinal);

    private AnswerUnits(QuestionPieces pieces) => this.pieces = pieces;

    /// <summary>Reads the folder asked in the folder of the guides; a guide may have no file there.</summary>
    /// <exception cref="FormatException">An entry names a section or words that the guide does not have.</exception>
    public static AnswerUnits Load(string directory, GuideLibrary library, DomainTerms terms, IFactReader facts, AskedWordings asked)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(asked);
        var units = new AnswerUnits(new QuestionPieces(terms, facts));
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
        var asked = pieces.Of(question);
        foreach (var guide in guides)
        {
            if (byGuide.TryGetValue(guide.Id, out var known))
            {
                var likely = known.Classifier.Classify(asked);
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
                units.Add(new AnswerUnit(passages));
            }

            examples.Add((pieces.Of(text), number));
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
