using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Conversations;

/// <summary>
/// Activities for the bot. Of what a client sends only the content is taken; who sent it, to whom and in which
/// conversation is what the token says.
/// </summary>
internal static class Incoming
{
    private const int MaxClientIdLength = 100;

    /// <summary>Null when a client may not send activities of that type.</summary>
    public static Activity? Read(JObject body, Ticket ticket, WebChatOptions options)
    {
        var type = Text(body, "type") ?? ActivityTypes.Message;
        if (type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.Typing))
        {
            return null;
        }

        var activity = New(type, ticket, options);
        activity.Text = Text(body, "text");
        activity.TextFormat = Text(body, "textFormat");
        activity.Name = Text(body, "name");
        activity.Value = body["value"] is { Type: not JTokenType.Null } value ? value : null;
        activity.Locale = Text(body, "locale");
        activity.LocalTimezone = Text(body, "localTimezone");
        activity.ReplyToId = Text(body, "replyToId");
        activity.ChannelData = body["channelData"] as JObject ?? [];

        // Files come through the upload route only: a link of the client's choosing would be fetched by whoever trusts it.
        activity.Attachments = [];
        RefusedUpload.Write((JObject)activity.ChannelData, []);
        return activity;
    }

    /// <summary>Tells the bot that somebody is there, so that it greets.</summary>
    public static Activity Joined(Ticket ticket, string? locale, WebChatOptions options)
    {
        var activity = New(ActivityTypes.ConversationUpdate, ticket, options);
        activity.Locale = locale;
        activity.MembersAdded = [activity.From];
        return activity;
    }

    /// <summary>The id by which a message that is sent twice is known (directline.md: channelData.clientActivityID).</summary>
    public static string? ClientId(Activity activity) =>
        activity.ChannelData is JObject data && Text(data, "clientActivityID") is { Length: > 0 and <= MaxClientIdLength } id ? id : null;

    private static Activity New(string type, Ticket ticket, WebChatOptions options) => new(type)
    {
        ChannelId = Channels.Webchat,
        Conversation = new ConversationAccount(id: ticket.Conversation),
        From = new ChannelAccount(ticket.User, ticket.UserName, RoleTypes.User),
        Recipient = new ChannelAccount(options.BotId, options.BotName, RoleTypes.Bot),
    };

    private static string? Text(JObject body, string name) => body[name] is JValue { Type: JTokenType.String } value ? (string?)value : null;
}
