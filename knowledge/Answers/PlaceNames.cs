using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Answers;

/// <summary>Names of places in a guide's text.</summary>
internal static partial class PlaceNames
{
    /// <summary>Whether the text speaks of the place as a whole: 浙江省嘉善县 says nothing of the rest of 浙江省.</summary>
    public static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!Finer().IsMatch(text.AsSpan(at + name.Length)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\w{2,4}[县区市州旗]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Finer();
}
