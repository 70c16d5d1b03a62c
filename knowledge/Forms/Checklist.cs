namespace PolicyBot.Knowledge.Forms;

/// <summary>What to bring, where to go, when and whom to call, on one page.</summary>
/// <param name="Lead">Whom and what it is for.</param>
/// <param name="Warning">That nothing was submitted.</param>
/// <param name="Sources">The guides quoted: title, publisher, date.</param>
public sealed record Checklist(
    string Title, IReadOnlyList<string> Lead, string Warning, IReadOnlyList<ChecklistPart> Parts, IReadOnlyList<string> Sources);

public sealed record ChecklistPart(string Title, IReadOnlyList<ChecklistItem> Items);

/// <param name="Details">Further lines below the text.</param>
/// <param name="Cite">The guide's own words with their place, ready to read; null for what is ours.</param>
/// <param name="Box">Whether it gets a box to tick off by hand.</param>
public sealed record ChecklistItem(string Text, IReadOnlyList<string> Details, string? Cite, bool Box = false);

/// <summary>All that is printed for one filing: the forms, then the checklist.</summary>
public sealed record Paperwork(IReadOnlyList<FormSheet> Sheets, Checklist Checklist);
