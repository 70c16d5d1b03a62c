using System.Globalization;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>
/// Whether the guide's form is filled in. Fields that a submission always has (person, places, start day) are checked as such,
/// so only text and choices can be missing; whatever is there must be of its field's kind.
/// </summary>
internal static class FormRules
{
    public static IEnumerable<FilingProblem> Check(FilingSubmission submission, FilingForm? form)
    {
        foreach (var field in form?.Fields ?? [])
        {
            var value = submission.Fields.GetValueOrDefault(field.Name);
            if (string.IsNullOrWhiteSpace(value))
            {
                if (field is { Required: true, Kind: "text" or "choice" } && !IsElsewhere(field.Name, submission))
                {
                    yield return new FilingProblem(field.Name, $"还没有填写“{field.Label}”。", field.Cite);
                }
            }
            else if (!Fits(field, value))
            {
                yield return new FilingProblem(field.Name, $"“{field.Label}”填写得不对，请检查。", field.Cite);
            }
        }
    }

    private static bool IsElsewhere(string name, FilingSubmission submission) =>
        submission.Facts.ContainsKey(name) || name is "scheme" or "insuredPlace" or "carePlace" or "filingType" or "startsOn" or "name" or "idNumber" or "phone";

    private static bool Fits(FormField field, string value) => field.Kind switch
    {
        "choice" => field.Options.Count == 0 || field.Options.Any(option => option.Value == value),
        "phone" => PhoneNumber.TryParse(value, out _),
        "id-number" => IdNumber.TryParse(value, out _),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };
}
