using System.Globalization;

namespace PolicyBot.Adapters.WebChat.Streams;

/// <summary>Ids and watermarks as Direct Line writes them: <c>conversation|0000001</c> and <c>1</c>.</summary>
internal static class ActivityId
{
    public static string Of(string conversation, long sequence) => $"{conversation}|{sequence.ToString("D7", CultureInfo.InvariantCulture)}";

    /// <summary>An absent or unreadable watermark means "from the beginning": better twice than never, and clients drop doubles.</summary>
    public static long ReadWatermark(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
