using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.Storage.Inspection;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage.Inspection;

public sealed class ClamdScannerTests : IDisposable
{
    private static readonly byte[] Eicar = [.. "EICAR-STANDARD-ANTIVIRUS-TEST-FILE"u8];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ACleanFileIsKeptAndAnInfectedOneIsNotAlsoWhereItsMetadataHidesIt()
    {
        await using var clamd = new FakeClamd();
        var store = Store(clamd.Address);
        Assert.NotNull((await store.SaveAsync(Some.JpegOf(200_000), "a.jpg", "me", default)).Upload);
        Assert.Equal([200_000], clamd.Seen);
        var infected = Photos.JpegWith((0xFE, Eicar));
        Assert.Equal(UploadRefusal.Infected, (await store.SaveAsync(new MemoryStream(infected), "b.jpg", "me", default)).Refusal);
        Assert.Single(folder.Files("uploads"));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: OK but not quite\0")]
    [InlineData("")]
    public async Task WithoutAVerdictAFileIsNotTaken(string answer)
    {
        await using var clamd = new FakeClamd { Answer = answer };
        Assert.Equal(UploadRefusal.NotScanned, (await Store(clamd.Address).SaveAsync(new MemoryStream(Some.Jpeg), "a.jpg", "me", default)).Refusal);
        Assert.Empty(folder.Files("uploads"));
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:1")]
    [InlineData("unix:/nowhere/clamd.ctl")]
    public async Task AScannerThatIsNotThereLetsNothingIn(string address) =>
        Assert.Equal(UploadRefusal.NotScanned, (await Store(address).SaveAsync(new MemoryStream(Some.Jpeg), "a.jpg", "me", default)).Refusal);

    [Theory]
    [InlineData("tcp://clamd:3310", true)]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("127.0.0.1:3310", false)]
    [InlineData("http://clamd:3310", false)]
    [InlineData("tcp://clamd", false)]
    public void AnAddressIsOneOfTwoForms(string address, bool understood) => Assert.Equal(understood, ClamdScanner.IsAddress(address));

    private UploadStore Store(string address)
    {
        var scanner = new ClamdScanner(new ScannerOptions { Address = address }, TimeProvider.System, NullLogger<ClamdScanner>.Instance);
        var database = new BotDatabase(folder.File("bot.db"));
        var options = Options.Create(new UploadOptions { Path = folder.File("uploads") });
        return new UploadStore(database, Vaults.Of(database), new FileInspection(scanner, PhotoLimits.Default), options, new ManualClock(Some.Morning));
    }
}
