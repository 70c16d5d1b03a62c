using System.Net;

namespace Refit;

/// <summary>How requests are made and answers read.</summary>
public class RefitSettings
{
    public RefitSettings()
        : this(new SystemTextJsonContentSerializer())
    {
    }

    public RefitSettings(IHttpContentSerializer contentSerializer, IUrlParameterFormatter? urlParameterFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(contentSerializer);
        ContentSerializer = contentSerializer;
        UrlParameterFormatter = urlParameterFormatter ?? new DefaultUrlParameterFormatter();
        ExceptionFactory = new DefaultApiExceptionFactory(this).CreateAsync;
    }

    public IHttpContentSerializer ContentSerializer { get; set; }

    public IUrlParameterFormatter UrlParameterFormatter { get; set; }

    /// <summary>Gives the exception for an answer; null if the answer is fine.</summary>
    public Func<HttpResponseMessage, Task<Exception?>> ExceptionFactory { get; set; }

    /// <summary>Gives the exception for a body that cannot be read; null to go on without it.</summary>
    public Func<HttpResponseMessage, Exception, Task<Exception?>>? DeserializationExceptionFactory { get; set; }

    /// <summary>Completes an Authorization header that has a scheme only.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<string>>? AuthorizationHeaderValueGetter { get; set; }

    /// <summary>Used where the client is made from an address.</summary>
    public Func<HttpMessageHandler>? HttpMessageHandlerFactory { get; set; }

    public CollectionFormat CollectionFormat { get; set; } = CollectionFormat.RefitParameterFormatter;

    public bool Buffered { get; set; }

    public Version Version { get; set; } = HttpVersion.Version11;

    public HttpVersionPolicy VersionPolicy { get; set; } = HttpVersionPolicy.RequestVersionOrLower;
}
