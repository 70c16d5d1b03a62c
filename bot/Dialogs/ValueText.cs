using System.Globalization;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Shows an answer as a person would say it.</summary>
internal sealed class ValueText(PlaceCatalog places, Texts texts)
{
    public string Of(InterviewQuestion question, string value) => question.Kind switch
    {
        _ when value.Length == 0 => texts.Say("value.skipped"),
        QuestionKind.Place => places.FullName(value),
        QuestionKind.Date => Date(DateOnly.ParseExact(value, "O", CultureInfo.InvariantCulture)),
        QuestionKind.Consent => texts.Say("value.consented"),
        QuestionKind.Upload => texts.Say("value.file"),
        QuestionKind.Choice => question.Show(value),
        _ => Known(question.Name, value),
    };

    public string Date(DateOnly date) => texts.Say(
        "value.date", ("year", Number(date.Year)), ("month", Number(date.Month)), ("day", Number(date.Day)));

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>0.65 → 65%, 0.675 → 67.5%.</summary>
    public static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string Money(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);

    private string Known(string name, string value) => name switch
    {
        SituationFacts.LocalShare => Percent(decimal.Parse(value, CultureInfo.InvariantCulture)),
        SituationFacts.EligibleCost => texts.Say(
            "value.money", ("yuan", Money(decimal.Parse(value, CultureInfo.InvariantCulture)))),
        _ => Markdown.Escape(value),
    };
}
