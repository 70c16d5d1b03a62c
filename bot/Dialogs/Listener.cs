using Microsoft.Bot.Schema;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Reads a message once: what is wanted, the facts and places that it names, the files that came with it.</summary>
internal sealed class Listener(UtteranceReader utterances, PlaceParser places, AmountReader amounts, Buttons buttons)
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
        return new Heard(
            said,
            said.IsTooLong || said.Text.Length == 0 || pending is { Kind: QuestionKind.IdNumber or QuestionKind.Phone }
                ? NoPlaces
                : places.Roles(said.Text, Within(pending, progress), pending?.Kind == QuestionKind.Place),
            UploadReferences.In(message),
            UploadReferences.RefusedIn(message));
    }

    /// <summary>After 长春市 was too coarse, 朝阳区 is the one in Changchun.</summary>
    private static string? Within(InterviewQuestion? pending, Progress progress) =>
        pending?.Kind == QuestionKind.Place ? progress.Kept[pending.Name] : null;
}
