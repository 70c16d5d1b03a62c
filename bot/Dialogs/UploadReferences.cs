using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Files of a message: those kept by the channel end in <c>/uploads/{id}</c>; those it did not take stand in
/// <c>channelData.refusedUploads</c>.
/// </summary>
internal static class UploadReferences
{
    private const string Marker = "/uploads/";

    public static IReadOnlyList<string> In(IMessageActivity message) =>
        message.Attachments is { Count: > 0 } attachments
            ? [.. attachments.Select(attachment => IdIn(attachment.ContentUrl)).OfType<string>()]
            : [];

    public static IReadOnlyList<Refused> RefusedIn(IMessageActivity message) =>
        message.ChannelData is JObject data && data["refusedUploads"] is JArray refused
            ? [.. refused.OfType<JObject>().Select(one => new Refused((string?)one["name"] ?? "", (string?)one["reason"] ?? ""))]
            : [];

    private static string? IdIn(string? url)
    {
        var at = url?.LastIndexOf(Marker, StringComparison.Ordinal) ?? -1;
        var id = at < 0 ? null : url![(at + Marker.Length)..];
        return string.IsNullOrEmpty(id) || id.Contains('/', StringComparison.Ordinal) ? null : id;
    }

    /// <param name="Reason">As the upload store names it, such as <c>TooLarge</c>.</param>
    internal sealed record Refused(string Name, string Reason);
}
