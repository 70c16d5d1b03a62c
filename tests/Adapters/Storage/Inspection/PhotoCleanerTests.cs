using System.Text;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.Storage.Inspection;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage.Inspection;

public sealed class PhotoCleanerTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(Photos.Place);

    public static TheoryData<string, byte[]> Telling => new()
    {
        { "image/jpeg", Photos.JpegWith((0xE1, [.. "Exif\0\0"u8, .. Photos.Exif(1)])) },
        { "image/jpeg", Photos.JpegWith((0xE1, [.. "Exif\0\0"u8, .. Photos.Exif(6)])) },
        { "image/jpeg", Photos.JpegWith((0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret])) },
        { "image/jpeg", Photos.JpegWith((0xED, Secret), (0xFE, Secret), (0xE2, [.. "MPF\0"u8, .. Secret]), (0xE0, Secret)) },
        { "image/jpeg", [.. Photos.Jpeg, .. Secret] },
        { "image/png", Photos.PngWith("tEXt", Secret) },
        { "image/png", Photos.PngWith("eXIf", Photos.Exif(3)) },
        { "image/png", Photos.PngWith("prVt", Secret) },
        { "image/png", [.. Photos.Png, .. Secret] },
        { "image/webp", Photos.WebpWith(0x0C, ("EXIF", Photos.Exif(1)), ("XMP ", Secret)) },
        { "image/webp", Photos.WebpWith(0x08, ("EXIF", Photos.Exif(8)), ("ODD ", Secret)) },
        { "image/webp", [.. Photos.WebpWith(0x00), .. Secret] },
    };

    [Theory]
    [MemberData(nameof(Telling))]
    public void WhereAPhotoWasTakenIsGoneAndItsSizeIsKnown(string type, byte[] photo)
    {
        Assert.True(photo.AsSpan().IndexOf(Secret) >= 0);
        var clean = PhotoCleaner.Clean(type, photo)!;
        Assert.True(clean.Content.AsSpan().IndexOf(Secret) < 0);
        Assert.Equal((16, 8), (clean.Width, clean.Height));
        Assert.Equal(clean.Content, PhotoCleaner.Clean(type, clean.Content)!.Content);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void HowAPhotoIsTurnedStays(int orientation)
    {
        var jpeg = PhotoCleaner.Clean("image/jpeg", Photos.JpegWith((0xE1, [.. "Exif\0\0"u8, .. Photos.Exif(orientation)])))!.Content;
        var png = PhotoCleaner.Clean("image/png", Photos.PngWith("eXIf", Photos.Exif(orientation)))!.Content;
        var webp = PhotoCleaner.Clean("image/webp", Photos.WebpWith(0x08, ("EXIF", Photos.Exif(orientation))))!.Content;
        foreach (var photo in new[] { jpeg, png, webp })
        {
            var kept = photo.AsSpan().IndexOf(Orientation.Write(orientation));
            Assert.Equal(orientation != 1, kept >= 0);
        }

        Assert.Equal(orientation != 1, (webp[20] & 0x08) != 0);
    }

    [Fact]
    public void APhotoWithoutMetadataIsKeptByteByByte()
    {
        Assert.Equal(Photos.Jpeg, PhotoCleaner.Clean("image/jpeg", Photos.Jpeg)!.Content);
        Assert.Equal(Photos.Webp, PhotoCleaner.Clean("image/webp", Photos.Webp)!.Content);
    }

    [Fact]
    public void TheColourProfileStays()
    {
        byte[] profile = [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8];
        Assert.True(PhotoCleaner.Clean("image/jpeg", Photos.JpegWith((0xE2, profile)))!.Content.AsSpan().IndexOf(profile) > 0);
    }

    [Fact]
    public void WhatIsBrokenOrMovesIsNoPhoto()
    {
        Assert.Null(PhotoCleaner.Clean("image/webp", Photos.WebpWith(0x02, ("ANIM", new byte[6]))));
        Assert.Null(PhotoCleaner.Clean("image/heic", [0, 0, 0, 24, .. "ftypheic"u8]));
        for (var length = 0; length < Photos.Jpeg.Length; length++)
        {
            Assert.Null(PhotoCleaner.Clean("image/jpeg", Photos.Jpeg.AsSpan(0, length)));
        }

        for (var length = 0; length < Photos.Png.Length; length++)
        {
            Assert.Null(PhotoCleaner.Clean("image/png", Photos.Png.AsSpan(0, length)));
        }
    }

    [Fact]
    public void WhateverTheBytesNothingIsThrown()
    {
        var random = new Random(7);
        foreach (var (type, photo) in new[] { ("image/jpeg", Photos.Jpeg), ("image/png", Photos.Png), ("image/webp", Photos.WebpWith(0x08, ("EXIF", Photos.Exif(6)))) })
        {
            for (var round = 0; round < 3000; round++)
            {
                byte[] broken = [.. photo];
                for (var hits = 0; hits < 4; hits++)
                {
                    broken[random.Next(12, broken.Length)] = (byte)random.Next(256);
                }

                PhotoCleaner.Clean(type, broken);
            }
        }
    }

    [Fact]
    public async Task APictureThatNoMemoryHoldsIsRefusedByItsHead()
    {
        Assert.Equal(UploadRefusal.TooManyPixels, await LookAsync("image/png", Photos.PngOf(60_000, 10)));
        Assert.Equal(UploadRefusal.TooManyPixels, await LookAsync("image/png", Photos.PngOf(19_000, 19_000)));
        Assert.Equal(UploadRefusal.TooManyPixels, await LookAsync("image/jpeg", Photos.JpegOf(65_000, 65_000)));
        Assert.Null(await LookAsync("image/jpeg", Photos.JpegOf(12_000, 9_000)));
    }

    private static async Task<UploadRefusal?> LookAsync(string type, byte[] content) =>
        (await Vaults.Inspection.LookAsync(new FileKind(type, FileFamily.Photo), () => Task.FromResult(content), default)).Refusal;
}
