namespace PolicyBot.Knowledge.Guides;

/// <summary>Tells the boxes of a guide's printed forms from its text; the front matter names the headings of the forms.</summary>
internal static class FormFields
{
    /// <summary>What stands below a form is text again.</summary>
    private const string Remarks = "备注";

    /// <exception cref="GuideFormatException">The guide has no such heading.</exception>
    public static IReadOnlyList<Passage> Mark(string file, IReadOnlyList<Passage> passages, IReadOnlyList<string> forms)
    {
        if (forms.FirstOrDefault(form => !passages.Any(passage => Sections.Split(passage.Section).FirstOrDefault() == form)) is { } missing)
        {
            throw new GuideFormatException(file, 1, $"forms: there is no heading '{missing}'");
        }

        return [.. passages.Select(passage =>
            Sections.Split(passage.Section) is [var first, .. var below] && forms.Contains(first) && !below.Contains(Remarks)
                ? passage with { FormField = true }
                : passage)];
    }
}
