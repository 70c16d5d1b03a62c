using System.Text;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Bot.Language;

/// <summary>What value readers need of a text as typed.</summary>
internal static class Typed
{
    /// <summary>Values are short; what is longer is no value.</summary>
    public const int LongestValue = 200;

    private const string Separators = " -._/\t,()+·";
    private const string SpokenDigits = "零一二三四五六七八九";

    /// <summary>Folded, or empty where the text is too long to be a value.</summary>
    public static string Value(string? text) => text is null || text.Length > LongestValue ? "" : TextFolding.Fold(text);

    /// <summary>
    /// A number with letters, such as that of an identity card: the words around it and what groups its digits are gone; digits
    /// that are spoken (一三八, 幺) are digits.
    /// </summary>
    public static string CodeIn(string? text)
    {
        var code = new StringBuilder();
        foreach (var c in Value(text))
        {
            var spoken = c is '幺' ? 1 : c is '两' ? 2 : SpokenDigits.IndexOf(c);
            if (spoken >= 0)
                code.Append((char)('0' + spoken));
            else if (char.IsAsciiLetterOrDigit(c) || c is '×' or 'х')
                code.Append(c is 'х' ? 'x' : c);
            else if (!Separators.Contains(c) && !char.IsLetter(c) && !char.IsPunctuation(c))
                code.Append('?');
        }
        return code.ToString();
    }
}
