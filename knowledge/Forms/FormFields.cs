using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Forms;

/// <summary>What goes into a paper form: what must be asked, what the situation says already, what follows from the rest.</summary>
public static class FormFields
{
    private const string Applicant = "applicant";
    private const string Sex = "sex";
    private const string IdNumber = "idNumber";

    /// <summary>Fields that a person can be asked for in a conversation; dates, sums and signatures are written by hand.</summary>
    private static readonly string[] Askable = ["name", "id-number", "phone", "place", "choice", "text"];

    /// <summary>
    /// The applicant's fields that the situation does not answer, each of them optional: what is not told stays empty. The sex
    /// is not asked for, since the identity number holds it.
    /// </summary>
    public static IEnumerable<FormField> ToAsk(PaperForm form, Situation situation) =>
        OfApplicant(form)
            .Where(field => field.Name != Sex && Askable.Contains(field.Kind, StringComparer.Ordinal) && Known(form, field, situation) is null)
            .Select(field => field with { Required = false });

    /// <summary>The values of the applicant's fields: the answers, and what follows from them and from the situation.</summary>
    /// <param name="answers">Field → value; places are codes.</param>
    public static IReadOnlyDictionary<string, string> Values(
        PaperForm form, Situation situation, IReadOnlyDictionary<string, string> answers, PlaceCatalog places)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(places);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in OfApplicant(form))
        {
            var value = Known(form, field, situation) ?? answers.GetValueOrDefault(field.Name)
                ?? (field.Name == Sex ? SexOf(answers.GetValueOrDefault(IdNumber)) : null);
            if (!string.IsNullOrEmpty(value))
            {
                values[field.Name] = field.Kind == "place" ? places.FullName(value) : value;
            }
        }

        return values;
    }

    internal static bool IsApplicants(PaperFormSection section) => section.FilledBy == Applicant;

    private static IEnumerable<FormField> OfApplicant(PaperForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Sections.Where(section => IsApplicants(section) && section.Rows == 1).SelectMany(section => section.Fields);
    }

    private static string? Known(PaperForm form, FormField field, Situation situation) => field.Name == FactNames.CarePlace
        ? situation.CarePlace
        : form.Ticks.FirstOrDefault(tick => tick.Field == field.Name && tick.When.Holds(situation))?.Option;

    /// <summary>GB 11643: the 17th digit is odd for men, even for women.</summary>
    private static string? SexOf(string? idNumber) => idNumber is { Length: 18 } && char.IsAsciiDigit(idNumber[16])
        ? (idNumber[16] - '0') % 2 == 1 ? FormWords.Male : FormWords.Female
        : null;
}
