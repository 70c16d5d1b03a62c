using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Answers;

/// <summary>What is to be filled in on the printed forms of a guide.</summary>
internal static class FormLines
{
    /// <summary>What the agency fills in is only named.</summary>
    private const string Agency = "经办机构";

    /// <summary>A heading of a form that only forms for such a matter have, and the question names, picks them.</summary>
    private const string Device = "辅助器具";

    private const char Choice = '□';
    private const int ShortestLabel = 4;

    /// <summary>The boxes with the headings above them, form by form; none where the guides have no form.</summary>
    /// <param name="text">The question.</param>
    public static IReadOnlyList<Citation> Of(IEnumerable<Guide> guides, string text)
    {
        var forms = guides.SelectMany(guide => guide.Passages).Where(passage => passage.FormField)
            .GroupBy(passage => (passage.Guide, Title: Sections.Split(passage.Section)[0])).ToList();
        var named = forms.FindAll(form => form.Key.Title.Contains(Device, StringComparison.Ordinal) && text.Contains(Device, StringComparison.Ordinal));
        var lines = new List<Citation>();
        foreach (var form in named.Count > 0 ? named : forms)
        {
            lines.Add(new Citation(form.Key.Guide, form.Key.Title, form.Key.Title));
            lines.AddRange(form.Select(Line).Distinct());
        }

        return lines;
    }

    /// <summary>The boxes with choices that the question names (转诊原因), whatever else it says.</summary>
    public static IReadOnlyList<Citation> OfBox(IEnumerable<Guide> guides, string text) =>
        [.. guides.SelectMany(guide => guide.Passages)
            .Where(passage => passage.FormField && passage.Text.IndexOf(Choice) is var end and > 0
                && passage.Text[..end].Trim('：', ' ') is { Length: >= ShortestLabel } label && text.Contains(label, StringComparison.Ordinal))
            .Select(box => new Citation(box.Guide, box.Section, box.Text))];

    private static Citation Line(Passage box)
    {
        var headings = Sections.Split(box.Section);
        var agency = Array.FindIndex(headings, 1, heading => heading.Contains(Agency, StringComparison.Ordinal));
        return agency < 0
            ? new Citation(box.Guide, box.Section, box.Text)
            : new Citation(box.Guide, string.Join(Sections.Joiner, headings[..(agency + 1)]), headings[agency]);
    }
}
