using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Knowledge.Forms;

/// <summary>Writes papers as one page to be printed on A4: no script, no file from elsewhere.</summary>
public static class HtmlPaper
{
    private const string Style = """
        @page { size: A4; margin: 14mm 13mm; }
        body { font: 12pt/1.5 "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; color: #000; background: #fff; margin: 0 auto; max-width: 184mm; padding: 8px; }
        h1 { font-size: 16pt; line-height: 1.35; text-align: center; margin: 0 0 4mm; }
        h2 { font-size: 13pt; margin: 4mm 0 1mm; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; }
        th, td { border: 1px solid #000; padding: .8mm 1.4mm; line-height: 1.35; font-weight: normal; vertical-align: middle; overflow-wrap: anywhere; }
        th { text-align: center; } td { text-align: left; }
        tr { height: 7.4mm; break-inside: avoid; } tr.tall { height: 15mm; } tr.tall td { vertical-align: top; }
        .left { font-size: 9pt; color: #444; display: block; }
        .remarks { font-size: 10pt; line-height: 1.45; } .remarks p { margin: 0 0 .6mm; }
        .sheet { break-after: page; margin-bottom: 10mm; }
        .warning { border: 1.5px solid #000; padding: 2mm 3mm; font-weight: bold; }
        ul { margin: 0; padding: 0; list-style: none; } li { margin: 0 0 1.6mm; break-inside: avoid; }
        .cite { font-size: 9pt; color: #444; display: block; line-height: 1.4; } .detail { display: block; }
        @media print { body { padding: 0; max-width: none; } .sheet { margin-bottom: 0; } }
        """;

    /// <summary>Lets this style through a Content-Security-Policy, and no other.</summary>
    public static string StyleSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    public static string Write(Paperwork papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">")
            .Append("<title>").Append(Safe(papers.Sheets is [var first, ..] ? first.Title : papers.Checklist.Title)).Append("</title><style>").Append(Style).Append("</style></head><body>\n");
        foreach (var sheet in papers.Sheets)
        {
            Write(html, sheet);
        }

        Write(html, papers.Checklist);
        return html.Append("</body></html>\n").ToString();
    }

    private static void Write(StringBuilder html, FormSheet sheet)
    {
        html.Append("<section class=\"sheet\"><h1>").Append(Safe(sheet.Title)).Append("</h1>\n<table><colgroup>")
            .Insert(html.Length, "<col>", FormGrid.Title + FormGrid.Columns).Append("</colgroup>\n");
        foreach (var block in sheet.Blocks)
        {
            Write(html, block);
        }

        html.Append("</table>\n<div class=\"remarks\"><p>").Append(FormWords.Remarks).Append("</p>");
        foreach (var remark in sheet.Remarks)
        {
            html.Append("<p>").Append(Safe(remark)).Append("</p>");
        }

        html.Append("</div></section>\n");
    }

    private static void Write(StringBuilder html, FormBlock block)
    {
        for (var i = 0; i < block.Rows.Count; i++)
        {
            var row = block.Rows[i];
            html.Append(row.Tall ? "<tr class=\"tall\">" : "<tr>");
            if (i == 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<th scope=\"rowgroup\" colspan=\"{FormGrid.Title}\" rowspan=\"{block.Rows.Count}\">").Append(Safe(block.Title));
                html.Append(block.LeftFor is { } whom ? $"<span class=\"left\">（{Safe(whom)}）</span>" : string.Empty).Append("</th>");
            }

            foreach (var (cell, span) in row.Cells.Zip(FormGrid.Spans(row)))
            {
                if (cell.Label is { } label)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<th colspan=\"{span.Label}\">").Append(Safe(label)).Append("</th>");
                }

                html.Append(CultureInfo.InvariantCulture, $"<td colspan=\"{span.Entry}\">")
                    .AppendJoin("<br>", cell.Entry.Split('\n').Select(Safe)).Append("</td>");
            }

            html.Append("</tr>\n");
        }
    }

    private static void Write(StringBuilder html, Checklist list)
    {
        html.Append("<section><h1>").Append(Safe(list.Title)).Append("</h1>\n<p class=\"warning\">").Append(Safe(list.Warning)).Append("</p>\n<ul>");
        foreach (var line in list.Lead)
        {
            html.Append("<li>").Append(Safe(line)).Append("</li>");
        }

        html.Append("</ul>\n");
        foreach (var part in list.Parts)
        {
            html.Append("<h2>").Append(Safe(part.Title)).Append("</h2>\n<ul>");
            foreach (var item in part.Items)
            {
                html.Append("<li>").Append(item.Box ? FormWords.Empty + " " : string.Empty).Append(Safe(item.Text));
                Spans(html, "detail", item.Details);
                Spans(html, "cite", item.Cite is { } cite ? [cite] : []);
                html.Append("</li>\n");
            }

            html.Append("</ul>\n");
        }

        Spans(html, "cite", list.Sources);
        html.Append("</section>\n");
    }

    private static void Spans(StringBuilder html, string kind, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            html.Append("<span class=\"").Append(kind).Append("\">").Append(Safe(line)).Append("</span>");
        }
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
