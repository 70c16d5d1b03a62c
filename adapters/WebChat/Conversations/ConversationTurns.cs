using Microsoft.Extensions.Logging;
using PolicyBot.Adapters.Turns;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Conversations;

/// <summary>Runs turns one after the other within a conversation, each within its time.</summary>
internal sealed partial class ConversationTurns(
    TurnGate gate,
    ConversationHistory history,
    StreamHub hub,
    WebChatOptions options,
    TimeProvider time,
    ILogger<ConversationTurns> log)
{
    /// <summary>For the turn that goes on with a conversation.</summary>
    public Exchange Next(string conversation, ConversationHead head) => new(conversation, head.Last, head.LastAt, opening: null, history, hub, time);

    /// <summary>For the turn that begins one.</summary>
    public Exchange First(Ticket opening) => new(opening.Conversation, last: 0, lastAt: 0, opening, history, hub, time);

    /// <param name="clientId">The client's id of the message; the head that the turn is given says whether it is known.</param>
    /// <param name="turn">Given the conversation as it stands, null when there is none.</param>
    public async Task<Receipt> RunAsync(string conversation, string? clientId, Func<ConversationHead?, CancellationToken, Task<Receipt>> turn)
    {
        using var patience = new CancellationTokenSource(options.AnswerWithin, time);
        try
        {
            // The turn is not tied to the request: who closes the page right after sending still gets the answer later.
            var place = await gate.EnterAsync(conversation, patience.Token);
            return await RunAsync(place, conversation, clientId, turn).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            LogSlow(options.AnswerWithin);
            return new(ReceiptState.TooSlow);
        }
    }

    private async Task<Receipt> RunAsync(IDisposable place, string conversation, string? clientId, Func<ConversationHead?, CancellationToken, Task<Receipt>> turn)
    {
        using (place)
        {
            using var limit = new CancellationTokenSource(options.TurnLimit, time);
            try
            {
                return await turn(await history.FindAsync(conversation, clientId, limit.Token), limit.Token);
            }
            catch (Exception exception)
            {
                LogFailure(exception.GetType().Name, exception.StackTrace);
                return new(ReceiptState.Failed);
            }
        }
    }

    // Neither the message of the exception nor the activity: both may hold what the person wrote.
    [LoggerMessage(LogLevel.Error, "A web chat turn failed: {Exception} {StackTrace}")]
    private partial void LogFailure(string exception, string? stackTrace);

    [LoggerMessage(LogLevel.Warning, "A web chat turn gave no answer within {Patience}")]
    private partial void LogSlow(TimeSpan patience);
}
