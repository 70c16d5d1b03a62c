using System.Text;
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

    /// <summary>
    /// In Markdown a single line break is only one with two blanks before it, and what follows a quotation or a list belongs
    /// to it unless an empty line parts them.
    /// </summary>
    private static string LineBreaks(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Split('\n');
        var broken = new StringBuilder(text.Length + (lines.Length * 2)).Append(lines[0]);
        for (var i = 1; i < lines.Length; i++)
        {
            broken.Append(SortOf(lines[i]) == SortOf(lines[i - 1]) ? "  \n" : "\n\n").Append(lines[i]);
        }

        return broken.ToString();
    }

    private static char SortOf(string line) => line switch
    {
        ['>', ..] => '>',
        ['-', ' ', ..] => '-',
        [>= '1' and <= '9', '.', ' ', ..] => '1',
        _ => ' ',
    };
}
