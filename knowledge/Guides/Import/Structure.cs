namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>
/// Finds out which blocks are headings, of which level, and which are list items. Nothing is reworded; a heading that runs on
/// into its text ("第三条 参保人…") is cut after its name.
/// </summary>
internal sealed class Structure
{
    private const int LongestHeading = 40;
    private const int LongestRunIn = 25;
    private const string SentenceEnds = "。；;，,、";

    private readonly Stack<int> open = [];
    private readonly List<StructuredBlock> result = [];

    public static IReadOnlyList<StructuredBlock> Of(IReadOnlyList<SourceBlock> blocks)
    {
        var structure = new Structure();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is TextBlock text)
            {
                var rank = Rank(text);
                structure.Add(text, rank, Neighbour(blocks, i - 1) == rank || Neighbour(blocks, i + 1) == rank);
            }
            else
            {
                structure.result.Add(new StructuredBlock(BlockKind.Table, 0, "", (TableBlock)blocks[i]));
            }
        }

        return structure.result;
    }

    private static int Rank(TextBlock text) => text.Item ? HeadingMark.None : HeadingMark.RankOf(text.Text);

    private static int Neighbour(IReadOnlyList<SourceBlock> blocks, int at) =>
        at >= 0 && at < blocks.Count && blocks[at] is TextBlock text ? Rank(text) : -1;

    /// <param name="inList">Whether a neighbour has a number of the same kind: then it is a list, where it may be one.</param>
    private void Add(TextBlock block, int rank, bool inList)
    {
        var text = block.Text;
        if (block.Level > 0)
        {
            Heading(block.Level, text);
        }
        else if (!HeadingMark.MayBeHeading(rank) || text.Contains('\n', StringComparison.Ordinal))
        {
            result.Add(new StructuredBlock(block.Item || rank != HeadingMark.None ? BlockKind.Item : BlockKind.Paragraph, 0, text));
        }
        else if (rank <= HeadingMark.Article || !inList || (rank == HeadingMark.Chinese && open.Contains(rank)))
        {
            Cut(rank, text);
        }
        else
        {
            result.Add(new StructuredBlock(BlockKind.Item, 0, text));
        }
    }

    private void Cut(int rank, string text)
    {
        if (text.Length <= LongestHeading && !SentenceEnds.Contains(text[^1]) && !(rank == HeadingMark.Article && text[^1] is '：' or ':'))
        {
            Heading(rank, text);
            return;
        }

        var end = rank <= HeadingMark.Article ? text.IndexOfAny([' ', '\u3000', '：', ':']) : rank == HeadingMark.Chinese ? text.AsSpan(2).IndexOfAny('。', '：', ':') + 2 : -1;
        if (rank <= HeadingMark.Article && end < 0)
        {
            end = text.IndexOf('条', StringComparison.Ordinal);
        }

        if (end > 1 && end < LongestRunIn && end < text.Length - 1)
        {
            Heading(rank, text[..(end + 1)].TrimEnd());
            result.Add(new StructuredBlock(BlockKind.Paragraph, 0, text[(end + 1)..].Trim()));
        }
        else
        {
            result.Add(new StructuredBlock(BlockKind.Item, 0, text));
        }
    }

    /// <summary>Levels follow from what stands above, so that none is skipped.</summary>
    private void Heading(int rank, string text)
    {
        while (open.TryPeek(out var above) && above >= rank)
        {
            open.Pop();
        }

        open.Push(rank);
        result.Add(new StructuredBlock(BlockKind.Heading, open.Count, text.ReplaceLineEndings(" ")));
    }
}

internal enum BlockKind
{
    Heading,
    Paragraph,
    Item,
    Table,
}

/// <param name="Level">Of a heading, from 1.</param>
internal sealed record StructuredBlock(BlockKind Kind, int Level, string Text, TableBlock? Table = null);
