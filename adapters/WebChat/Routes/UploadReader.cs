using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Bot.Schema;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat.Conversations;
using PolicyBot.Adapters.WebChat.History;
using PolicyBot.Adapters.WebChat.Streams;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>Reads one upload: a part <c>activity</c> and any number of parts <c>file</c>, which go to the store as they come.</summary>
internal sealed class UploadReader(MultipartReader parts, IUploadStore store, ConversationHistory history, Ticket ticket, WebChatOptions options)
{
    // Web Chat puts a small picture of every image into the activity; they are dropped, but have to be read.
    private const int MaxActivityBytes = 4 * 1024 * 1024;
    private readonly List<Attachment> kept = [];
    private readonly List<long> sizes = [];
    private readonly List<RefusedUpload> refused = [];
    private Activity activity = Incoming.Read(new JObject(), ticket, options)!;

    /// <summary>The message with its files, for the bot.</summary>
    public Activity Compose()
    {
        var data = (JObject)activity.ChannelData;
        RefusedUpload.Write(data, refused);
        data["attachmentSizes"] = new JArray(sizes); // Web Chat shows them by position
        activity.Attachments = kept;
        return activity;
    }

    /// <summary>Null when all went well, also when single files were refused: those are named in the activity.</summary>
    public async Task<IResult?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                continue;
            }

            var result = HeaderUtilities.RemoveQuotes(disposition.Name) == "activity"
                ? await ReadActivityAsync(part, cancellationToken)
                : await ReadFileAsync(part, disposition, cancellationToken);
            if (result is not null)
            {
                return result;
            }
        }

        return null;
    }

    private async Task<IResult?> ReadActivityAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var text = await Body.ReadTextAsync(part.Body, MaxActivityBytes, cancellationToken);
        if (text is null || Body.ParseActivity(text) is not { } body || Incoming.Read(body, ticket, options) is not { Type: ActivityTypes.Message } read)
        {
            return Refusal.Bad("The part 'activity' must be a message.");
        }

        if (read.Text?.Length > options.MaxTextLength)
        {
            return Refusal.TextTooLong;
        }

        activity = read;

        // Sent again after a lost answer: its files are here already.
        var known = Incoming.ClientId(read) is { } id ? (await history.FindAsync(ticket.Conversation, id, cancellationToken))?.Known : null;
        return known > 0 ? ConversationRoutes.Answer(new(ReceiptState.Done, ActivityId.Of(ticket.Conversation, known.Value))) : null;
    }

    private async Task<IResult?> ReadFileAsync(MultipartSection part, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var name = ShownName.Of(HeaderUtilities.RemoveQuotes(given).Value ?? "");
        var result = kept.Count < options.MaxUploadFiles
            ? await store.SaveAsync(part.Body, name, ticket.Conversation, cancellationToken)
            : new(null, UploadRefusal.QuotaExceeded);
        if (result.Upload is { } upload)
        {
            // Web Chat shows a person's own picture only when there is a thumbnail of it.
            var url = UploadReference.Path(ticket.Conversation, upload.Id);
            var thumbnail = upload.ContentType.StartsWith("image/", StringComparison.Ordinal) ? url : null;
            kept.Add(new Attachment(upload.ContentType, url, name: upload.Name, thumbnailUrl: thumbnail));
            sizes.Add(upload.Length);
        }
        else
        {
            refused.Add(new(name, result.Refusal ?? UploadRefusal.Empty));
        }

        return null;
    }
}
