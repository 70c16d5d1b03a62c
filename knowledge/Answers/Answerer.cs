using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Answers in the guides' own words; see design.md, "Answers". Immutable and safe to share.</summary>
public sealed class Answerer : IAnswerer
{
    /// <summary>How many passages are looked at for an answer; more than a guide has of one matter.</summary>
    private const int Looked = 30;
    private const int MostSuggestions = 3;

    private readonly GuideLibrary library;
    private readonly IGuideIndex index;
    private readonly NearQuestions near;
    private readonly IDeterminer determiner;
    private readonly AskedQuestionReader reader;
    private readonly QuestionReader terms;
    private readonly Relevance relevance;
    private readonly Composer composer;

    public Answerer(
        GuideLibrary library, IGuideIndex index, DomainTerms terms, NearQuestions near, PlaceCatalog places,
        IFactReader facts, IDeterminer determiner)
    {
        this.library = library;
        this.index = index;
        this.near = near;
        this.determiner = determiner;
        this.terms = new QuestionReader(terms);
        reader = new AskedQuestionReader(library, places, facts);
        relevance = new Relevance(library, terms);
        composer = new Composer(library, relevance);
    }

    public AnswerResult Answer(Question question)
    {
        var asked = reader.Read(question);
        var parts = Parts(asked);
        var guides = asked.PlaceOpen
            ? [.. library.Guides.Where(guide => guide.Scheme == asked.Situation.Scheme)]
            : asked.Guides;
        var found = parts.Select(part => (Part: part, Lines: Lines(asked, part, guides, determination: null))).ToList();
        if (asked.PlaceOpen)
        {
            // The guides of the regions differ, so nothing is said before the place is known.
            return found.Exists(part => part.Lines.Count > 0)
                ? new AnswerResult { Status = AnswerStatus.NeedPlace }
                : NotFound(asked, parts);
        }

        var determination = parts.Exists(part => IsDetermined(asked, part.Terms)) ? Determine(asked.Situation) : null;
        var citations = Join(determination is null
            ? found.Select(part => part.Lines)
            : parts.Select(part => Lines(asked, part, guides, determination)));
        if (citations.Count == 0 && determination is not null)
        {
            citations = [.. Support(determination)];
        }

        return citations.Count == 0
            ? NotFound(asked, parts) with { Determination = determination }
            : new AnswerResult
            {
                Status = AnswerStatus.Answered,
                Answer = new Answer(string.Join('\n', citations.Select(line => line.Quote)), citations),
                Determination = determination,
                Passages = Passages(asked, guides, question.Top),
                Contacts = Contacts(guides),
            };
    }

    /// <summary>The questions of a message; what one of them leaves out ("多久能批？") is what the one before was about.</summary>
    private List<Part> Parts(AskedQuestion asked)
    {
        var parts = new List<Part>();
        foreach (var (start, length) in QuestionMarks.Split(asked.Text))
        {
            var text = asked.Text.Substring(start, length);
            var read = terms.Read(text);
            if (read.Concepts.Count > 0 && read.Concepts.All(concept => concept.Facet) && parts is [.., var before])
            {
                text = before.Text + text;
                read = read with { Concepts = [.. before.Terms.Concepts.Where(concept => !concept.Facet), .. read.Concepts] };
            }

            if (read.Concepts.Count > 0 || read.Rest.Count > 0)
            {
                parts.Add(new Part(text, read));
            }
        }

        return parts;
    }

    private IReadOnlyList<Citation> Lines(AskedQuestion asked, Part part, IReadOnlyList<Guide> guides, Determination? determination)
    {
        if (part.Terms.Elsewhere || guides.Count == 0)
        {
            return [];
        }

        var units = relevance.Units(part.Terms, asked.CareNames, guides);
        var hits = index.Search(WithCare(asked, part.Text), Ids(guides), Looked);
        if (!relevance.Tells(units, guides) || !part.Terms.Anchored && !InGuidesWords(part.Terms, hits))
        {
            return [];
        }

        var cited = determination is null ? [] : CitedPassages(determination, hits);
        return composer.Compose(units, hits, part.Terms.Definition, cited);
    }

    /// <summary>Without a word of the field, a question is about the field if a passage has nearly all of its words.</summary>
    private bool InGuidesWords(QuestionTerms question, IReadOnlyList<SearchHit> hits)
    {
        const double NearlyAll = 0.75;
        const int Fewest = 3;
        var words = question with { Concepts = [] };
        var units = relevance.Units(words, [], []);
        return units.Count >= Fewest && hits.Any(hit => relevance.Coverage(units, hit.Passage) >= NearlyAll);
    }

    private static bool IsDetermined(AskedQuestion asked, QuestionTerms question) =>
        asked.StatesFacts && !question.Definition && !question.Elsewhere && question.Concepts.Any(concept => concept.Ruled)
        && asked.Situation is { InsuredPlace: not null, CarePlace: not null };

    private Determination? Determine(Situation situation) =>
        determiner.Determine(situation) is { Outcome: not Outcome.NeedFact } determination ? determination : null;

    private static HashSet<string> CitedPassages(Determination determination, IReadOnlyList<SearchHit> hits) =>
        [.. hits.Where(hit => determination.Citations.Any(cite =>
                cite.Guide == hit.Passage.Guide && cite.Section == hit.Passage.Section
                && hit.Passage.Text.Contains(cite.Quote, StringComparison.Ordinal)))
            .Select(hit => hit.Passage.Id)];

    /// <summary>The guide's words behind a determination that no passage found by search supports.</summary>
    private static IEnumerable<Citation> Support(Determination determination) =>
        determination.Tier?.Cite is { } tier ? [tier] : determination.Citations.Take(1);

    private AnswerResult NotFound(AskedQuestion asked, List<Part> parts)
    {
        var question = parts.Count > 0 ? parts[0].Terms : QuestionTerms.None;
        return new AnswerResult
        {
            Status = AnswerStatus.NotFound,
            Suggestions = near.Near(question, asked.Guides, MostSuggestions),
            Contacts = Contacts(asked.Guides),
        };
    }

    private IReadOnlyList<FoundPassage> Passages(AskedQuestion asked, IReadOnlyList<Guide> guides, int top) =>
        [.. index.Search(WithCare(asked, asked.Text), Ids(guides), top).Select(hit =>
        {
            var guide = library.Find(hit.Passage.Guide)!;
            return new FoundPassage(
                guide.Id, guide.Title, guide.Publisher, hit.Passage.Section, hit.Passage.Text, hit.Highlights, hit.Score,
                guide.HoldsOn(asked.Situation.AsOf));
        })];

    private static IReadOnlyList<Contact> Contacts(IEnumerable<Guide> guides) =>
        [.. guides.SelectMany(guide => guide.Contacts)
            .Select(contact => new Contact(contact.Name, contact.Phone, contact.Address, contact.Hours, contact.Cite))];

    /// <summary>The answers to several questions one after the other; one that an earlier answer holds is not said again.</summary>
    private static List<Citation> Join(IEnumerable<IReadOnlyList<Citation>> answers)
    {
        var lines = new List<Citation>();
        foreach (var answer in answers.Where(answer => !answer.All(lines.Contains)))
        {
            lines.AddRange(answer);
        }

        return lines;
    }

    private static string WithCare(AskedQuestion asked, string text) => string.Join(' ', [text, .. asked.CareNames]);

    private static HashSet<string> Ids(IEnumerable<Guide> guides) => [.. guides.Select(guide => guide.Id)];

    private sealed record Part(string Text, QuestionTerms Terms);
}
