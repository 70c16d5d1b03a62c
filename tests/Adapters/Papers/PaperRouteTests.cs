using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Papers;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Adapters.WebChat.Tokens;
using PolicyBot.Tests.Knowledge.Forms;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Papers;

/// <summary>The links to a person's papers, on the whole host.</summary>
public sealed class PaperRouteTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Mine = "conversation-of-wang";
    private const string Theirs = "conversation-of-li";

    private IPreparedPapers Prepared => host.Services.GetRequiredService<IPreparedPapers>();

    private TokenService Tokens => host.Services.GetRequiredService<TokenService>();

    [Fact]
    public async Task The_form_comes_as_a_Word_file_to_keep()
    {
        var response = await host.Client.GetAsync(await LinkAsync(PaperReference.Word));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("工伤保险省内异地就医（康复）直接结算备案表.docx", response.Content.Headers.ContentDisposition.FileNameStar);
        AssertProtected(response);
        Assert.Contains("王秀英", SomePaperwork.TextOfWord(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_print_runs_nothing_and_is_kept_by_nobody()
    {
        var response = await host.Client.GetAsync(await LinkAsync(PaperReference.Page));

        Assert.Equal(("text/html", "utf-8"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet));
        AssertProtected(response);
        Assert.Contains("王秀英", SomePaperwork.TextOfHtml(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_the_person_stands_in_the_address()
    {
        var link = await LinkAsync(PaperReference.Word);
        var claims = Encoding.UTF8.GetString(Convert.FromBase64String(Padded(link[(link.IndexOf("?t=", StringComparison.Ordinal) + 3)..].Split('.')[1])));
        Assert.All(SomePaperwork.Answers.Values.Append("王秀英"), value => Assert.DoesNotContain(value, Uri.UnescapeDataString(link) + claims, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_link_opens_nobody_elses_papers()
    {
        var link = await LinkAsync(PaperReference.Word);
        var id = link.Split('/')[6];
        var theirs = Tokens.Issue(TokenPurpose.Paper, new Ticket(Theirs, "li"), TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"{PaperReference.Path(Mine, id, PaperReference.Word)}?t={theirs}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{PaperReference.Path(Theirs, id, PaperReference.Word)}?t={theirs}"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(PaperReference.Path(Mine, id, PaperReference.Word)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(link[..^4] + "AAAA"));

        // A token for something else in the same conversation is none for papers.
        var upload = Tokens.Issue(TokenPurpose.Upload, new Ticket(Mine, "wang"), TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"{PaperReference.Path(Mine, id, PaperReference.Word)}?t={upload}"));
    }

    [Fact]
    public async Task What_was_forgotten_cannot_be_fetched()
    {
        var link = await LinkAsync(PaperReference.Page, "conversation-that-ends");
        await Prepared.ForgetAsync("conversation-that-ends", default);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
    }

    [Fact]
    public async Task What_was_deleted_with_a_persons_data_cannot_be_fetched()
    {
        var link = await LinkAsync(PaperReference.Page, "conversation-that-is-erased");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        await host.Services.GetRequiredService<IPersonalDataEraser>().EraseAsync(new PersonRef("webchat", "wang", "conversation-that-is-erased"), default);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
    }

    [Fact]
    public async Task Nothing_of_the_person_stands_in_the_database_in_clear()
    {
        await LinkAsync(PaperReference.Page);
        await using var connection = await host.Services.GetRequiredService<BotDatabase>().OpenAsync(default);
        var rows = (await connection.QueryAsync<byte[]>("SELECT content FROM prepared_papers")).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain(Some.Phone, Encoding.UTF8.GetString(row), StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(async () =>
        {
            // A row moved to another conversation.
            await connection.ExecuteAsync("UPDATE prepared_papers SET conversation = @Theirs WHERE conversation = @Mine", new { Theirs, Mine });
            var id = await connection.ExecuteScalarAsync<string>("SELECT id FROM prepared_papers WHERE conversation = @Theirs", new { Theirs });
            await Prepared.FindAsync(id!, Theirs, default);
        });
    }

    private async Task<string> LinkAsync(string file, string conversation = Mine)
    {
        var id = await Prepared.KeepAsync(new PreparedPapers(SomePaperwork.Changchun("referral", "treatment"), SomePaperwork.Answers), conversation, default);
        var message = host.Services.GetRequiredService<PaperLinks>().Open($"[x]({PaperReference.Path(conversation, id, file)})", conversation, "wang", string.Empty);
        return message[4..^1];
    }

    private async Task<HttpStatusCode> StatusAsync(string link) => (await host.Client.GetAsync(link)).StatusCode;

    private static string Padded(string text) => text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');

    private static void AssertProtected(HttpResponseMessage response)
    {
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }
}
