using System.Text;

namespace PolicyBot.Adapters.Papers;

/// <summary>
/// How the bot names a person's papers in a message: a Markdown link to a bare path, which opens nothing. The right to open it is
/// added for each reader when the message is shown (see WebChat/Streams/Wire), so that no stored message holds it.
/// </summary>
public static class PaperReference
{
    public const string Word = "paper.docx";
    public const string Page = "paper.html";

    /// <summary>Only as the target of a Markdown link: a path that somebody typed stays text.</summary>
    private const string Opening = "](";

    public static string Path(string conversation, string id, string file) => $"{Folder(conversation)}{id}/{file}";

    /// <summary>The message with every such link made into one that opens, for this reader.</summary>
    /// <param name="json">The activity as JSON; the paths need no escaping there.</param>
    internal static string WithLinks(string json, string conversation, string origin, Func<string> token)
    {
        var marker = Opening + Folder(conversation);
        var at = json.IndexOf(marker, StringComparison.Ordinal);
        if (at < 0)
        {
            return json;
        }

        var text = new StringBuilder(json.Length + 600);
        var from = 0;
        for (; at >= 0; at = json.IndexOf(marker, from, StringComparison.Ordinal))
        {
            var start = at + Opening.Length;
            var end = json.IndexOf(')', start);
            end = end < 0 ? json.Length : end;
            text.Append(json, from, start - from).Append(origin).Append(json, start, end - start).Append("?t=").Append(token());
            from = end;
        }

        return text.Append(json, from, json.Length - from).ToString();
    }

    private static string Folder(string conversation) => $"/v3/directline/conversations/{conversation}/papers/";
}
