using Microsoft.Extensions.Options;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Filings;

public sealed class FilingOptionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Filing:BaseAddress", "http://agency.example/api", "Filing:BaseAddress")]
    [InlineData("Filing:BaseAddress", "https://agency.example/api", "Filing:ApiKey")]
    [InlineData("Filing:TotalTimeout", "00:00:01", "Filing: time-outs")]
    [InlineData("Filing:Retries", "-1", "Filing:Retries")]
    [InlineData("Filing:ResendDelay", "00:00:00", "Filing:ResendDelay")]
    [InlineData("Storage:Path", " ", "Storage:Path")]
    [InlineData("Uploads:MaxBytes", "0", "Uploads:MaxBytes")]
    [InlineData("Uploads:MaxBytesPerOwner", "1", "Uploads:MaxBytesPerOwner")]
    [InlineData("FilingService:Path", "", "FilingService:Path")]
    [InlineData("FilingService:MaxAttachmentBytes", "0", "FilingService:MaxAttachmentBytes")]
    public async Task AWrongSettingStopsTheStartAndIsNamed(string key, string value, string named)
    {
        var stopped = await Assert.ThrowsAnyAsync<OptionsValidationException>(() =>
            FilingHost.StartAsync(folder, TimeProvider.System, settings: [(key, value)]));
        Assert.Contains(named, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereAnotherAgencysApiIsConfiguredOursIsNotMapped()
    {
        await using var host = await FilingHost.StartAsync(folder, TimeProvider.System, settings: [("Filing:BaseAddress", "https://agency.example/api"), ("Filing:ApiKey", "secret")]);
        using var client = host.Client();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/filing-api/filings/1")).StatusCode);
    }
}
