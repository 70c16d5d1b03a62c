#nullable disable

using System.Collections.Concurrent;
using System.Globalization;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Culture by locale. Unknown names are remembered too: with invariant globalization every locale is unknown, and an
/// exception a turn would cost more than the turn. Names come from outside, so only so many are kept.
/// </summary>
internal static class TurnCulture
{
    private const int Most = 200;
    private static readonly ConcurrentDictionary<string, CultureInfo> Known = new(StringComparer.Ordinal);

    /// <returns>Null if there is no such culture.</returns>
    public static CultureInfo Find(string locale)
    {
        if (Known.TryGetValue(locale, out var culture))
        {
            return culture;
        }

        try
        {
            culture = new CultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            culture = null;
        }

        if (Known.Count < Most)
        {
            Known[locale] = culture;
        }

        return culture;
    }

    public static void Apply(ITurnContext turnContext, string locale)
    {
        var culture = Find(locale);
        if (culture is not null)
        {
            CultureInfo.CurrentCulture = culture;
        }

        if (turnContext is TurnContext turn)
        {
            turn.Locale = culture is null ? CultureInfo.CurrentCulture.Name : locale;
        }
    }
}
