using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Answers in the guides' own words; see design.md, "Answers". Immutable and safe to share.</summary>
public sealed class Answerer : IAnswerer
{
    private const int MostSuggestions = 3;

    private readonly GuideLibrary library;
    private readonly IGuideIndex index;
    private readonly NearQuestions near;
    private readonly PlaceCatalog places;
    private readonly IDeterminer determiner;
    private readonly AskedQuestionReader reader;
    private readonly QuestionParts parts;
    private readonly LineFinder finder;

    public Answerer(
        GuideLibrary library, IGuideIndex index, DomainTerms terms, NearQuestions near, PlaceCatalog places,
        IFactReader facts, IDeterminer determiner)
    {
        this.library = library;
        this.index = index;
        this.near = near;
        this.places = places;
        this.determiner = determiner;
        parts = new QuestionParts(terms, facts);
        reader = new AskedQuestionReader(library, places, facts);
        finder = new LineFinder(library, index, terms);
    }

    public AnswerResult Answer(Question question)
    {
        var asked = reader.Read(question);
        var read = parts.Read(asked.Text);
        if (asked.PlaceOpen)
        {
            // The guides of the regions differ, so nothing is said before the place is known.
            var all = library.Guides.Where(guide => guide.Scheme == asked.Situation.Scheme).ToList();
            return read.Exists(part => finder.Find(part, [], all, ruling: null).Count > 0)
                ? new AnswerResult { Status = AnswerStatus.NeedPlace }
                : NotFound(asked, read);
        }

        var ruling = read.Exists(part => IsDetermined(asked, part.Terms)) ? Ruling.Of(determiner, asked.Situation) : null;
        var citations = Join(read.Select(part =>
            finder.Find(part, asked.CareNames, asked.Guides, IsDetermined(asked, part.Terms) ? ruling : null)));
        if (citations.Count == 0 && ruling is { IsSettled: true })
        {
            citations = [.. Support(ruling, read)];
        }

        return citations.Count > 0
            ? new AnswerResult
            {
                Status = AnswerStatus.Answered,
                Answer = new Answer(PlainLines.Of(citations), citations),
                Determination = ruling?.Determination,
                Passages = Passages(asked, question.Top),
                Contacts = Contacts(asked.Guides),
            }
            : ruling?.Determination is { Outcome: Outcome.NeedFact } open
            ? new AnswerResult { Status = AnswerStatus.NeedPlace, Determination = open, Contacts = Contacts(asked.Guides) }
            : NotFound(asked, read) with { Determination = ruling?.Determination };
    }

    private static bool IsDetermined(AskedQuestion asked, QuestionTerms question) =>
        asked.StatesFacts && asked.Guides.Count > 0 && !question.Definition && !question.Elsewhere
        && question.Concepts.Any(concept => concept.Ruled)
        && asked.Situation is { InsuredPlace: not null, CarePlace: not null };

    /// <summary>The guide's words behind a ruling that no passage found by search supports.</summary>
    private static IEnumerable<Citation> Support(Ruling ruling, List<QuestionPart> read)
    {
        var common = ruling.Common().ToList();
        var tier = read.Exists(part => part.Terms.Concepts.Any(concept => concept.Exempts)) ? null : ruling.Determination.Tier?.Cite;
        return (tier ?? common.FirstOrDefault()) is { } cite ? Excerpts.WithSubject(cite) : [];
    }

    private AnswerResult NotFound(AskedQuestion asked, List<QuestionPart> read)
    {
        var question = read.Count > 0 ? read[0].Terms : QuestionTerms.None;
        return new AnswerResult
        {
            Status = AnswerStatus.NotFound,
            NoGuideFor = asked is { PlaceOpen: false, Guides.Count: 0 } && read.Exists(part => part.Terms is { Anchored: true, Elsewhere: false })
                ? places.Find(asked.Situation.InsuredPlace)?.Name
                : null,
            Suggestions = near.Near(question, asked.Guides, MostSuggestions),
            Contacts = Contacts(asked.Guides),
        };
    }

    private IReadOnlyList<FoundPassage> Passages(AskedQuestion asked, int top) =>
        [.. index.Search(
            string.Join(' ', [asked.Text, .. asked.CareNames]), asked.Guides.Select(guide => guide.Id).ToHashSet(StringComparer.Ordinal), top).Select(hit =>
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
}
