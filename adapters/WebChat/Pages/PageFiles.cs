using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Adapters.WebChat.Pages;

/// <summary>The page's files, which are inside this assembly; the bundle of Web Chat was compressed when it was fetched.</summary>
internal sealed class PageFiles
{
    private const string Bundle = "webchat.js";
    private readonly Dictionary<string, PageFile> files = new(StringComparer.Ordinal);

    public PageFiles()
    {
        files[Bundle] = new("text/javascript; charset=utf-8", TagOf(Resource($"{Bundle}.br")), () => Resource($"{Bundle}.br"), () => Resource($"{Bundle}.gz"));
        Add("page.css", "text/css; charset=utf-8", Text("page.css"));
        Add("words.js", "text/javascript; charset=utf-8", Text("words.js"));
        Add("page.js", "text/javascript; charset=utf-8", Text("page.js"));
        Add("icon.svg", "image/svg+xml", Text("icon.svg"));

        // The addresses hold the content's tag, so browsers may keep the files for good and still get every change.
        var html = files.Aggregate(Text("index.html"), (text, file) => text.Replace($"\"{file.Key}\"", $"\"webchat/{file.Value.Tag}/{file.Key}\"", StringComparison.Ordinal));
        Index = Compress("text/html; charset=utf-8", html);
    }

    public PageFile Index { get; }

    public PageFile? Find(string name) => files.GetValueOrDefault(name);

    private void Add(string name, string contentType, string text) => files[name] = Compress(contentType, text);

    private static PageFile Compress(string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var brotli = Compress(bytes, stream => new BrotliStream(stream, CompressionLevel.SmallestSize));
        var gzip = Compress(bytes, stream => new GZipStream(stream, CompressionLevel.SmallestSize));
        return new(contentType, TagOf(new MemoryStream(bytes)), () => new MemoryStream(brotli), () => new MemoryStream(gzip));
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> wrap)
    {
        using var target = new MemoryStream();
        using (var stream = wrap(target))
        {
            stream.Write(bytes);
        }

        return target.ToArray();
    }

    private static string TagOf(Stream content)
    {
        using (content)
        {
            return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        }
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(Resource(name));
        return reader.ReadToEnd();
    }

    private static Stream Resource(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"WebChat.{name}") ?? throw new InvalidOperationException($"WebChat.{name} was not built in.");
}
