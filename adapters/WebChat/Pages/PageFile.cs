namespace PolicyBot.Adapters.WebChat.Pages;

/// <summary>A file of the page, compressed once and for all.</summary>
/// <param name="Tag">Changes with the content: part of its address and of its ETag.</param>
internal sealed record PageFile(string ContentType, string Tag, Func<Stream> Brotli, Func<Stream> Gzip);
