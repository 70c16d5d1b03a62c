using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>A web page: its article where it marks one, without scripts, menus and footers.</summary>
internal sealed class WebPageReader
{
    private const string Furniture = "script,style,noscript,template,nav,header,footer,aside,iframe,svg,button,select,form input";

    private static readonly HashSet<string> BlockTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "tbody", "thead", "tfoot", "tr", "td", "th",
        "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "center", "form", "figure", "figcaption", "address", "fieldset", "body",
    };

    private readonly List<SourceBlock> blocks = [];
    private readonly StringBuilder line = new();

    public static SourceText Read(string html, CancellationToken cancellationToken)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var furniture in document.QuerySelectorAll(Furniture).ToList())
        {
            furniture.Remove();
        }

        var articles = document.QuerySelectorAll("article, main");
        var root = articles is [var article] ? article : document.Body ?? document.DocumentElement;
        var reader = new WebPageReader();
        reader.Walk(root, level: 0, item: false, cancellationToken);
        reader.End(0, item: false);
        var pictures = root.QuerySelectorAll("img").Length;
        return new SourceText(
            root.QuerySelector("h1") is null && document.Title is { Length: > 0 } title ? title.Trim() : null, reader.blocks,
            pictures == 0 ? [] : [$"有 {pictures} 张图片没有带进来，里面如果有文字，请自己补上。"]);
    }

    private void Walk(INode node, int level, bool item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    Append(text.Data);
                    break;
                case IHtmlTableElement table when Rows(table) is { } rows:
                    End(level, item);
                    blocks.Add(new TableBlock(rows));
                    break;
                case IElement element when BlockTags.Contains(element.LocalName):
                    End(level, item);
                    var own = element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : level;
                    var isItem = item || element.LocalName == "li";
                    Walk(element, own, isItem, cancellationToken);
                    End(own, isItem);
                    break;
                case IElement element:
                    Walk(element, level, item, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>White space of the page's own lines is one blank; between Chinese characters it is nothing that a reader sees.</summary>
    private void Append(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
    }

    private void End(int level, bool item)
    {
        var text = line.ToString().Trim();
        line.Clear();
        if (text.Length > 0)
        {
            blocks.Add(new TextBlock(text, level, Item: level == 0 && item));
        }
    }

    /// <summary>Null for a table that only lays out the page.</summary>
    private static List<IReadOnlyList<string?>>? Rows(IHtmlTableElement table)
    {
        if (table.QuerySelector("table") is not null || table.Rows.Length < 2 || table.Rows.Max(row => row.Cells.Sum(cell => cell.ColumnSpan)) < 2)
        {
            return null;
        }

        var grid = new SpanGrid();
        foreach (var row in table.Rows)
        {
            grid.NextRow();
            foreach (var cell in row.Cells)
            {
                grid.Add(Text(cell), cell.ColumnSpan, cell.RowSpan);
            }
        }

        return grid.Rows();
    }

    private static string Text(IElement cell)
    {
        var inner = new WebPageReader();
        inner.Walk(cell, 0, item: false, CancellationToken.None);
        inner.End(0, item: false);
        return string.Join('\n', inner.blocks.OfType<TextBlock>().Select(block => block.Text));
    }
}
