using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Answers in the guides' own words; see design.md, "Answers". Immutable and safe to share.</summary>
public sealed class Answerer : IAnswerer
{
    private const int MostSuggestions = 3;

    /// <summary>How likely the answer that a wording tells must be, where search finds something too and where it does not.</summary>
    private const float Sure = 0.6f;
    private const float SureAlone = 0.7f;

    /// <summary>How likely it must be that the guide has no answer.</summary>
    private const float SureOfNone = 0.6f;

    private readonly GuideLibrary library;
    private readonly IGuideIndex index;
    private readonly NearQuestions near;
    private readonly PlaceCatalog places;
    private readonly IDeterminer determiner;
    private readonly SpeakingGuides speaking;
    private readonly AskedQuestionReader reader;
    private readonly QuestionParts parts;
    private readonly LineFinder finder;
    private readonly PlainLines lines;
    private readonly Gists gists;
    private readonly FollowUps followUps;
    private readonly AnswerUnits units;

    public Answerer(
        GuideLibrary library, IGuideIndex index, DomainTerms terms, NearQuestions near, PlaceCatalog places,
        IFactReader facts, IDeterminer determiner, AskedWordings asked, AnswerUnits units)
    {
        this.units = units;
        this.library = library;
        this.index = index;
        this.near = near;
        this.places = places;
        this.determiner = determiner;
        parts = new QuestionParts(terms, facts);
        speaking = new SpeakingGuides(library);
        reader = new AskedQuestionReader(speaking, places, facts, terms);
        finder = new LineFinder(library, index, terms, asked);
        lines = new PlainLines(library);
        var parser = new PlaceParser(places);
        gists = new Gists(terms, facts, parser, finder.Knows, mention => mention.Candidates.Any(place =>
            library.Guides.Any(guide => guide.Status == GuideStatus.Current && guide.SpeaksFor(place.Code))));
        followUps = new FollowUps(terms, facts, parser, gists);
    }

    public AnswerResult Answer(Question question)
    {
        var meant = followUps.Join(question.Previous, question.Text);
        return meant.Select(text => AnswerOne(question with { Text = text }))
            .FirstOrDefault(result => result.Status != AnswerStatus.NotFound) ?? AnswerOne(question);
    }

    public string Gist(Question question) =>
        string.Join(' ', gists.Of(followUps.Join(question.Previous, question.Text)[0]).Select(word => word.Text).Distinct(StringComparer.Ordinal));

    public bool IsFollowUp(string previous, string text) => followUps.Join(previous, text).Count > 1;

    private AnswerResult AnswerOne(Question question)
    {
        var asked = reader.Read(question);
        var read = parts.Read(asked.Text);
        if (asked.Speaking.PlaceOpen)
        {
            return Open(asked, read, question.Top);
        }

        var ruling = read.Exists(part => IsDetermined(asked, part.Terms)) ? Ruling.Of(determiner, asked.Situation) : null;
        if (ruling is { IsSettled: true, Determination.Outcome: Outcome.Unstated or Outcome.NotCovered }
            && !read.Exists(part => part.Terms.Concepts.Any(concept => concept.Facet)) && finder.Nearest(ruling.Common(), read) is { } silent)
        {
            // What the guide has for others would only mislead.
            return Answered(asked, [.. Excerpts.WithSubject(silent)], question.Top) with { Determination = ruling.Determination };
        }

        var citations = read.Count == 0
            ? [.. ByWording(question.Text, asked, SureAlone) ?? []]
            : Join(read.Select(part => Find(part, read.Count > 1 ? part.Text : question.Text, asked, IsDetermined(asked, part.Terms) ? ruling : null)));
        if (citations.Count == 0 && ruling is { IsSettled: true } && !read.TrueForAll(part => finder.Lacks(part, asked.Guides)))
        {
            citations = [.. Support(ruling, read)];
        }

        return citations.Count > 0
            ? Answered(asked, citations, question.Top) with { Determination = ruling?.Determination }
            : ruling?.Determination is { Outcome: Outcome.NeedFact } open && !read.TrueForAll(part => finder.Lacks(part, asked.Guides))
            ? new AnswerResult { Status = AnswerStatus.NeedPlace, Determination = open, Contacts = Contacts(asked.Situation) }
            : NotFound(asked, read) with { Determination = ruling is { Determination.Outcome: not Outcome.NeedFact } ? ruling.Determination : null };
    }

    /// <summary>
    /// What a policy decides comes from the words behind it first, all else from the answer whose wordings are like the question. That
    /// needs to be less sure where search finds something too.
    /// </summary>
    private IReadOnlyList<Citation> Find(QuestionPart part, string text, AskedQuestion asked, Ruling? ruling)
    {
        var found = finder.Find(part, asked, asked.Guides, ruling);
        if (found.Count == 0)
        {
            return ruling is null or { IsSettled: true } ? ByWording(text, asked, SureAlone) ?? [] : [];
        }

        // 要什么材料，能报几成: no one answer has both.
        var several = part.Terms.Concepts.Count(concept => concept is { Facet: true, Manner: false }) > 1;
        return ruling is not null || several ? found : ByWording(text, asked, Sure) ?? found;
    }

