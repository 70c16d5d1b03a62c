using Microsoft.Bot.Schema;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Conversations;

/// <summary>Takes what a person sends, has the bot answer and stores both sides.</summary>
internal sealed class Reception(ConversationTurns turns, WebChatAdapter adapter, WebChatOptions options)
{
    /// <summary>Begins a conversation, unless it has begun: the bot is told of the person and greets.</summary>
    public Task<Receipt> StartAsync(Ticket ticket, string? locale) =>
        turns.RunAsync(ticket.Conversation, null, async (head, limit) =>
        {
            if (head is null)
            {
                var exchange = turns.First(ticket);
                await adapter.RunAsync(Incoming.Joined(ticket, locale, options), exchange, limit);
                await exchange.CommitAsync();
            }

            return new(ReceiptState.Done);
        });

    /// <summary>Gives an activity to the bot. The same client id again gives the same receipt and no second turn.</summary>
    public Task<Receipt> PostAsync(Ticket ticket, Activity activity)
    {
        var clientId = Incoming.ClientId(activity);
        return turns.RunAsync(ticket.Conversation, clientId, async (head, limit) =>
        {
            if (head is null)
            {
                return new(ReceiptState.NoConversation);
            }

            if (head.Known > 0)
            {
                return new(ReceiptState.Done, ActivityId.Of(ticket.Conversation, head.Known));
            }

            var exchange = turns.Next(ticket.Conversation, head);
            if (activity.Type == ActivityTypes.Typing)
            {
                await exchange.ShowTypingAsync(activity);
                return new(ReceiptState.Done, activity.Id);
            }

            var id = exchange.Add(activity, clientId);
            await adapter.RunAsync(activity, exchange, limit);
            await exchange.CommitAsync();
            return new(ReceiptState.Done, id);
        });
    }
}
