using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Makes outgoing messages.</summary>
internal static class Reply
{
    public static Activity Text(string text)
    {
        var message = MessageFactory.Text(LineBreaks(text));
        message.TextFormat = TextFormatTypes.Markdown;
        return message;
    }

    /// <summary>A button sends its own words, as if the person had typed them.</summary>
    public static Activity Buttons(string text, IEnumerable<string> buttons)
    {
        var message = Text(text);
        message.SuggestedActions = new SuggestedActions
        {
            Actions = [.. buttons.Select(button => new CardAction(ActionTypes.ImBack, button, value: button))],
        };
        return message;
    }

    /// <summary>In Markdown a single line break is only one with two blanks before it.</summary>
    private static string LineBreaks(string text) => text.Replace("\n", "  \n", StringComparison.Ordinal);
}
