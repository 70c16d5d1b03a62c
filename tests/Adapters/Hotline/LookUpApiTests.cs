using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Hotline;

public sealed class LookUpApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("""{"insuredPlace":"220281","carePlace":"220182","careKind":"inpatient"}""", "exempt", "local", null)]
    [InlineData("""{"insuredPlace":"220281","carePlace":"220201"}""", "exempt", "local", null)]
    [InlineData("""{"insuredPlace":"220281","carePlace":"220104","reason":"other-temporary","careKind":"inpatient"}""", "file", "local-minus-points", 20.0)]
    [InlineData("""{"insuredPlace":"220281","carePlace":"110000","reason":"referral"}""", "file", "local-minus-points", 10.0)]
    [InlineData("""{"insuredPlace":"220281","carePlace":"110000","careKind":"outpatient"}""", "exempt", "unstated", null)]
    [InlineData("""{"insuredPlace":"320509","carePlace":"310101"}""", "exempt", "local", null)]
    [InlineData("""{"insuredPlace":"320509","carePlace":"310118"}""", "exempt", "unstated", null)]
    [InlineData("""{"insuredPlace":"320509","carePlace":"110000","reason":"other-temporary"}""", "file", "local-times", 0.8)]
    [InlineData("""{"insuredPlace":"320509","carePlace":"110000","reason":"emergency"}""", "unstated", "unstated", null)]
    public async Task A_determination_has_the_words_of_the_contract(string request, string outcome, string formula, double? value)
    {
        var determination = await PostAsync(request);

        Assert.Equal(outcome, determination.GetProperty("outcome").GetString());
        Assert.Equal(formula, determination.GetProperty("tier").GetProperty("formula").GetString());
        Assert.Equal(value, determination.GetProperty("tier").GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null);
    }

    [Theory]
    [InlineData("""{"scheme":"work-injury","insuredPlace":"220100","carePlace":"220200","reason":"long-term-residence","service":"assistive-device","residence":"permit","facts":{"injuryConfirmed":"true","firstDevice":"true"}}""", "file", "window", "device-form-name")]
    [InlineData("""{"insuredPlace":"440783","carePlace":"440100","careKind":"inpatient","reason":"student"}""", "file", "online", "student-inside-employees")]
    [InlineData("""{"insuredPlace":"440783","carePlace":"440100","careKind":"inpatient","reason":"referral"}""", "provider-files", "provider", "stamp-jiangmen")]
    [InlineData("""{"insuredPlace":"510100","carePlace":"110000","careKind":"inpatient","reason":"referral"}""", "file", "window", "proof-or-none")]
    public async Task Staff_see_where_the_guides_do_not_agree(string request, string outcome, string submission, string contradiction)
    {
        var determination = await PostAsync(request);

        Assert.Equal(outcome, determination.GetProperty("outcome").GetString());
        Assert.Equal(submission, determination.GetProperty("submission").GetString());
        Assert.Contains(
            determination.GetProperty("contradictions").EnumerateArray(),
            it => it.GetProperty("id").GetString() == contradiction && it.GetProperty("there").GetProperty("quote").GetString()!.Length > 0);
    }

    [Fact]
    public async Task What_has_nothing_to_do_with_the_case_is_not_held_against_it()
    {
        var determination = await PostAsync(
            """{"scheme":"work-injury","insuredPlace":"220100","carePlace":"220200","reason":"posted-work","service":"treatment","facts":{"injuryConfirmed":"true"}}""");

        Assert.DoesNotContain(
            determination.GetProperty("contradictions").EnumerateArray(),
            it => it.GetProperty("id").GetString() is "device-form-name" or "care-form-name");
    }

    [Fact]
    public async Task Each_scheme_has_its_own_hotline()
    {
        var injury = await PostAsync("""{"scheme":"work-injury","insuredPlace":"220100","carePlace":"110000"}""");
        var medical = await PostAsync("""{"scheme":"medical","insuredPlace":"220100","carePlace":"110000","careKind":"outpatient"}""");

        Assert.Equal(["12333"], Phones(injury));
        Assert.Equal(["12393"], Phones(medical));

        static string[] Phones(JsonElement determination) => [.. determination.GetProperty("contacts").EnumerateArray()
            .Where(contact => contact.GetProperty("cite").ValueKind == JsonValueKind.Null).Select(contact => contact.GetProperty("phone").GetString()!)];
    }

    [Fact]
    public async Task The_expected_payment_has_two_decimals()
    {
        var response = await host.Client.PostAsync("/api/v1/determinations", Json(
            """{"insuredPlace":"220281","carePlace":"220104","reason":"other-temporary","careKind":"inpatient","localShare":0.85,"eligibleCost":20000}"""));

        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("\"expectedShare\":0.65", text, StringComparison.Ordinal);
        Assert.Contains("\"expectedPayment\":13000.00", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_fact_is_asked_for_with_its_options()
    {
        var determination = await PostAsync("""{"insuredPlace":"320509","carePlace":"110000"}""");

        Assert.Equal("need-fact", determination.GetProperty("outcome").GetString());
        Assert.Equal("reason", determination.GetProperty("ask").GetProperty("fact").GetString());
        Assert.Equal(7, determination.GetProperty("ask").GetProperty("options").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"insuredPlace":"999999"}""", "insuredPlace")]
    [InlineData("""{"insuredPlace":"320509","reason":"holiday"}""", "reason")]
    [InlineData("""{"insuredPlace":"320509","localShare":85}""", "localShare")]
    [InlineData("""{"scheme":"dental"}""", "scheme")]
    [InlineData("""{"facts":{"shoeSize":"42"}}""", "shoeSize")]
    public async Task A_request_at_fault_is_told_which_field(string request, string field)
    {
        var response = await host.Client.PostAsync("/api/v1/determinations", Json(request));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"filed":"perhaps"}""")]
    [InlineData("""{"asOf":"2026-02-30"}""")]
    public async Task A_body_that_cannot_be_read_is_a_problem_and_no_crash(string body)
    {
        var response = await host.Client.PostAsync("/api/v1/determinations", Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_answer_comes_with_guide_section_and_quotation()
    {
        var answer = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/answers?q=承诺书过期没补材料会怎样&place=320509&scheme=medical&top=5");

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Contains("自动失效", answer.GetProperty("answer").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("wujiang-medical", answer.GetProperty("answer").GetProperty("citations")[0].GetProperty("guide").GetString());
        Assert.True(answer.GetProperty("passages")[0].TryGetProperty("highlights", out _));
    }

    [Theory]
    [InlineData("那台山呢", "江门开平备案打哪个电话", "5513895")]
    [InlineData("那长期居住的呢", "长春工伤转诊备案有效期多久", "省内异地长期居住（工作）工伤职工备案长期有效至丧失备案条件止")]
    public async Task A_follow_up_is_understood_with_the_question_before_it(string q, string previous, string said)
    {
        var answer = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/answers?q={q}&previous={previous}");

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        Assert.Contains(said, answer.GetProperty("answer").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_question_out_of_scope_is_not_found()
    {
        var answer = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/answers?q=今天股票怎么样&place=320509");

        Assert.Equal("not-found", answer.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("answer").ValueKind);
    }

    [Theory]
    [InlineData("/api/v1/answers")]
    [InlineData("/api/v1/answers?q=备案&place=1")]
    [InlineData("/api/v1/answers?q=备案&top=0")]
    [InlineData("/api/v1/contacts")]
    [InlineData("/api/v1/places?q=")]
    public async Task A_look_up_at_fault_is_a_problem(string url) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync(url)).StatusCode);

    [Theory]
    [InlineData("/api/v1/guides", "wujiang-medical")]
    [InlineData("/api/v1/guides/jilin-medical", "免申即享")]
    [InlineData("/api/v1/contacts?place=320509", "吴江医保")]
    [InlineData("/api/v1/places?q=蛟河", "220281")]
    [InlineData("/openapi/v1.json", "/api/v1/determinations")]
    public async Task The_other_routes_give_what_they_are_named_for(string url, string expected) =>
        Assert.Contains(expected, await host.Client.GetStringAsync(url), StringComparison.Ordinal);

    [Fact]
    public async Task A_guide_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/v1/guides/nowhere")).StatusCode);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<JsonElement> PostAsync(string request)
    {
        var response = await host.Client.PostAsync("/api/v1/determinations", Json(request));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
