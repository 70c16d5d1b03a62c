using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Reads the place that a pending question asks for; an ambiguous or misspelt name is asked back.</summary>
internal sealed class PlaceReader(PlaceParser parser, PlaceCatalog catalog)
{
    public Reading Read(InterviewQuestion pending, Heard heard)
    {
        if (OptionReader.Exactly(pending.Options, heard.Text) is { } option)
        {
            return Reading.Of(pending.Name, option.Value) with { Chosen = true };
        }

        var mention = Mention(pending.Name, heard.Places);
        if (mention?.Place is { } place)
        {
            return Reading.Of(pending.Name, place.Code);
        }

        if (mention is not null)
        {
            return new Reading { Problem = "problem.place.ambiguous", Candidates = Options(mention.Candidates) };
        }

        // Words of the situation alone (我退休了) are an answer to another question, not an unknown place.
        return heard.SaysFacts || heard.Intent != Intent.None || heard.Text.Length == 0
            ? Reading.Nothing
            : new Reading { Problem = "problem.place.unknown", Candidates = Options(parser.Suggest(heard.Text)) };
    }

    private IReadOnlyList<AskOption> Options(IReadOnlyList<Place> candidates) =>
        [.. candidates.Take(6).Select(place => new AskOption(place.Code, catalog.FullName(place.Code)))];

    private static PlaceMention? Mention(string fact, PlaceRoles roles) => fact switch
    {
        FactNames.InsuredPlace => roles.Insured ?? First(roles.Unassigned),
        FactNames.CarePlace => roles.Care ?? First(roles.Unassigned),
        _ => First(roles.Unassigned) ?? roles.Care ?? roles.Insured,
    };

    private static PlaceMention? First(IReadOnlyList<PlaceMention> mentions) => mentions.Count > 0 ? mentions[0] : null;
}