    /// <summary>
    /// The lines of the answer whose wordings are like the question; empty where they are like what the guide does not answer, null
    /// where neither is sure.
    /// </summary>
    private IReadOnlyList<Citation>? ByWording(string text, AskedQuestion asked, float sure) =>
        units.Find(text, asked.Guides) is ({ Passages: { } passages }, var likely) && likely >= (passages.Count > 0 ? sure : SureOfNone)
            ? finder.Say(passages, asked.HomeName)
            : null;

    /// <summary>
    /// The guides of the regions differ, so nothing is said before the place is known, unless one alone speaks of the matter; then
    /// whose rules they are is said with them.
    /// </summary>
    private AnswerResult Open(AskedQuestion asked, List<QuestionPart> read, int top)
    {
        var all = speaking.OfScheme(asked.Situation.Scheme).ToList();
        var within = asked.Situation.InsuredPlace is { } wide
            ? all.FindAll(guide => guide.InsuredPlaces.Any(place => Division.LiesWithin(place, wide)))
            : all;
        var alone = within is [var only] && all.Count == 1 ? only : finder.Coiner(read, all);
        if (alone is not null && within.Contains(alone) && (asked.Situation.CarePlace is not { } care || alone.SpeaksFor(care))
            && Join(read.Select(part => finder.Find(part, asked, [alone], ruling: null))) is { Count: > 0 } citations)
        {
            var home = alone.InsuredPlaces[0];
            return Answered(
                asked with { Situation = asked.Situation with { InsuredPlace = home }, Speaking = new Speaking([alone], PlaceOpen: false, General: false) },
                citations, top) with { RulesOf = places.FullName(home) };
        }

        return read.Exists(part => finder.Find(part, asked, within, ruling: null).Count > 0)
            ? new AnswerResult { Status = AnswerStatus.NeedPlace }
            : NotFound(asked, read);
    }

    private AnswerResult Answered(AskedQuestion asked, List<Citation> citations, int top) => new()
    {
        Status = AnswerStatus.Answered,
        Answer = new Answer(lines.Of(citations), citations),
        Passages = Passages(asked, top),
        Contacts = Contacts(asked.Situation),
        General = asked.Speaking.General,
        NoGuideFor = asked.Speaking.General ? places.Find(asked.Situation.InsuredPlace)?.Name : null,
    };

    private static bool IsDetermined(AskedQuestion asked, QuestionTerms question) =>
        asked.StatesFacts && asked.Guides.Count > 0 && !question.Definition && !question.Elsewhere
        && question.Concepts.Any(concept => concept.Ruled)
        && asked.Situation is { InsuredPlace: not null, CarePlace: not null };

    /// <summary>The guide's words behind a ruling that no passage found by search supports.</summary>
    private IEnumerable<Citation> Support(Ruling ruling, List<QuestionPart> read)
    {
        var common = ruling.Common().ToList();
        var tier = read.Exists(part => part.Terms.Concepts.Any(concept => concept.Exempts)) ? null : ruling.Determination.Tier?.Cite;
        return (tier ?? finder.Nearest(common, read)) is { } cite ? Excerpts.WithSubject(cite) : [];
    }

    private AnswerResult NotFound(AskedQuestion asked, List<QuestionPart> read)
    {
        var question = read.Count > 0 ? read[0].Terms : QuestionTerms.None;
        var unheld = asked.Speaking is { PlaceOpen: false } and ({ Guides.Count: 0 } or { General: true });
        return new AnswerResult
        {
            Status = AnswerStatus.NotFound,
            NoGuideFor = unheld && read.Exists(part => part.Terms is { Anchored: true, Elsewhere: false })
                ? places.Find(asked.Situation.InsuredPlace)?.Name
                : null,
            Suggestions = near.Near(question, asked.Guides, MostSuggestions),
            Contacts = asked.Situation.InsuredPlace is null ? [] : Contacts(asked.Situation),
        };
    }

    private IReadOnlyList<FoundPassage> Passages(AskedQuestion asked, int top) =>
        [.. index.Search(
            string.Join(' ', [asked.Text, .. asked.CareNames]), asked.Guides.Select(guide => guide.Id).ToHashSet(StringComparer.Ordinal), top).Select(hit =>
        {
            var guide = library.Find(hit.Passage.Guide)!;
            return new FoundPassage(
                guide.Id, guide.Title, guide.Publisher, hit.Passage.Section, hit.Passage.Text, hit.Highlights, hit.Score,
                guide.Status == GuideStatus.Current && guide.HoldsOn(asked.Situation.AsOf));
        })];

    /// <summary>Whom to ask at the insured place: its district's numbers, not those of all districts.</summary>
    private IReadOnlyList<Contact> Contacts(Situation situation) => determiner.Determine(
        new Situation { Scheme = situation.Scheme, InsuredPlace = situation.InsuredPlace, AsOf = situation.AsOf }).Contacts;

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
