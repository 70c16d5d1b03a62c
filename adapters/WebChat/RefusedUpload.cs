using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.WebChat;

/// <summary>A file that a message came with and that was not kept; in <c>channelData.refusedUploads</c>.</summary>
/// <param name="Name">The sender's name for it, without any folder.</param>
public sealed record RefusedUpload(string Name, UploadRefusal Reason)
{
    private const string Key = "refusedUploads";

    public override string ToString() => Reason.ToString();

    /// <summary>Those of a message, so that the bot can say why; none for other activities.</summary>
    public static IReadOnlyList<RefusedUpload> Of(IActivity activity) =>
        (activity.ChannelData as JObject)?[Key]?.Select(item => new RefusedUpload((string)item["name"]!, Enum.Parse<UploadRefusal>((string)item["reason"]!))).ToList() ?? [];

    /// <summary>Replaces whatever the client wrote there.</summary>
    internal static void Write(JObject channelData, IReadOnlyCollection<RefusedUpload> refused)
    {
        channelData.Remove(Key);
        if (refused.Count > 0)
        {
            channelData[Key] = new JArray(refused.Select(file => new JObject { ["name"] = file.Name, ["reason"] = file.Reason.ToString() }));
        }
    }
}
