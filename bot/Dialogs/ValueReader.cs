using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Reads the values of a form, each with the reader of its kind.</summary>
internal sealed class ValueReader
{
    private const int LongestText = 200;

    /// <summary>The value or what is wrong with it; null for kinds that are not typed.</summary>
    public Recognized? Read(QuestionKind kind, string text, DateOnly today) => kind switch
    {
        QuestionKind.Name => NameReader.Read(text),
        QuestionKind.IdNumber => IdNumberReader.Read(text, today),
        QuestionKind.Phone => PhoneReader.Read(text),
        QuestionKind.Date => DateReader.Read(text, today),
        QuestionKind.Text => text.Length switch
        {
            0 => null,
            > LongestText => Recognized.Wrong("text.length"),
            _ => Recognized.As(text),
        },
        _ => null,
    };

    /// <summary>When stored answers still hold.</summary>
    public static AnswerRules Rules(
        Knowledge.Places.PlaceCatalog places, Func<string, IReadOnlyList<Knowledge.Policies.AskOption>> optionsOf) => new(
        IsPlace: code => places.Find(code) is not null,
        IsName: name => NameReader.Read(name).Value == name,
        IsIdNumber: number => Adapters.Filings.IdNumber.TryParse(number, out var parsed) && parsed.Value == number,
        IsPhone: number => PhoneReader.Read(number).Value == number,
        IsStartDate: IsStartDate,
        OptionsOf: optionsOf);

    /// <summary>The agency takes a filing for the day of submitting or a later one, at most a year ahead.</summary>
    private static bool IsStartDate(string value, DateOnly today) =>
        DateOnly.TryParseExact(value, "O", out var date) && date >= today && date.DayNumber - today.DayNumber <= 366;
}
