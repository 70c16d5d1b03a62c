using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PolicyBot.Adapters.Hotline.Pages;

/// <summary>
/// A piece of a page. It is made from an interpolated string only: what stands in the string is markup, what is put in is
/// encoded unless it is such a piece itself. So text of people cannot become markup, also where nobody thought of it.
/// </summary>
internal sealed class Html
{
    private readonly string markup;

    private Html(string markup) => this.markup = markup;

    public static Html Empty { get; } = new(string.Empty);

    public static Html Of(Writer writer) => new(writer.Markup);

    public static Html Of<T>(IEnumerable<T> items, Func<T, Html> piece) => new(string.Concat(items.Select(item => piece(item).markup)));

    public override string ToString() => markup;

    [InterpolatedStringHandler]
    internal readonly struct Writer(int literalLength, int formattedCount)
    {
        // Attributes stand in double quotes in all our markup; this encoder covers them and text, and leaves Chinese legible.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder text = new(literalLength + (16 * formattedCount));

        public string Markup => text.ToString();

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html? piece) => text.Append(piece?.markup);

        public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? string.Empty));

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => AppendFormatted(value.ToString(format, null));
    }
}
