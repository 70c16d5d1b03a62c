using System.Net.Http.Json;
using System.Text;
using Refit;

namespace PolicyBot.Tests.Compat.Refit;

public sealed class RequestTests : IClassFixture<EchoService>, IDisposable
{
    private readonly HttpClient _client;
    private readonly IEchoApi _api;

    public RequestTests(EchoService service)
    {
        _client = new HttpClient { BaseAddress = service.Address };
        _api = RestService.For<IEchoApi>(_client);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_path_is_filled_and_escaped()
    {
        var echo = await _api.GetAsync("吴江/a b?c#d&e", 7);

        Assert.Equal(("GET", "/echo/%E5%90%B4%E6%B1%9F%2Fa%20b%3Fc%23d%26e/parts/7"), (echo.Method, echo.Path));
    }

    [Fact]
    public async Task A_deep_path_keeps_its_slashes()
    {
        Assert.Equal("/echo/files/a/b%20c/d", (await _api.GetFileAsync("a/b c/d")).Path);
    }

    [Fact]
    public async Task Parameters_go_into_the_query_and_null_is_left_out()
    {
        Assert.Equal("?q=%E8%A6%81%E5%A4%87%E6%A1%88%E5%90%97%3F%26&top=5", (await _api.SearchAsync("要备案吗?&", 5)).Query);
        Assert.Equal(string.Empty, (await _api.SearchAsync(null)).Query);
    }

    [Fact]
    public async Task Several_values_repeat_the_name_and_enums_go_by_name()
    {
        Assert.Equal("?place=1&place=2&kind=WorkInjury", (await _api.SearchAsync(null, place: ["1", "2"], kind: Kind.WorkInjury)).Query);
    }

    [Fact]
    public async Task The_properties_of_an_object_go_into_the_query()
    {
        var echo = await _api.SearchByAsync(new Filter("320509", "medical"), new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("?fixed=1&Place=320509&s=medical&day=2026-11-21", echo.Query);
        Assert.Equal("?fixed=1&Place=x", (await _api.SearchByAsync(new Filter("x", null))).Query);
    }

    [Fact]
    public async Task Headers_come_from_interface_method_and_parameters()
    {
        var echo = await _api.WithHeadersAsync("k-1", new Dictionary<string, string> { ["X-More"] = "m" }, "secret");

        Assert.Equal("method", echo.Headers["X-Client"]);
        Assert.Equal("application/json", echo.Headers["Accept"]);
        Assert.Equal("k-1", echo.Headers["Idempotency-Key"]);
        Assert.Equal("m", echo.Headers["X-More"]);
        Assert.Equal("Bearer secret", echo.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_header_that_is_null_is_not_sent_and_none_breaks_the_line()
    {
        Assert.DoesNotContain("Idempotency-Key", (await _api.WithHeadersAsync(null, new Dictionary<string, string>(), "t")).Headers.Keys);
        Assert.Equal("aX-Evil: 1", (await _api.WithHeadersAsync("a\r\nX-Evil: 1", new Dictionary<string, string>(), "t")).Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task A_body_is_json_in_camel_case()
    {
        var echo = await _api.PostAsync(new Filing("1", "320509", Kind.WorkInjury, 1.50m, new DateOnly(2026, 11, 21)), "k", CancellationToken.None);

        Assert.Equal(("POST", """{"number":"1","insuredPlace":"320509","kind":"workInjury","cost":1.50,"from":"2026-11-21"}"""), (echo.Method, echo.Body));
        Assert.StartsWith("application/json", echo.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("k", echo.Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task What_can_only_be_the_body_is_the_body()
    {
        var echo = await _api.PutAsync("9", new Filing("1", "2", Kind.Medical, 0, default));

        Assert.Equal(("PUT", "/echo/9", string.Empty), (echo.Method, echo.Path, echo.Query));
        Assert.Contains("\"kind\":\"medical\"", echo.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_sent_as_it_is()
    {
        var echo = await _api.PatchAsync("文");

        Assert.Equal(("PATCH", "文"), (echo.Method, echo.Body));
    }

    [Fact]
    public async Task A_method_may_return_nothing()
    {
        await _api.DeleteAsync("9");
    }

    [Fact]
    public async Task Files_and_fields_are_uploaded_as_a_form()
    {
        using var photo = new MemoryStream(Encoding.UTF8.GetBytes("照片"));

        var upload = await _api.UploadAsync("7", new StreamPart(photo, "证明.jpg", "image/jpeg"), "说明", new ByteArrayPart("b"u8.ToArray(), "b.bin", name: "second"));

        Assert.Equal("7", upload.Id);
        Assert.Equal("说明", upload.Fields["note"]);
        Assert.Equal("证明.jpg|image/jpeg|照片", upload.Files["file"]);
        Assert.StartsWith("b.bin|", upload.Files["second"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_address_may_have_a_path()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_client.BaseAddress!, "/base") };

        Assert.Equal("/base/echo/1", (await RestService.For<IEchoApi>(client).PutAsync("1", new Filing("1", "2", Kind.Medical, 0, default))).Path);
    }

    [Fact]
    public async Task An_address_will_do_for_a_client()
    {
        Assert.Equal("/echo/1/parts/2", (await RestService.For<IEchoApi>(_client.BaseAddress!.ToString()).GetAsync("1", 2)).Path);
    }

    [Fact]
    public async Task Settings_choose_how_json_is_written()
    {
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(new System.Text.Json.JsonSerializerOptions()));
        using var client = new HttpClient { BaseAddress = _client.BaseAddress };

        using var answer = await RestService.For<IRawApi>(client, settings).PostAsync(new Filing("1", "2", Kind.WorkInjury, 0, default));

        var echo = await answer.Content.ReadFromJsonAsync<Echo>();
        Assert.Equal("""{"Number":"1","InsuredPlace":"2","Kind":1,"Cost":0,"From":"0001-01-01"}""", echo!.Body);
    }
}

internal interface IRawApi
{
    [Post("/echo")]
    Task<HttpResponseMessage> PostAsync([Body] Filing filing);
}
