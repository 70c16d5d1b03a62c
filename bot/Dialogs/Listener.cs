using Microsoft.Bot.Schema;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Reads a message once: what is wanted, the facts and places that it names, the files that came with it.</summary>
internal sealed class Listener(
    UtteranceReader utterances, AspectReader aspects, PlaceParser places, AmountReader amounts, Buttons buttons,
    GuidePlaces guides)
{
    private static readonly PlaceRoles NoPlaces = new(null, null, [], [], Correction: false);

    /// <param name="message">As it came from the channel.</param>
    /// <param name="progress">The pending question tells whether a place is expected, and in which larger one it lies.</param>
    /// <param name="interviewing">Whether the pending question was asked.</param>
    public Heard Hear(IMessageActivity message, Progress progress, bool interviewing)
    {
        var said = utterances.Read(message.Text?.Trim());
        if (buttons.Find(said.Text) is { } pressed)
        {
            said = said with { Intent = pressed, Facts = [], MayAnswer = false, IsEmptyOrNoise = false };
        }
        else if (said.Intent == Intent.None && amounts.Read(said.Text).ToList() is { Count: > 0 } named)
        {
            said = said with { Facts = [.. said.Facts, .. named] };
        }

        var pending = interviewing ? progress.Pending : null;
        var roles = said.IsTooLong || said.Text.Length == 0 || pending is { Kind: QuestionKind.IdNumber or QuestionKind.Phone }
            ? NoPlaces
            : Insured(places.Roles(said.Text, Within(pending, progress), pending?.Kind == QuestionKind.Place));
        return new Heard(said, roles, UploadReferences.In(message), UploadReferences.RefusedIn(message))
        {
            Asks = said.Intent == Intent.Question ? aspects.Read(said.Text, Known(said, roles)) : AspectReading.Nothing,
        };
    }

    /// <summary>
    /// 蛟河的去长春朝阳区: of two places, one of which is where care is sought, the one with a guide of its own is where the person
    /// is insured. Otherwise the guide of whoever asked before would answer.
    /// </summary>
    private PlaceRoles Insured(PlaceRoles roles) =>
        roles is { Insured: null, Care: { } care, Unassigned: [var other], Correction: false }
            && other.Start < care.Start && guides.Without(other) is null
            ? roles with { Insured = other, Unassigned = [] }
            : roles;

    private static IEnumerable<(int Start, int Length)> Known(Utterance said, PlaceRoles roles) =>
        new[] { roles.Insured, roles.Care }.OfType<PlaceMention>().Concat(roles.Unassigned).Concat(roles.Negated)
            .Select(mention => (mention.Start, mention.Length))
            .Concat(said.Facts.Select(fact => (fact.Start, fact.Length)));

    /// <summary>After 长春市 was too coarse, 朝阳区 is the one in Changchun.</summary>
    private static string? Within(InterviewQuestion? pending, Progress progress) =>
        pending?.Kind == QuestionKind.Place ? progress.Kept[pending.Name] : null;
}
