using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordString = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace PolicyBot.Knowledge.Forms;

/// <summary>Paragraphs of a Word document.</summary>
internal static class WordText
{
    /// <summary>Has both check boxes in the same size; 宋体 lacks the ticked one. Where it is missing, Word takes another.</summary>
    private const string BoxFont = "Segoe UI Symbol";

    private static readonly char[] Boxes = [FormWords.Empty, FormWords.Ticked];

    /// <param name="size">In half points; null for the document's own.</param>
    public static Paragraph Paragraph(
        string text, string? size = null, bool bold = false, bool centred = false, bool onNewPage = false, bool withNext = false)
    {
        // The order of these is the schema's.
        var properties = new ParagraphProperties();
        properties.KeepNext = withNext ? new KeepNext() : null;
        properties.PageBreakBefore = onNewPage ? new PageBreakBefore() : null;
        properties.Justification = centred ? new Justification { Val = JustificationValues.Center } : null;
        var paragraph = new Paragraph(properties);
        foreach (var part in Parts(text))
        {
            paragraph.Append(Run(part, size, bold));
        }

        return paragraph;
    }

    private static Run Run(string text, string? size, bool bold)
    {
        var properties = new RunProperties();
        properties.RunFonts = Boxes.Contains(text[0])
            ? new RunFonts { Ascii = BoxFont, HighAnsi = BoxFont, EastAsia = BoxFont, ComplexScript = BoxFont }
            : null;
        properties.Bold = bold ? new Bold() : null;
        properties.FontSize = size is null ? null : new FontSize { Val = size };
        return new Run(properties, new WordString(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>The text with each check box in a run of its own, for its font.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var from = 0;
        for (var at = text.IndexOfAny(Boxes); at >= 0; at = text.IndexOfAny(Boxes, from))
        {
            if (at > from)
            {
                yield return text[from..at];
            }

            yield return text[at..(at + 1)];
            from = at + 1;
        }

        if (from < text.Length)
        {
            yield return text[from..];
        }
    }
}
