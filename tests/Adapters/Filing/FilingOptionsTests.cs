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

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/filing-api")]
    [InlineData("http://0.0.0.0:5080", "http://127.0.0.1:5080/filing-api")]
    [InlineData("https://*:443 http://[::]:8080", "http://127.0.0.1:8080/filing-api")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/filing-api")]
    [InlineData("https://bot.example:8443", "https://bot.example:8443/filing-api")]
    [InlineData("", "http://localhost/filing-api")]
    public void TheHostReachesItselfWhereItListens(string listening, string address) => Assert.Equal(
        new Uri(address), PolicyBot.Adapters.Filings.FilingApiClient.OwnAddress(listening.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public async Task WhereAnotherAgencysApiIsConfiguredOursIsNotMapped()
    {
        await using var host = await FilingHost.StartAsync(folder, TimeProvider.System, settings: [("Filing:BaseAddress", "https://agency.example/api"), ("Filing:ApiKey", "secret")]);
        using var client = host.Client();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/filing-api/filings/1")).StatusCode);
    }
}
