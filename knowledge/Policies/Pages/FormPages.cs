namespace PolicyBot.Knowledge.Policies.Pages;

/// <summary>What is filled in: the online form with its commitment letter, and the guide's own forms.</summary>
internal static class FormPages
{
    private static readonly IReadOnlyList<string> Columns = ["项目", "必填", "可选的值"];

    public static void Write(PageWriter page, Policy policy)
    {
        page.Section("要填的表");
        if (policy.Form is null && policy.PaperForms.Count == 0)
        {
            page.Paragraph("没有表要填。");
        }

        if (policy.Form is { } form)
        {
            page.Heading("网上填的");
            page.Table("没有项目。", Columns, form.Fields.Select(Field));
            if (form.Commitment is { } letter)
            {
                page.Paragraph($"承诺书：{letter.Days}天内补齐，可以先代替 {string.Join("、", letter.Replaces)}。{(letter.BarsAnother ? "失效以后不能再用。" : "")}");
                page.List(letter.Text.Select(text => $"{text.Text} {PageWriter.Quotes([text.Cite])}"));
            }
        }

        foreach (var paper in policy.PaperForms)
        {
            page.Heading(paper.Title);
            foreach (var section in paper.Sections)
            {
                page.Paragraph($"{section.Title}（{PageWords.Kind(section.FilledBy)}{(section.Rows > 1 ? $"，{section.Rows}行" : "")}）");
                page.Table("没有项目。", Columns, section.Fields.Select(Field));
            }

            page.List(paper.Remarks.Select(remark => $"备注：{PageWriter.Quotes([remark])}"));
        }
    }

    private static string[] Field(FormField field) =>
        [field.Label, field.Required ? "是" : "否", string.Join("、", field.Options.Select(option => option.Label))];
}
