using System.Text;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Shows what a person typed as it was typed, whatever signs of Markdown it holds.</summary>
internal static class Markdown
{
    private const string Signs = "\\`*_{}[]<>()#+-.!|~";

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Signs.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return escaped.ToString();
    }
}
