using System.Net.Http.Headers;

namespace Refit;

/// <summary>A file in a form.</summary>
public abstract class MultipartItem(string fileName, string? contentType)
{
    public MultipartItem(string fileName, string? contentType, string? name)
        : this(fileName, contentType)
    {
        Name = name;
    }

    /// <summary>The name of the field; that of the parameter if null.</summary>
    public string? Name { get; }

    public string? ContentType { get; } = contentType;

    public string FileName { get; } = fileName ?? throw new ArgumentNullException(nameof(fileName));

    public HttpContent ToContent()
    {
        var content = CreateContent();
        if (!string.IsNullOrEmpty(ContentType))
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        }

        return content;
    }

    protected abstract HttpContent CreateContent();
}

public class StreamPart(Stream value, string fileName, string? contentType = null, string? name = null) : MultipartItem(fileName, contentType, name)
{
    public Stream Value { get; } = value ?? throw new ArgumentNullException(nameof(value));

    protected override HttpContent CreateContent() => new StreamContent(Value);
}

public class ByteArrayPart(byte[] value, string fileName, string? contentType = null, string? name = null) : MultipartItem(fileName, contentType, name)
{
    public byte[] Value { get; } = value ?? throw new ArgumentNullException(nameof(value));

    protected override HttpContent CreateContent() => new ByteArrayContent(Value);
}

public class FileInfoPart(FileInfo value, string fileName, string? contentType = null, string? name = null) : MultipartItem(fileName, contentType, name)
{
    public FileInfo Value { get; } = value ?? throw new ArgumentNullException(nameof(value));

    protected override HttpContent CreateContent() => new StreamContent(Value.OpenRead());
}
