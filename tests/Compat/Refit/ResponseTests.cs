using System.Net;
using Refit;

namespace PolicyBot.Tests.Compat.Refit;

public sealed class ResponseTests : IClassFixture<EchoService>, IDisposable
{
    private readonly EchoService _service;
    private readonly HttpClient _client;
    private readonly IEchoApi _api;

    public ResponseTests(EchoService service)
    {
        _service = service;
        _client = new HttpClient { BaseAddress = service.Address };
        _api = RestService.For<IEchoApi>(_client);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Json_is_read_as_the_type()
    {
        Assert.Equal(new Filing("1", "320509", Kind.WorkInjury, 13000.05m, new DateOnly(2026, 11, 21)), await _api.GetFilingAsync("1"));
    }

    [Fact]
    public async Task An_error_has_status_content_headers_and_request()
    {
        var e = await Assert.ThrowsAsync<ApiException>(() => _api.GetFilingAsync("none"));

        Assert.Equal((HttpStatusCode.NotFound, "没有这个备案"), (e.StatusCode, e.Content));
        Assert.Equal("text/plain", e.ContentHeaders!.ContentType!.MediaType);
        Assert.NotEmpty(e.Headers);
        Assert.Equal((HttpMethod.Get, "/filings/none"), (e.HttpMethod, e.Uri!.ToString().Replace(_client.BaseAddress!.GetLeftPart(UriPartial.Authority), string.Empty, StringComparison.Ordinal)));
        Assert.Equal("Response status code does not indicate success: 404 (Not Found).", e.Message);
    }

    [Fact]
    public async Task Problem_details_are_read()
    {
        var e = await Assert.ThrowsAsync<ValidationApiException>(() => _api.GetFilingAsync("unfit"));

        Assert.Equal(("unfit", "缺少证明", 422), (e.Content!.Title, e.Content.Detail, e.Content.Status));
        Assert.Equal("五", e.Content.Extensions["clause"]);
        Assert.Contains("缺少证明", (await ((ApiException)e).GetContentAsAsync<Problem>())!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_content_has_none()
    {
        var e = await Assert.ThrowsAsync<ApiException>(() => _api.GetFilingAsync("empty"));

        Assert.False(e.HasContent);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, e.StatusCode);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_an_error()
    {
        var e = await Assert.ThrowsAsync<ApiException>(() => _api.GetFilingAsync("broken"));

        Assert.Equal(HttpStatusCode.OK, e.StatusCode);
        Assert.IsType<System.Text.Json.JsonException>(e.InnerException);
    }

    [Fact]
    public async Task A_response_is_given_whatever_its_status()
    {
        using var found = await _api.TryGetFilingAsync("1");
        using var missing = await _api.TryGetFilingAgainAsync("none");
        using var broken = await _api.TryGetFilingAsync("broken");

        Assert.True(found.IsSuccessful);
        Assert.Equal("320509", found.Content.InsuredPlace);
        Assert.False(missing.IsSuccessful);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.True(missing.HasResponseError(out var error));
        Assert.Equal("没有这个备案", error.Content);
        Assert.True(broken.IsSuccessStatusCode);
        Assert.False(broken.IsSuccessful);
        await Assert.ThrowsAsync<ApiException>(() => broken.EnsureSuccessfulAsync());
    }

    [Fact]
    public async Task Raw_answers_are_the_callers()
    {
        using var raw = await _api.GetRawAsync("none");
        await using var stream = await _api.GetStreamAsync("1");
        using var reader = new StreamReader(stream);

        Assert.Equal(HttpStatusCode.NotFound, raw.StatusCode);
        Assert.Equal("没有这个备案", await raw.Content.ReadAsStringAsync());
        Assert.Equal(await _api.GetTextAsync("1"), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_caller_can_give_up()
    {
        using var source = new CancellationTokenSource();
        var waiting = _api.WaitAsync(source.Token);
        await _service.Asked;
        await source.CancelAsync();

        var e = await Assert.ThrowsAsync<ApiRequestException>(() => waiting);

        Assert.IsAssignableFrom<OperationCanceledException>(e.InnerException);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failed_request()
    {
        using var client = new HttpClient(new Nobody()) { BaseAddress = new Uri("http://nobody.example") };
        var api = RestService.For<IEchoApi>(client);

        Assert.IsType<HttpRequestException>((await Assert.ThrowsAsync<ApiRequestException>(() => api.GetFilingAsync("1"))).InnerException);
        using var response = await api.TryGetFilingAsync("1");
        Assert.False(response.IsReceived);
        Assert.True(response.HasRequestError(out var error));
        Assert.Equal("/filings/1", error.Uri!.AbsolutePath);
    }

    [Fact]
    public async Task A_method_that_returns_nothing_throws_what_went_wrong_as_it_is()
    {
        using var client = new HttpClient(new Nobody()) { BaseAddress = new Uri("http://nobody.example") };

        await Assert.ThrowsAsync<HttpRequestException>(() => RestService.For<IEchoApi>(client).DeleteAsync("1"));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => _api.RemoveAsync("none"))).StatusCode);
    }

    [Fact]
    public async Task A_client_without_an_address_is_refused()
    {
        using var client = new HttpClient();

        await Assert.ThrowsAsync<InvalidOperationException>(() => RestService.For<IEchoApi>(client).DeleteAsync("1"));
    }

    private sealed record Problem(string Detail);

    private sealed class Nobody : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException("nobody");
    }
}
