using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Forms;

/// <summary>Fills a paper form in. Only the applicant's part is filled; the rest is left to whom the form names.</summary>
public static class FormFiller
{
    /// <summary>Characters in a line beside a label.</summary>
    private const int LongestLine = 30;

    /// <summary>A longer value gets a line of its own.</summary>
    private const int LongestInPair = 28;

    /// <param name="values">Field → value as it is to be read; for check boxes the option that is ticked.</param>
    public static FormSheet Fill(PaperForm form, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(values);
        var cleaned = values.ToDictionary(value => value.Key, value => Clean(value.Value), StringComparer.Ordinal);
        return new FormSheet(
            form.Title,
            [.. form.Sections.Select(section => Block(section, cleaned))],
            [.. form.Remarks.Select(remark => remark.Quote)],
            [
                .. form.Sections.Where(FormFields.IsApplicants).SelectMany(section => section.Fields)
                    .Where(field => string.IsNullOrEmpty(cleaned.GetValueOrDefault(field.Name))).Select(field => field.Label),
            ]);
    }

    /// <summary>Without what no document can hold (control characters, halves of a character), and in one line.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control && rune.Value is not (0xFFFE or 0xFFFF or 0xFFFD))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    private static FormBlock Block(PaperFormSection section, IReadOnlyDictionary<string, string> values)
    {
        var own = FormFields.IsApplicants(section);
        var rows = section.Rows > 1
            ? Enumerable.Range(1, section.Rows).Select(number => Numbered(section, number))
            : Rows(section, own ? values : new Dictionary<string, string>(StringComparer.Ordinal));
        return new FormBlock(section.Title, own ? null : FormWords.LeftFor(section.FilledBy), [.. rows]);
    }

    /// <summary>One line of a list: its first field carries the number (辅助器具1).</summary>
    private static FormRow Numbered(PaperFormSection section, int number) => new(
    [
        .. section.Fields.Select((field, index) => new FormCell(
            index == 0 ? field.Label + number.ToString(CultureInfo.InvariantCulture) : field.Label, string.Empty)),
    ]);

    /// <summary>Short fields stand two in a line, all others in a line of their own.</summary>
    private static IEnumerable<FormRow> Rows(PaperFormSection section, IReadOnlyDictionary<string, string> values)
    {
        FormCell? waiting = null;
        foreach (var field in section.Fields)
        {
            var value = values.GetValueOrDefault(field.Name, string.Empty);
            var opinion = field.Kind == "text" && section.FilledBy is "doctor" or "expert";
            if (!opinion && value.Length <= LongestInPair && field.Kind is "name" or "text" or "id-number" or "phone" or "place" or "money")
            {
                var cell = new FormCell(field.Label, value);
                if (waiting is not null)
                {
                    yield return new FormRow([waiting, cell]);
                }

                waiting = waiting is null ? cell : null;
                continue;
            }

            if (waiting is not null)
            {
                yield return new FormRow([waiting]);
                waiting = null;
            }

            yield return Whole(field, value, opinion);
        }

        if (waiting is not null)
        {
            yield return new FormRow([waiting]);
        }
    }

    private static FormRow Whole(FormField field, string value, bool opinion) => field.Kind switch
    {
        // □同意 □不同意 （理由）: a label in brackets stands behind its boxes, before the room for it.
        "choice" when field.Label.StartsWith('（') => new FormRow([new FormCell(null, Boxes(field, value) + FormWords.Gap + field.Label)], Tall: true),
        "choice" => new FormRow([new FormCell(field.Label, Boxes(field, value))]),
        "name" or "text" or "id-number" or "phone" or "place" or "money" when !opinion => new FormRow([new FormCell(field.Label, value)]),
        "date" => Line(field, value.Length > 0 ? value : FormWords.Date),
        "period" => Line(field, FormWords.Date + FormWords.Until + FormWords.Date),
        "signature" => Line(field, FormWords.RoomToSign + FormWords.Date, tall: true),
        "seal" => new FormRow([new FormCell(null, field.Label)], Tall: true),
        _ => Line(field, value, tall: opinion),
    };

    private static FormRow Line(FormField field, string entry, bool tall = false) =>
        new([new FormCell(null, field.Label + FormWords.Colon + entry)], tall);

    /// <summary>The boxes side by side, as many to a line as have room, so that none is broken in two.</summary>
    private static string Boxes(FormField field, string value)
    {
        var text = new StringBuilder();
        var length = 0;
        foreach (var option in field.Options)
        {
            var box = (option.Value == value ? FormWords.Ticked : FormWords.Empty) + option.Label;
            var fits = length + 1 + box.Length <= LongestLine;
            text.Append(length == 0 ? string.Empty : fits ? FormWords.Gap : "\n").Append(box);
            length = length > 0 && fits ? length + 1 + box.Length : box.Length;
        }

        return text.ToString();
    }
}
