using System.Text;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>The words of a source as plain text in UTF-8, a line a paragraph or cell.</summary>
internal static class PlainCopy
{
    public static string Of(string? title, IReadOnlyList<SourceBlock> blocks)
    {
        var text = new StringBuilder();
        if (title is not null && !blocks.Any(block => block is TextBlock { Text: var words } && words == title))
        {
            text.Append(title).Append('\n');
        }

        foreach (var block in blocks)
        {
            foreach (var line in block is TextBlock words ? [words.Text] : ((TableBlock)block).Rows.SelectMany(row => row).OfType<string>())
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }
}
