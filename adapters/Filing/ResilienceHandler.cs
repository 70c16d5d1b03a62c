using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace PolicyBot.Adapters.Filings;

/// <summary>
/// Sends again at once only what is safe: a question (GET) after any failure that may pass, and a request that surely was not
/// taken, because the agency was not reached or said so. What became of any other request is not known; the
/// <see cref="FilingSender"/> asks before it is sent again. When the agency keeps failing it is left alone for a while.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline<HttpResponseMessage> asking;
    private readonly ResiliencePipeline<HttpResponseMessage> telling;
    private readonly ResiliencePipeline<HttpResponseMessage> once;

    public ResilienceHandler(IOptions<FilingOptions> options, TimeProvider clock)
    {
        var settings = options.Value;
        var breaker = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = settings.CircuitCalls,
            SamplingDuration = Sampling,
            BreakDuration = settings.CircuitBreak,
            ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome) && arguments.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests),
        }).Build();
        asking = Repeated(settings, clock, MayPass, breaker);
        telling = Repeated(settings, clock, WasNotTaken, breaker);
        once = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddPipeline(breaker).AddTimeout(settings.AttachTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pipeline = request.Method == HttpMethod.Get ? asking
            : request.Headers.Contains(FilingHeaders.IdempotencyKey) ? telling
            : once;
        return await pipeline.ExecuteAsync(
            static async (state, token) => await state.Handler.ForwardAsync(state.Request, token), (Handler: this, Request: request), cancellationToken);
    }

    private static ResiliencePipeline<HttpResponseMessage> Repeated(
        FilingOptions settings, TimeProvider clock, Func<Outcome<HttpResponseMessage>, bool> again, ResiliencePipeline<HttpResponseMessage> breaker)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddTimeout(settings.TotalTimeout);
        if (settings.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = settings.Retries,
                Delay = settings.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(again(arguments.Outcome)),
                OnRetry = static arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.AddPipeline(breaker).AddTimeout(settings.AttemptTimeout).Build();
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests } => true,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>No connection came about, or the agency is too busy to look at it.</summary>
    private static bool WasNotTaken(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } } => true,
        { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } => true,
        _ => false,
    };

    private Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
