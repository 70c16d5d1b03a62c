using System.Net;
using Dapper;
using PolicyBot.Adapters.Hotline.Staff;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Hotline;

public sealed class ClerkPagesTests : IAsyncLifetime
{
    private HotlineHost host = null!;

    public async Task InitializeAsync() => host = await HotlineHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task AClerkGoesThroughAFilingAndEveryLookAndStepIsInTheAuditLog()
    {
        using var clerk = await host.SignedInAsync("wang", StaffRoles.Clerk);
        var number = await host.FileAsync();
        var page = $"/hotline/filings/{number}";
        var queue = await clerk.GetStringAsync("/hotline/filings");
        Assert.Contains(number, queue, StringComparison.Ordinal);
        Assert.Contains("张**", queue, StringComparison.Ordinal);

        await DoneAsync(HotlineHost.PostAsync(clerk, page, page + "/take"));
        var attachment = (await host.Review.FindAsync(number, default))!.Documents[0].Attachment;
        using (var file = await clerk.GetAsync($"{page}/attachments/{attachment}"))
        {
            Assert.Equal(Some.Jpeg, await file.Content.ReadAsByteArrayAsync());
            Assert.Equal("inline", file.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
            Assert.EndsWith("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        await DoneAsync(HotlineHost.PostAsync(clerk, page, page + "/refuse", ("reason", "参保状态不正常。")));
        var text = await clerk.GetStringAsync(page);
        Assert.Contains("参保状态不正常。", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.IdNumber, text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三丰", text, StringComparison.Ordinal);
        await using var connection = await host.Bot.OpenAsync(default);
        Assert.Equal(
            ["staff.signed-in", "filing.viewed", "filing.taken", "filing.attachment-viewed", "filing.viewed", "filing.refused", "filing.viewed"],
            await connection.QueryAsync<string>("SELECT action FROM audit_log WHERE actor = 'staff/wang' ORDER BY sequence"));
        Assert.Null((await host.Audit.VerifyAsync(default)).Broken);
    }

    [Fact]
    public async Task AStepThatIsDeclinedSaysTheServicesReasonAndKeepsWhatWasTyped()
    {
        using var clerk = await host.SignedInAsync("wang", StaffRoles.Clerk);
        var page = $"/hotline/filings/{await host.FileAsync()}";
        using (var early = await HotlineHost.PostAsync(clerk, page, page + "/approve"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
            Assert.Contains("请先受理", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await DoneAsync(HotlineHost.PostAsync(clerk, page, page + "/take"));
        using var back = await HotlineHost.PostAsync(clerk, page, page + "/return", ("reason", "看不清，请重拍"));
        var text = await back.Content.ReadAsStringAsync();
        Assert.Contains("请选择要补交哪些材料", text, StringComparison.Ordinal);
        Assert.Contains("看不清，请重拍</textarea>", text, StringComparison.Ordinal);
        using var day = await HotlineHost.PostAsync(clerk, page, page + "/approve", ("until", "明年"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, day.StatusCode);
    }

    [Fact]
    public async Task WhatPeopleWriteIsNeverMarkup()
    {
        const string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        using var clerk = await host.SignedInAsync("wang", StaffRoles.Clerk);
        var page = $"/hotline/filings/{await host.FileAsync()}";
        await DoneAsync(HotlineHost.PostAsync(clerk, page, page + "/take"));
        using (var declined = await HotlineHost.PostAsync(clerk, page, page + "/return", ("reason", evil)))
        {
            AssertEncoded(await declined.Content.ReadAsStringAsync());
        }

        await DoneAsync(HotlineHost.PostAsync(clerk, page, page + "/refuse", ("reason", evil)));
        AssertEncoded(await clerk.GetStringAsync(page));
        using var client = host.Client();
        Assert.DoesNotContain("<img", await client.GetStringAsync("/hotline/sign-in?to=" + Uri.EscapeDataString(evil)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotThereIs404()
    {
        using var clerk = await host.SignedInAsync("wang", StaffRoles.Clerk);
        using var filing = await clerk.GetAsync("/hotline/filings/320509-20261201-0000000");
        using var file = await clerk.GetAsync($"/hotline/filings/{await host.FileAsync()}/attachments/{Some.Key()}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (filing.StatusCode, file.StatusCode));
    }

    private static void AssertEncoded(string page)
    {
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> step)
    {
        using var answer = await step;
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }
}
