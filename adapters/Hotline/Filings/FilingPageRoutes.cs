using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline.Pages;

namespace PolicyBot.Adapters.Hotline.Filings;

/// <summary>Queue, filing, attachment, and a clerk's steps. Every look and every step is in the audit log.</summary>
internal static class FilingPageRoutes
{
    private const int Shown = 200;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", async (HttpContext context, IFilingReview review, FilingWords words) => HotlinePage.Show(
            context, "待审核", QueuePage.Write(await review.QueueAsync(Shown, context.RequestAborted), words, Shown)));
        group.MapGet("/{number}", (HttpContext context, string number) => ShowAsync(context, number, null, string.Empty));
        group.MapGet("/{number}/attachments/{attachment}", AttachmentAsync);
        group.MapPost("/{number}/take", (HttpContext context, string number, IFilingReview review) =>
            StepAsync(context, number, (clerk, _) => review.TakeAsync(number, clerk, CancellationToken.None)));
        group.MapPost("/{number}/approve", (HttpContext context, string number, IFilingReview review) =>
            StepAsync(context, number, (clerk, form) => review.ApproveAsync(number, clerk, Day(form["until"]), CancellationToken.None)));
        group.MapPost("/{number}/return", (HttpContext context, string number, IFilingReview review) =>
            StepAsync(context, number, (clerk, form) => review.ReturnAsync(
                number, clerk, form["reason"].ToString(), [.. form["requirement"].OfType<string>()], CancellationToken.None)));
        group.MapPost("/{number}/refuse", (HttpContext context, string number, IFilingReview review) =>
            StepAsync(context, number, (clerk, form) => review.RefuseAsync(number, clerk, form["reason"].ToString(), CancellationToken.None)));
    }

    private static async Task<IResult> StepAsync(HttpContext context, string number, Func<string, IFormCollection, Task<ReviewOutcome>> step)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!string.IsNullOrEmpty(form["until"]) && Day(form["until"]) is null)
        {
            return await ShowAsync(context, number, "日期要写成 2027-01-31 这样。", form["reason"].ToString());
        }

        var outcome = await step(context.User.Identity!.Name!, form);
        return outcome.Problem is { } problem
            ? await ShowAsync(context, number, problem.Text, form["reason"].ToString()) : TypedResults.LocalRedirect($"/hotline/filings/{Uri.EscapeDataString(number)}");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string number, string? problem, string reason)
    {
        if (await Get<IFilingReview>(context).FindAsync(number, context.RequestAborted) is not { } dossier)
        {
            return NotFound(context);
        }

        await LogAsync(context, AuditActions.FilingViewed, $"filing/{dossier.Filing.Number}");
        var steps = StepForms.Write(dossier, HotlinePage.Token(context, Get<IAntiforgery>(context)), reason);
        return HotlinePage.Show(
            context, $"备案 {dossier.Filing.Number}", FilingPage.Write(dossier, Get<FilingWords>(context), steps, problem),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>
    /// A photo is shown, in a sandbox; anything else is saved: a browser's PDF reader does not work in a sandbox, and a
    /// stranger's PDF is not shown without one.
    /// </summary>
    private static async Task<IResult> AttachmentAsync(HttpContext context, string number, string attachment, IFilingReview review)
    {
        if (await review.OpenAsync(number, attachment, context.RequestAborted) is not { } file)
        {
            return NotFound(context);
        }

        await LogAsync(context, AuditActions.AttachmentViewed, $"filing/{number}/attachment/{attachment}");
        var photo = file.ContentType is "image/jpeg" or "image/png" or "image/webp";
        HotlinePage.Protect(context.Response.Headers, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
        var disposition = new ContentDispositionHeaderValue(photo ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(file.Content, photo || file.ContentType == "application/pdf" ? file.ContentType : "application/octet-stream");
    }

    private static IResult NotFound(HttpContext context) =>
        HotlinePage.Show(context, "没有找到", Html.Of($"""<p class="card">没有这件备案或这份文件。<a href="/hotline/filings">回到待审核</a></p>"""), StatusCodes.Status404NotFound);

    private static Task LogAsync(HttpContext context, string action, string entity) =>
        Get<IAuditLog>(context).AppendAsync(new AuditEntry($"staff/{context.User.Identity!.Name}", action, entity), CancellationToken.None);

    private static T Get<T>(HttpContext context)
        where T : notnull => (T)context.RequestServices.GetService(typeof(T))!;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
