namespace PolicyBot.Knowledge.Forms;

/// <summary>How wide the fields of a line are, in columns of the table right of the block's title.</summary>
internal static class FormGrid
{
    /// <summary>Of about 6 mm each: four hold 最低使用年限, six 最高支付限额（元）, five 协议机构（名称）.</summary>
    public const int Columns = 24;

    /// <summary>Width of the title, in the same columns.</summary>
    public const int Title = 4;

    /// <summary>For each field its label's width (0 when it has none) and its entry's.</summary>
    public static IReadOnlyList<(int Label, int Entry)> Spans(FormRow row) => row.Cells switch
    {
        [{ Label: null }] => [(0, Columns)],
        [_] => [(5, 19)],
        [_, _] => [(5, 7), (5, 7)],
        [_, _, _] => [(4, 4), (4, 3), (6, 3)],
        _ => [.. row.Cells.Select(_ => (Columns / row.Cells.Count / 2, Columns / row.Cells.Count / 2))],
    };
}
