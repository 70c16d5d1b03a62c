namespace PolicyBot.Knowledge.Forms;

/// <summary>A paper form as it will be printed, filled in as far as it could be; how it looks is the writers' business.</summary>
/// <param name="Blanks">Labels of the applicant's fields that were left empty, to be written by hand.</param>
public sealed record FormSheet(
    string Title, IReadOnlyList<FormBlock> Blocks, IReadOnlyList<string> Remarks, IReadOnlyList<string> Blanks);

/// <summary>One block of the form; its title stands beside its rows.</summary>
/// <param name="LeftFor">Says who fills it in by hand; null for the applicant's own part. Ours, not the form's.</param>
public sealed record FormBlock(string Title, string? LeftFor, IReadOnlyList<FormRow> Rows);

/// <summary>One line across the form: one, two or three cells.</summary>
/// <param name="Tall">Whether somebody writes or stamps here by hand.</param>
public sealed record FormRow(IReadOnlyList<FormCell> Cells, bool Tall = false);

/// <summary>One field.</summary>
/// <param name="Label">The field's label in a cell of its own; null where it stands in the entry (…：　年　月　日).</param>
/// <param name="Entry">What is printed: the value, the check boxes (☑ and □), a line to fill in, or nothing. May have several lines.</param>
public sealed record FormCell(string? Label, string Entry);
