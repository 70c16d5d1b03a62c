using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.Storage.Inspection;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage;

public sealed class UploadStoreTests : IDisposable
{
    private static readonly byte[] Exe = [(byte)'M', (byte)'Z', .. new byte[100]];
    private static readonly byte[] Png = PhotoCleaner.Clean("image/png", Photos.Png)!.Content;
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[50]];
    private static readonly byte[] Webp = Photos.Webp;
    private static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[20]];

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string> Good => new()
    {
        { "照片.jpg", Some.Jpeg, "image/jpeg" },
        { "照片.JPEG", Some.Jpeg, "image/jpeg" },
        { "really a png.jpg", Png, "image/png" },
        { "a.png", Png, "image/png" },
        { "a.webp", Webp, "image/webp" },
        { "a.pdf", Pdf, "application/pdf" },
    };

    public static TheoryData<string, byte[], UploadRefusal> Bad => new()
    {
        { "virus.jpg", Exe, UploadRefusal.ContentDoesNotMatch },
        { "virus.exe", Exe, UploadRefusal.TypeNotAllowed },
        { "photo.jpg.exe", Some.Jpeg, UploadRefusal.TypeNotAllowed },
        { "turned\u202Egpj.exe", Some.Jpeg, UploadRefusal.TypeNotAllowed },
        { "noextension", Some.Jpeg, UploadRefusal.TypeNotAllowed },
        { "", Some.Jpeg, UploadRefusal.TypeNotAllowed },
        { "CON", Some.Jpeg, UploadRefusal.TypeNotAllowed },
        { "page.svg", "<svg/>"u8.ToArray(), UploadRefusal.TypeNotAllowed },
        { "pdf as photo.jpg", Pdf, UploadRefusal.ContentDoesNotMatch },
        { "photo as pdf.pdf", Some.Jpeg, UploadRefusal.ContentDoesNotMatch },
        { "text.jpg", "hello, this is text"u8.ToArray(), UploadRefusal.ContentDoesNotMatch },
        { "a.heic", Heic, UploadRefusal.Heic },
        { "renamed.jpg", Heic, UploadRefusal.Heic },
        { "half.jpg", Photos.Jpeg[..200], UploadRefusal.ContentDoesNotMatch },
        { "short.jpg", [0xFF, 0xD8], UploadRefusal.ContentDoesNotMatch },
        { "empty.jpg", [], UploadRefusal.Empty },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task AFileOfAListedKindIsKeptAsTheKindThatItsContentShows(string name, byte[] content, string contentType)
    {
        var store = Store();
        var upload = (await store.SaveAsync(new MemoryStream(content), name, "me", default)).Upload!;
        Assert.Equal(contentType, upload.ContentType);
        Assert.Equal(content.Length, upload.Length);
        Assert.Equal(upload, await store.FindAsync(upload.Id, "me", default));
        await using var kept = store.Open(upload);
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task AFileThatIsNotWhatItShouldBeIsRefusedAndLeavesNothing(string name, byte[] content, UploadRefusal refusal)
    {
        Assert.Equal(new UploadResult(null, refusal), await Store().SaveAsync(new MemoryStream(content), name, "me", default));
        Assert.Empty(folder.Files("uploads"));
    }

    [Theory]
    [InlineData("../../x.jpg", "x.jpg")]
    [InlineData(@"C:\x.jpg", "x.jpg")]
    [InlineData(@"..\..\windows\x.jpg", "x.jpg")]
    [InlineData("/etc/passwd/.jpg", "文件.jpg")]
    [InlineData("a\0b.jpg", "ab.jpg")]
    [InlineData("\u202Eevil\u2066.jpg", "evil.jpg")]
    [InlineData("CON.jpg", "_CON.jpg")]
    [InlineData("com1.jpg", "_com1.jpg")]
    [InlineData("a<script>\"'.jpg", "ascript'.jpg")]
    [InlineData("身份证 (1).jpg", "身份证 (1).jpg")]
    [InlineData("照片😀.jpg", "照片😀.jpg")]
    [InlineData("x\ud800.jpg", "x.jpg")]
    public async Task NothingOfTheSendersNameReachesThePathAndTheShownNameIsClean(string name, string shown)
    {
        var upload = (await Store().SaveAsync(new MemoryStream(Some.Jpeg), name, "me", default)).Upload!;
        Assert.Equal(shown, upload.Name);
        Assert.Equal([folder.File($"uploads/{upload.Id[..2]}/{upload.Id[2..4]}/{upload.Id}")], folder.Files("uploads"));
    }

    [Fact]
    public async Task ALongNameIsCutAndKeepsItsExtension()
    {
        var upload = (await Store().SaveAsync(new MemoryStream(Some.Jpeg), new string('长', 300) + ".jpg", "me", default)).Upload!;
        Assert.Equal(new string('长', 96) + ".jpg", upload.Name);
    }

    [Fact]
    public async Task ReadingStopsAtTheLimit()
    {
        using var endless = new CountingStream(20 * 1024 * 1024);
        Assert.Equal(UploadRefusal.TooLarge, (await Store().SaveAsync(endless, "large.jpg", "me", default)).Refusal);
        Assert.InRange(endless.Position, 10 * 1024 * 1024, 10 * 1024 * 1024 + 128 * 1024);
        Assert.Empty(folder.Files("uploads"));
    }

    [Fact]
    public async Task AFileOfExactlyTheLimitIsKept()
    {
        var store = Store(options => options.MaxBytes = 1000);
        Assert.NotNull((await store.SaveAsync(Some.JpegOf(1000), "a.jpg", "me", default)).Upload);
        Assert.Equal(UploadRefusal.TooLarge, (await store.SaveAsync(Some.JpegOf(1001), "a.jpg", "me", default)).Refusal);
    }

    [Fact]
    public async Task AConversationThatHasSentTooMuchIsRefusedAndOthersAreNot()
    {
        var store = Store(options => (options.MaxBytes, options.MaxBytesPerOwner) = (1000, 2500));
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.SaveAsync(Some.JpegOf(1000), "a.jpg", "me", default))));
        Assert.Equal(2, results.Count(result => result.Upload is not null));
        Assert.All(results.Where(result => result.Upload is null), result => Assert.Equal(UploadRefusal.QuotaExceeded, result.Refusal));
        Assert.NotNull((await store.SaveAsync(Some.JpegOf(1000), "a.jpg", "you", default)).Upload);
        Assert.Equal(3, folder.Files("uploads").Length);
    }

    [Fact]
    public async Task TheQuotaOfADayIsFreeAgainTheNextDay()
    {
        var store = Store(options => options.MaxFilesPerDay = 2);
        Assert.NotNull((await store.SaveAsync(Some.JpegOf(1000), "a.jpg", "me", default)).Upload);
        Assert.NotNull((await store.SaveAsync(Some.JpegOf(1000), "b.jpg", "me", default)).Upload);
        Assert.Equal(UploadRefusal.QuotaExceeded, (await store.SaveAsync(Some.JpegOf(1000), "c.jpg", "me", default)).Refusal);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull((await store.SaveAsync(Some.JpegOf(1000), "c.jpg", "me", default)).Upload);

        var bytes = Store(options => (options.MaxBytes, options.MaxBytesPerDay) = (1000, 1500));
        Assert.NotNull((await bytes.SaveAsync(Some.JpegOf(1000), "a.jpg", "you", default)).Upload);
        Assert.Equal(UploadRefusal.QuotaExceeded, (await bytes.SaveAsync(Some.JpegOf(1000), "b.jpg", "you", default)).Refusal);
    }

    [Fact]
    public async Task SomebodyElsesFileIsNotFound()
    {
        var store = Store();
        var upload = (await store.SaveAsync(new MemoryStream(Some.Jpeg), "a.jpg", "me", default)).Upload!;
        Assert.Null(await store.FindAsync(upload.Id, "you", default));
        Assert.Null(await store.FindAsync("../../bot.db", "me", default));
    }

    [Fact]
    public void AnIdThatIsNoneOfOursOpensNothing() =>
        Assert.Throws<ArgumentException>(() => Store().Open(new StoredUpload("../../../etc/passwd", "a", "b", 1, Some.Morning)));

    [Fact]
    public async Task AnUploadThatBreaksOffLeavesNothing()
    {
        using var broken = new CountingStream(1024 * 1024, breaksAt: 500 * 1024);
        await Assert.ThrowsAsync<IOException>(() => Store().SaveAsync(broken, "a.jpg", "me", default));
        Assert.Empty(folder.Files("uploads"));
    }

    private UploadStore Store(Action<UploadOptions>? change = null)
    {
        var options = new UploadOptions { Path = folder.File("uploads") };
        change?.Invoke(options);
        var database = new BotDatabase(folder.File("bot.db"));
        return new UploadStore(database, Vaults.Of(database), Vaults.Inspection, Options.Create(options), clock);
    }

    /// <summary>A photo of any length that takes no memory and counts what is read of it.</summary>
    private sealed class CountingStream(long length, long breaksAt = long.MaxValue) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position >= breaksAt)
            {
                throw new IOException("connection reset");
            }

            var read = (int)Math.Min(count, length - Position);
            Array.Clear(buffer, offset, read);
            if (Position == 0)
            {
                Some.Jpeg.AsSpan(0, Math.Min(read, Some.Jpeg.Length)).CopyTo(buffer.AsSpan(offset));
            }

            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
