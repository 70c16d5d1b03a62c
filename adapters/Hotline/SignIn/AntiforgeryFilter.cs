using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using PolicyBot.Adapters.Hotline.Pages;

namespace PolicyBot.Adapters.Hotline.SignIn;

/// <summary>Every POST below /hotline carries the token of the page that it was sent from, or is answered 400.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
        {
            return HotlinePage.Show(
                http, "页面已失效", Html.Of($"""<p class="card">这一页放得太久了，没有执行。请<a href="/hotline/filings">重新打开</a>再做一次。</p>"""), StatusCodes.Status400BadRequest);
        }

        return await next(context);
    }
}
