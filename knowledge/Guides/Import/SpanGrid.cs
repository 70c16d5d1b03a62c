namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>Cells that span rows and columns laid out on a grid: over several columns in each, over several rows only in the first.</summary>
internal sealed class SpanGrid
{
    private const int MaxSpan = 200;

    private readonly List<SortedDictionary<int, string?>> rows = [];
    private int row = -1;

    public void NextRow() => RowAt(++row);

    public void Add(string text, int columns, int down)
    {
        var column = 0;
        while (rows[row].ContainsKey(column))
        {
            column++;
        }

        for (var r = 0; r < Math.Clamp(down, 1, MaxSpan); r++)
        {
            for (var c = 0; c < Math.Clamp(columns, 1, MaxSpan); c++)
            {
                RowAt(row + r).TryAdd(column + c, r == 0 ? text : null);
            }
        }
    }

    public List<IReadOnlyList<string?>> Rows()
    {
        var filled = rows.Take(row + 1).Where(cells => cells.Values.Any(cell => cell is not null)).ToList();
        var width = filled.Count == 0 ? 0 : filled.Max(cells => cells.Keys.Max()) + 1;
        return [.. filled.Select(cells => Enumerable.Range(0, width).Select(column => cells.TryGetValue(column, out var cell) ? cell : "").ToList())];
    }

    private SortedDictionary<int, string?> RowAt(int index)
    {
        while (rows.Count <= index)
        {
            rows.Add([]);
        }

        return rows[index];
    }
}
