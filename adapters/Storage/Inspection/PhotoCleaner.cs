namespace PolicyBot.Adapters.Storage.Inspection;

/// <summary>
/// Takes out of a photo what does not show: where and when it was taken, with which telephone, its thumbnail, what an app wrote
/// beside it, and whatever comes after its end. The picture itself is not touched. How it is to be turned stays, because
/// telephones turn photos by a note in the metadata alone.
/// </summary>
internal static class PhotoCleaner
{
    /// <summary>The photo without it, and its size in pixels; null when it is broken or of a kind that cannot be cleaned.</summary>
    public static CleanPhoto? Clean(string contentType, ReadOnlySpan<byte> photo)
    {
        try
        {
            return contentType switch
            {
                "image/jpeg" => JpegCleaner.Clean(photo),
                "image/png" => PngCleaner.Clean(photo),
                "image/webp" => WebpCleaner.Clean(photo),
                _ => null,
            };
        }
        catch (Exception cut) when (cut is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            // A length that leads out of the file.
            return null;
        }
    }
}

/// <param name="Width">As stored, before it is turned.</param>
internal sealed record CleanPhoto(byte[] Content, int Width, int Height);
