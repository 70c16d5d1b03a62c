using Microsoft.Playwright;
using PolicyBot.Adapters.Storage.Inspection;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.EndToEnd;

/// <summary>A browser, which is what reviewers have, shows what is left of a photo.</summary>
public sealed class CleanedPhotosTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task APhotoWithoutItsMetadataIsShownAndTurnedAsBefore()
    {
        var jpeg = Photos.JpegWith((0xE1, [.. "Exif\0\0"u8, .. Photos.Exif(6)]), (0xFE, new byte[300]));
        var webp = Photos.WebpWith(0x0C, ("EXIF", Photos.Exif(1)), ("XMP ", new byte[9]));
        await using var context = await browser.DesktopAsync();
        var page = await context.NewPageAsync();

        Assert.Equal("16x8", await SizeAsync(page, "image/jpeg", Photos.Jpeg));
        Assert.Equal("8x16", await SizeAsync(page, "image/jpeg", jpeg));
        Assert.Equal("16x8", await SizeAsync(page, "image/png", Photos.Png));
        Assert.Equal("16x8", await SizeAsync(page, "image/webp", webp));
    }

    private static Task<string> SizeAsync(IPage page, string type, byte[] photo)
    {
        var clean = PhotoCleaner.Clean(type, photo)!.Content;
        return page.EvaluateAsync<string>(
            "async url => { const image = new Image(); image.src = url; await image.decode(); return `${image.naturalWidth}x${image.naturalHeight}`; }",
            $"data:{type};base64,{Convert.ToBase64String(clean)}");
    }
}
