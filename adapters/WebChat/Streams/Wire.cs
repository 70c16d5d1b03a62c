using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PolicyBot.Adapters.Papers;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Streams;

/// <summary>Activities as one reader of a conversation gets them: <c>{activities, watermark}</c>.</summary>
/// <param name="origin">Scheme and host under which this reader reached us.</param>
internal sealed class Wire(TokenService tokens, WebChatOptions options, Ticket reader, string origin)
{
    private readonly PaperLinks papers = new(tokens, options);
    private readonly string files = UploadReference.Folder(reader.Conversation);

    public string Page(IReadOnlyList<StoredActivity> activities, long watermark)
    {
        var text = new StringBuilder("{\"activities\":[");
        for (var i = 0; i < activities.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(WithLinks(activities[i].Json));
        }

        return text.Append("],\"watermark\":\"").Append(watermark.ToString(CultureInfo.InvariantCulture)).Append("\"}").ToString();
    }

    /// <summary>Without a watermark: what is not stored, such as typing, moves nobody's place in the conversation.</summary>
    public static string Transient(string json) => $"{{\"activities\":[{json}]}}";

    /// <summary>History holds the bare path of a file; the host and the right to open it are the reader's of today.</summary>
    private string WithLinks(string stored)
    {
        var json = papers.Open(stored, reader.Conversation, reader.User, origin);
        if (!json.Contains(files, StringComparison.Ordinal))
        {
            return json;
        }

        var activity = JsonConvert.DeserializeObject<JObject>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
        foreach (var attachment in activity["attachments"] as JArray ?? [])
        {
            if ((string?)attachment["contentUrl"] is { } path && path.StartsWith(files, StringComparison.Ordinal))
            {
                var link = $"{origin}{path}?t={tokens.Issue(TokenPurpose.Upload, reader, options.UploadLinkLifetime)}";
                attachment["contentUrl"] = link;
                if ((string?)attachment["thumbnailUrl"] == path)
                {
                    attachment["thumbnailUrl"] = link;
                }
            }
        }

        return activity.ToString(Formatting.None);
    }
}
