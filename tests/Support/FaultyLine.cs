using System.Collections.Concurrent;
using System.Net;

namespace PolicyBot.Tests.Support;

/// <summary>The line between bot and agency, which fails when told to.</summary>
internal sealed class FaultyLine
{
    private int sent;

    public Fault Fault { get; set; }

    /// <summary>Requests that went into the line.</summary>
    public int Sent => sent;

    /// <summary>Their methods, in order.</summary>
    public ConcurrentQueue<string> Methods { get; } = [];

    internal sealed class Handler(FaultyLine line) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref line.sent);
            line.Methods.Enqueue(request.Method.Method);
            switch (line.Fault)
            {
                case Fault.RequestLost:
                    throw new HttpRequestException("connection refused");
                case Fault.AnswerLost:
                    (await base.SendAsync(request, cancellationToken)).Dispose();
                    throw new HttpRequestException("connection reset");
                case Fault.Garbage:
                    (await base.SendAsync(request, cancellationToken)).Dispose();
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>维护中</html>") };
                case Fault.BadGateway:
                    return new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("nginx") };
                case Fault.ForeignRefusal:
                    return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("<html>proxy</html>") };
                default:
                    return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}

internal enum Fault
{
    None,
    RequestLost,

    /// <summary>The service has done it, and the bot does not learn of it.</summary>
    AnswerLost,
    Garbage,
    BadGateway,

    /// <summary>A refusal by something in between, not by the agency.</summary>
    ForeignRefusal,
}
