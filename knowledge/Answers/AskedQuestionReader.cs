using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Knowledge.Search;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Reads scheme, places and facts of a question, and which guides are in force for it.</summary>
internal sealed class AskedQuestionReader(SpeakingGuides speaking, PlaceCatalog catalog, IFactReader facts, DomainTerms terms)
{
    private const string Medical = "medical";

    /// <summary>Stands for a place taken out of the text, so that no word runs across it.</summary>
    private const string Gone = " ";
    private const string Home = "本地";

    /// <summary>Guides name Hong Kong, Macao and Taiwan together; each of them means the three.</summary>
    private const string OutsideMainland = "港澳台";

    private readonly AskedPlaces places = new(new PlaceParser(catalog));
    private readonly QuestionReader words = new(terms);

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

        var scheme = situation.Scheme;
        var named = places.Read(
            question.Text, situation.InsuredPlace is not null,
            mention => mention.Candidates.Any(place => speaking.Local(scheme, place.Code).Count > 0));
        var (insured, care) = (named.Insured, named.Care);
        if (insured is not null)
        {
            situation = situation with { InsuredPlace = CodeOf(situation, insured) };
        }

        // 回吴江报销, 在吴江还能用吗: home is no care place away.
        var home = care is not null && IsHome(care, named.CareSaid, situation.InsuredPlace) ? care : null;
        care = home is null ? care : null;
        if (care is not null)
        {
            situation = situation with { CarePlace = care.Place?.Code };
        }

        var denied = named.Denied.SelectMany(mention => mention.Candidates).Select(place => place.Code).ToList();
        var near = words.Read(question.Text).Concepts.Any(concept => concept.Near);
        return new AskedQuestion(
            Without(question.Text, named.All, home), situation, speaking.For(situation, denied, near),
            care is null ? [] : CareNames(care, situation.InsuredPlace),
            catalog.Find(situation.InsuredPlace)?.Name,
            care is not null || read.Any(mention => mention.Fact == FactNames.Reason));
    }

    /// <summary>吉林三档待遇, of somebody insured in 蛟河: nothing says that care is sought in 吉林.</summary>
    private static bool IsHome(PlaceMention care, bool said, string? insured) => said
        ? care.Place?.Code == insured
        : insured is not null && care.Candidates.Any(place => Division.LiesWithin(insured, place.Code));

    private static string Without(string text, IEnumerable<PlaceMention> mentions, PlaceMention? home)
    {
        foreach (var mention in mentions.DistinctBy(mention => mention.Start).OrderByDescending(mention => mention.Start))
        {
            text = text.Remove(mention.Start, mention.Length).Insert(mention.Start, mention == home ? Home : IsOutsideMainland(mention) ? OutsideMainland : Gone);
        }

        return text;
    }

    private static bool IsOutsideMainland(PlaceMention mention) =>
        mention.Candidates.All(place => place.Code.AsSpan(0, 2) is "71" or "81" or "82");

    /// <summary>
    /// An ambiguous name (吉林: province or city) is good enough if the same guides speak for all that it may mean. A city goes before
    /// the districts of its name (鹤山), which nobody names without their city, if a guide speaks for it.
    /// </summary>
    private string? CodeOf(Situation situation, PlaceMention mention)
    {
        if (mention.Place is { } only)
        {
            return only.Code;
        }

        return mention.Candidates.GroupBy(place => string.Join(' ', speaking.Local(situation.Scheme, place.Code).Select(guide => guide.Id))).Skip(1).Any()
            ? mention.Candidates.Where(place => !IsDistrict(place)).ToList() is [var city] && speaking.Local(situation.Scheme, city.Code).Count > 0 ? city.Code : null
            : mention.Candidates[0].Code;
    }

    /// <summary>By GB/T 2260 the districts of a city are numbered from 01 to 20.</summary>
    private static bool IsDistrict(Place place) => int.Parse(place.Code.AsSpan(4), provider: null) is > 0 and <= 20;

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
