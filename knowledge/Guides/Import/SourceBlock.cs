namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>One piece of a source document, before its structure is recognised.</summary>
internal abstract record SourceBlock;

/// <param name="Level">Level of a heading where the document says so (a style, an h2, a #); 0 where it does not.</param>
/// <param name="Item">Whether the document makes it a list item.</param>
internal sealed record TextBlock(string Text, int Level = 0, bool Item = false) : SourceBlock;

/// <param name="Rows">Cells as text; all rows have the same number. Null where a cell goes on from the row above.</param>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<string?>> Rows) : SourceBlock;

/// <summary>What a reader found.</summary>
/// <param name="Title">Where the document names one.</param>
/// <param name="Remarks">What the editor should look at, in Chinese.</param>
internal sealed record SourceText(string? Title, IReadOnlyList<SourceBlock> Blocks, IReadOnlyList<string> Remarks);
