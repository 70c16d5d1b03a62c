using Microsoft.Bot.Schema;

namespace PolicyBot.Adapters.WebChat;

/// <summary>How the bot finds the file behind an attachment: the attachment's ContentUrl ends with the upload's id.</summary>
public static class UploadReference
{
    /// <summary>The id to give to <see cref="Storage.IUploadStore.FindAsync"/>, with the conversation's id as owner; null for other attachments.</summary>
    public static string? Read(Attachment attachment)
    {
        const string Marker = "/uploads/";
        var url = attachment.ContentUrl;
        if (url?.StartsWith(Root, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var at = url.IndexOf(Marker, StringComparison.Ordinal);
        var id = at < 0 ? "" : url[(at + Marker.Length)..];
        return id.Length > 0 && !id.Contains('/') ? Uri.UnescapeDataString(id) : null;
    }

    private const string Root = "/v3/directline/conversations/";

    internal static string Folder(string conversation) => $"{Root}{conversation}/uploads/";

    internal static string Path(string conversation, string id) => Folder(conversation) + Uri.EscapeDataString(id);
}
