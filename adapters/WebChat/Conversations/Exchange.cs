using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Conversations;

/// <summary>
/// What one turn adds to a conversation: the person's message and the bot's. Kept together and written in one commit,
/// then shown. Only the holder of the conversation's <see cref="Turns.TurnGate"/> may have one, so the numbers are free.
/// </summary>
/// <param name="last">Sequence of the newest stored activity.</param>
/// <param name="lastAt">Its time stamp, in milliseconds since 1970.</param>
/// <param name="opening">Whose conversation it is, when this turn begins it.</param>
internal sealed class Exchange(string conversation, long last, long lastAt, Ticket? opening, ConversationHistory history, StreamHub hub, TimeProvider time)
{
    private static readonly JsonSerializerSettings Json = new() { NullValueHandling = NullValueHandling.Ignore };
    private readonly List<StoredActivity> pending = [];
    private long next = last + 1;
    private long at = lastAt;
    private Ticket? begins = opening;

    public string Conversation => conversation;

    /// <summary>Gives the activity its id and server time and keeps it for the commit.</summary>
    public string Add(Activity activity, string? clientId = null)
    {
        Stamp(activity);
        pending.Add(new(next++, at, clientId, JsonConvert.SerializeObject(activity, Json)));
        return activity.Id;
    }

    /// <summary>Stores what was added and shows it to whoever listens. Never cancelled: it was said.</summary>
    public async Task CommitAsync()
    {
        if (pending.Count == 0 && begins is null)
        {
            return;
        }

        StoredActivity[] stored = [.. pending];
        await history.AppendAsync(Conversation, begins, stored, CancellationToken.None);
        begins = null;
        pending.Clear();
        hub.Tell(Conversation, stored);
    }

    /// <summary>Typing goes over the socket only. What was said before it is shown first: the bot is about to take its time.</summary>
    public async Task ShowTypingAsync(Activity typing)
    {
        await CommitAsync();
        Stamp(typing);
        typing.Id = $"{Conversation}|typing";
        hub.TellTransient(Conversation, JsonConvert.SerializeObject(typing, Json));
    }

    private void Stamp(Activity activity)
    {
        activity.Id = ActivityId.Of(Conversation, next);

        // The official client may hand on two frames that follow closely in mixed order, and Web Chat then sorts by time
        // stamps: so no two are equal, also when the clock stands still or is set back.
        at = Math.Max(at + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(at);
    }
}
