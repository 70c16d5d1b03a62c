using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Guides.Import;

/// <summary>
/// Makes a guide file of a Word file, web page, text or Markdown file: the words as they are, headings and tables recognised.
/// What is noise, only a person can say; front matter, too, is left to fill in.
/// </summary>
public static partial class GuideImport
{
    /// <summary>Bytes that a file may have. The longest guides are some hundred kilobytes.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    private const int LongestTitle = 60;

    /// <exception cref="ImportException">The id or the kind of file cannot be used.</exception>
    public static string IdOf(string fileName, string? wanted)
    {
        var id = wanted ?? Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant();
        return IdForm().IsMatch(id) ? id
            : throw new ImportException(wanted is null
                ? $"从文件名“{fileName}”起不出编号，请用 --id 写一个，比如 --id yunxi-medical。"
                : $"编号只能用小写字母、数字和连字符，字母开头，不能是“{wanted}”。");
    }

    /// <param name="fileName">Its ending says how to read it.</param>
    /// <exception cref="ImportException">The file cannot be used.</exception>
    public static ImportedGuide Read(string id, string fileName, byte[] bytes, CancellationToken cancellationToken = default)
    {
        var (source, encoding) = ReadSource(Path.GetExtension(fileName).ToLowerInvariant(), Refuse(bytes), cancellationToken);
        if (source.Blocks.Count == 0)
        {
            throw new ImportException("文件里没有文字。如果是扫描的图片，请先转成文字。");
        }

        var blocks = source.Blocks.ToList();
        var title = source.Title ?? (blocks[0] is TextBlock first && IsTitle(first) ? first.Text.ReplaceLineEndings("") : null);
        if (title is not null && blocks.FindIndex(block => block is TextBlock { Text: var text } && text == title) is >= 0 and var at)
        {
            blocks.RemoveAt(at);
        }

        var structure = Structure.Of(blocks);
        return new ImportedGuide(
            GuideDraft.Write(id, title ?? Path.GetFileNameWithoutExtension(fileName), ownTitle: title is null, $"{id}.txt", structure),
            PlainCopy.Of(title, source.Blocks), encoding,
            structure.Count(block => block.Kind == BlockKind.Heading), structure.Count(block => block.Kind == BlockKind.Table),
            [.. source.Remarks, .. Merged(structure)]);
    }

    private static byte[] Refuse(byte[] bytes) => bytes switch
    {
        [] => throw new ImportException("文件是空的。"),
        { LongLength: > MaxBytes } => throw TooLarge(bytes.LongLength),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new ImportException("这是加密的 Word 文件，或者旧的 .doc 格式。请用 Word 打开，去掉密码，另存为 .docx 再导入。"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new ImportException("这是 PDF。请先转成 .docx 或 .txt 再导入。"),
        _ => bytes,
    };

    /// <summary>For who knows the size before the bytes are read.</summary>
    public static ImportException TooLarge(long bytes) =>
        new($"文件有 {bytes / 1024m / 1024m:0.#} MB，超过 {MaxBytes / 1024 / 1024} MB。请去掉图片，或者拆成几份再导入。");

    private static (SourceText Source, string? Encoding) ReadSource(string ending, byte[] bytes, CancellationToken cancellationToken)
    {
        if (ending == ".docx")
        {
            return (bytes is [(byte)'P', (byte)'K', ..] ? WordReader.Read(bytes, cancellationToken)
                : throw new ImportException("文件名是 .docx，内容却不是 Word 文件。"), null);
        }

        if (ending is not (".html" or ".htm" or ".txt" or ".md"))
        {
            throw new ImportException($"只能导入 .docx、.html、.txt、.md，不能导入“{ending}”。");
        }

        var (text, encoding) = TextDecoder.Decode(bytes);
        return (ending switch
        {
            ".txt" => PlainTextReader.Read(text),
            ".md" => MarkdownSourceReader.Read(text),
            _ => WebPageReader.Read(text, cancellationToken),
        }, encoding);
    }

    private static bool IsTitle(TextBlock block) =>
        block.Level == 1
        || (block.Level == 0 && !block.Item && block.Text.Length <= LongestTitle && HeadingMark.RankOf(block.Text) == HeadingMark.None && block.Text[^1] is not ('。' or '；' or ';' or '：' or ':'));

    private static IEnumerable<string> Merged(IReadOnlyList<StructuredBlock> blocks) =>
        blocks.Count(block => block.Table?.Rows.Any(row => row.Contains(null)) == true) is > 0 and var merged
            ? [$"有 {merged} 张表有合并的单元格，请对照原件看。"]
            : [];

    [GeneratedRegex("^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdForm();
}

/// <param name="Markdown">The guide file.</param>
/// <param name="Text">All words of the source as plain text, before anything is taken out: what the guide is held against.</param>
/// <param name="Encoding">Of a text file; null for Word.</param>
/// <param name="Remarks">What the editor should look at, in Chinese.</param>
public sealed record ImportedGuide(string Markdown, string Text, string? Encoding, int Headings, int Tables, IReadOnlyList<string> Remarks);
