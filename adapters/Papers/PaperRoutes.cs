using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PolicyBot.Adapters.WebChat.Tokens;
using PolicyBot.Knowledge.Forms;

namespace PolicyBot.Adapters.Papers;

/// <summary>
/// A person's papers, made when they are fetched and kept nowhere. A person opens the link, not a program: refusals are sentences.
/// </summary>
public static class PaperRoutes
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static WebApplication MapPapers(this WebApplication app)
    {
        app.MapGet("/v3/directline/conversations/{conversation}/papers/{id}/{file}", GetAsync).ExcludeFromDescription();
        return app;
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, string conversation, string id, string file, string? t, TokenService tokens, IPreparedPapers prepared, PaperworkMaker maker)
    {
        Protect(context.Response.Headers);
        var reading = tokens.Read(TokenPurpose.Paper, t);
        if (reading.Ticket is not { } ticket || ticket.Conversation != conversation)
        {
            return Say(StatusCodes.Status403Forbidden, "这个链接打不开。请回到聊天里，点那里的链接。");
        }

        if (reading.State == TokenState.Expired)
        {
            return Say(StatusCodes.Status410Gone, "这个链接已经过期。请回到聊天里，刷新一下页面再点。");
        }

        if (file is not (PaperReference.Word or PaperReference.Page) || await prepared.FindAsync(id, conversation, context.RequestAborted) is not { } kept)
        {
            return Say(StatusCodes.Status404NotFound, "这份文件已经删掉了。为了保护您的信息，填好的表只留一小会儿。请回到聊天里再做一次。");
        }

        var papers = maker.Make(kept.Situation, kept.Answers);
        var name = papers.Sheets is [var sheet, ..] ? sheet.Title : papers.Checklist.Title;
        if (file == PaperReference.Word)
        {
            return TypedResults.File(WordPaper.Write(papers), WordType, name + ".docx");
        }

        // Shown, since it is to be printed; what it is saved as, the browser is told too.
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name + ".html");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Text(HtmlPaper.Write(papers), "text/html", Encoding.UTF8);
    }

    /// <summary>Nothing of it runs, is sniffed, framed, kept by a proxy or told to another site.</summary>
    private static void Protect(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {HtmlPaper.StyleSource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }

    private static IResult Say(int status, string words) => TypedResults.Text(words, "text/plain", Encoding.UTF8, status);
}
