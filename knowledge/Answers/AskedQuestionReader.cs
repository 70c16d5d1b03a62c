using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Reads scheme, places and facts of a question, and which guides are in force for it.</summary>
internal sealed class AskedQuestionReader(GuideLibrary library, PlaceCatalog catalog, IFactReader facts)
{
    private const string Medical = "medical";

    /// <summary>Stands for a place taken out of the text, so that no word runs across it.</summary>
    private const string Gone = " ";
    private const string Home = "本地";

    private readonly AskedPlaces places = new(new PlaceParser(catalog));

    public AskedQuestion Read(Question question)
    {
        // Codes that were merged are their successors, and one that no place has is no place.
        var situation = question.Context with
        {
            Scheme = question.Context.Scheme ?? Medical,
            InsuredPlace = catalog.Find(question.Context.InsuredPlace)?.Code,
            CarePlace = catalog.Find(question.Context.CarePlace)?.Code,
        };
        var read = facts.Read(question.Text);
        foreach (var mention in read.Where(mention => mention.Fact is not (FactNames.InsuredPlace or FactNames.CarePlace)))
        {
            situation = situation.With(mention.Fact, mention.Value);
        }

        var named = places.Read(
            question.Text, situation.InsuredPlace is not null, mention => mention.Candidates.Any(place => Local(situation, place.Code).Count > 0));
        var (insured, care) = (named.Insured, named.Care);
        if (insured is not null)
        {
            situation = situation with { InsuredPlace = CodeOf(situation, insured) };
        }

        // 回吴江报销, 在吴江还能用吗: home is no care place away.
        var home = care?.Place is { } place && place.Code == situation.InsuredPlace ? care : null;
        care = home is null ? care : null;
        if (care is not null)
        {
            situation = situation with { CarePlace = care.Place?.Code };
        }

        return new AskedQuestion(
            Without(question.Text, named.All, home), situation, GuidesFor(situation),
            care is null ? [] : CareNames(care, situation.InsuredPlace),
            care is not null || read.Any(mention => mention.Fact == FactNames.Reason),
            situation.InsuredPlace is not { } code || Local(situation, code).Count == 0 && HoldsGuides(situation, code));
    }

    private static string Without(string text, IEnumerable<PlaceMention> mentions, PlaceMention? home)
    {
        foreach (var mention in mentions.DistinctBy(mention => mention.Start).OrderByDescending(mention => mention.Start))
        {
            text = text.Remove(mention.Start, mention.Length).Insert(mention.Start, mention == home ? Home : Gone);
        }

        return text;
    }

    /// <summary>Guides that hold on the day; if none does, those that would apply, shown as not in force.</summary>
    private IReadOnlyList<Guide> GuidesFor(Situation situation)
    {
        var local = situation.InsuredPlace is { } place ? Local(situation, place) : [];
        var holding = local.Where(guide => guide.HoldsOn(situation.AsOf)).ToList();
        var current = holding.Where(guide => guide.Status == GuideStatus.Current).ToList();
        return current.Count > 0 ? current : holding.Count > 0 ? holding : local;
    }

    private List<Guide> Local(Situation situation, string place) =>
        [.. library.Guides.Where(guide =>
            guide.Scheme == situation.Scheme && guide.Status != GuideStatus.Superseded && guide.SpeaksFor(place))];

    private bool HoldsGuides(Situation situation, string place) => library.Guides.Any(guide =>
        guide.Scheme == situation.Scheme && guide.InsuredPlaces.Any(insured => Division.LiesWithin(insured, place)));

    /// <summary>An ambiguous name (吉林: province or city) is good enough if the same guides speak for all that it may mean.</summary>
    private string? CodeOf(Situation situation, PlaceMention mention) =>
        mention.Place?.Code
        ?? (mention.Candidates.Select(place => string.Join(' ', Local(situation, place.Code).Select(guide => guide.Id)))
                .Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? null
            : mention.Candidates[0].Code);

    /// <summary>The care place and what it lies in, but nothing that holds the insured place too: that tells nothing apart.</summary>
    private List<string> CareNames(PlaceMention care, string? insured)
    {
        var names = new List<string>();
        foreach (var candidate in care.Candidates)
        {
            names.Add(candidate.Name);
            for (var place = candidate.Parent; place is not null; place = catalog.Find(place)?.Parent)
            {
                if (catalog.Find(place) is { } above && (insured is null || !catalog.IsWithin(insured, above.Code)))
                {
                    names.Add(above.Name);
                }
            }
        }

        return names;
    }
}
