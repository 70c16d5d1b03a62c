using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>Filings of real policies over months, as a stranger to our code meets the service: HTTP, JSON, and the clerk.</summary>
public sealed class YearOfAFilingTests : ServiceOverMonths
{
    private const string SixMonths = "6个月内不得取消备案";
    private const string Fifteen = "未在15日内补齐有效证明材料";

    [Fact]
    public async Task AYearOfAWujiangFilingThatBeganWithACommitmentLetter()
    {
        var number = await FileAsync(await LetterAsync());
        var filing = await FindAsync(number);
        Assert.Equal(("submitted", "2026-12-15"), (Text(filing, "state"), Text(filing, "validUntil")));
        Assert.Equal("residence-proof", (string)filing["missing"]!.AsArray().Single()!["requirement"]!);
        Assert.Equal("2026-12-03", Text(filing, "reviewBy"));

        MoveTo(2026, 12, 2);
        Assert.Equal(number, Assert.Single(await Host.Review.QueueAsync(10, default)).Number);
        await DoneAsync(Host.Review.TakeAsync(number, Clerk, default));
        await DoneAsync(Host.Review.ReturnAsync(number, Clerk, "请把居住证的两面都拍下来。", ["residence-proof"], default));
        filing = await FindAsync(number);
        Assert.Equal("returned", Text(filing, "state"));
        Assert.Equal("请把居住证的两面都拍下来。", Text(filing["history"]!.AsArray()[^1]!, "note"));
        Assert.Empty(await Host.Review.QueueAsync(10, default));

        MoveTo(2026, 12, 4);
        using (var supplemented = await SupplementAsync(number))
        {
            Assert.Equal("submitted", Text(await JsonAsync(supplemented), "state"));
        }

        await ApproveAsync(number);
        filing = await FindAsync(number);
        Assert.Equal("active", Text(filing, "state"));
        Assert.Null(filing["validUntil"]);
        Assert.False((bool)filing["commitment"]!);
        Assert.Contains("认定材料有效期保持一致", Text(filing["validity"]!["cite"]!, "quote"), StringComparison.Ordinal);
        Assert.Equal(
            ["submitted", "taken", "returned", "supplemented", "taken", "approved", "started"],
            filing["history"]!.AsArray().Select(step => Text(step!, "kind")));

        MoveTo(2027, 2, 15);
        var cancel = Action(await FindAsync(number), "cancel");
        Assert.Equal((false, "2027-06-01"), ((bool)cancel["allowed"]!, Text(cancel, "from")));
        using (var tooEarly = await PostAsync(number, "cancellation", Some.Key(), new FilingCancellation()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.StatusCode);
            var error = (await JsonAsync(tooEarly))["errors"]![0]!;
            Assert.Contains("2027-06-01", Text(error, "text"), StringComparison.Ordinal);
            Assert.Contains(SixMonths, Text(error["cite"]!, "quote"), StringComparison.Ordinal);
        }

        MoveTo(2027, 5, 31);
        using (var lastDay = await PostAsync(number, "cancellation", Some.Key(), new FilingCancellation()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, lastDay.StatusCode);
        }

        MoveTo(2027, 7, 1);
        var key = Some.Key();
        using (var cancelled = await PostAsync(number, "cancellation", key, new FilingCancellation("搬回吴江了，电话13800138000")))
        {
            filing = await JsonAsync(cancelled);
            Assert.Equal("cancelled", Text(filing, "state"));
            Assert.Contains(SixMonths, Text(filing["history"]!.AsArray()[^1]!["cite"]!, "quote"), StringComparison.Ordinal);
            Assert.DoesNotContain(Some.Phone, filing.ToJsonString(), StringComparison.Ordinal);
            Assert.True((bool)Action(filing, "renew")["allowed"]!);
        }

        using var again = await PostAsync(number, "cancellation", key, new FilingCancellation());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var otherKey = await PostAsync(number, "cancellation", Some.Key(), new FilingCancellation());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, otherKey.StatusCode);
    }

    [Fact]
    public async Task ALetterThatIsNotSupplementedLapsesOnDaySixteenAndBarsAnotherForThatPerson()
    {
        var number = await FileAsync(await LetterAsync());
        await ApproveAsync(number);
        MoveTo(2026, 12, 15);
        var filing = await FindAsync(number);
        Assert.Equal("active", Text(filing, "state"));
        Assert.Equal("2026-12-15", Text(Action(filing, "supplement"), "until"));

        MoveTo(2026, 12, 16);
        using (var tooLate = await SupplementAsync(number))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLate.StatusCode);
            Assert.Contains(Fifteen, Text((await JsonAsync(tooLate))["errors"]![0]!["cite"]!, "quote"), StringComparison.Ordinal);
        }

        // Before anybody has read the lapsed filing: the letter is barred all the same.
        using (var barred = await SubmitAsync(await LetterAsync()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, barred.StatusCode);
            var error = (await JsonAsync(barred))["errors"]![0]!;
            Assert.Equal("commitment", Text(error, "field"));
            Assert.Contains(Fifteen, Text(error["cite"]!, "quote"), StringComparison.Ordinal);
        }

        filing = await FindAsync(number);
        Assert.Equal("lapsed", Text(filing, "state"));
        Assert.Equal(new DateTimeOffset(2026, 12, 16, 0, 0, 0, TimeSpan.FromHours(8)), (DateTimeOffset)filing["history"]!.AsArray()[^1]!["at"]!);

        var other = await LetterAsync() with { Person = new Person("李四", Some.IdNumberOf(new DateOnly(1990, 1, 1), 7), Some.Phone) };
        using (var stranger = await SubmitAsync(other))
        {
            Assert.Equal(HttpStatusCode.Created, stranger.StatusCode);
        }

        using var whole = await SubmitAsync(await WholeAsync());
        Assert.Equal(HttpStatusCode.Created, whole.StatusCode);
        await using var connection = await Host.Filings.OpenAsync(default);
        var bar = Assert.Single(await connection.QueryAsync<(string Hash, string Number)>("SELECT person_hash, number FROM commitment_bars"));
        Assert.Equal(number, bar.Number);
        Assert.Matches("^[0-9a-f]{64}$", bar.Hash);
    }

    [Fact]
    public async Task TheSweepLetsFilingsStartExpireAndLapseWithoutAnybodyReadingThem()
    {
        var temporary = await TemporaryAsync() with { StartsOn = new DateOnly(2026, 12, 5) };
        var one = await FileAsync(temporary);
        await ApproveAsync(one);
        var letter = await FileAsync(await LetterAsync() with { Person = new Person("李四", Some.IdNumberOf(new DateOnly(1990, 1, 1), 7), Some.Phone) });
        Assert.Equal("Approved", await StateAsync(one));

        MoveTo(2026, 12, 5);
        Assert.Equal(1, await Host.Services.GetRequiredService<FilingRegister>().SweepAsync(default));
        Assert.Equal("Active", await StateAsync(one));
        MoveTo(2026, 12, 20);
        Assert.Equal(1, await Host.Services.GetRequiredService<FilingRegister>().SweepAsync(default));
        Assert.Equal("Lapsed", await StateAsync(letter));
        MoveTo(2027, 12, 4);
        Assert.Equal(0, await Host.Services.GetRequiredService<FilingRegister>().SweepAsync(default));
        MoveTo(2027, 12, 5);
        Assert.Equal(1, await Host.Services.GetRequiredService<FilingRegister>().SweepAsync(default));
        Assert.Equal("Expired", await StateAsync(one));

        var filing = await FindAsync(one);
        Assert.Contains("有效期1年", Text(filing["history"]!.AsArray()[^1]!["cite"]!, "quote"), StringComparison.Ordinal);
        Assert.True((bool)Action(filing, "renew")["allowed"]!);
        using var renewed = await SubmitAsync(temporary with { StartsOn = new DateOnly(2027, 12, 5), Documents = (await TemporaryAsync()).Documents });
        Assert.Equal(HttpStatusCode.Created, renewed.StatusCode);
        Assert.True((bool)(await JsonAsync(renewed))["holidaysUnknown"]!);
    }

    [Fact]
    public async Task AOneYearFilingIsCancelledAtAnyTimeAndWhatTheGuideDoesNotSayIsRefusedSayingSo()
    {
        var number = await FileAsync(await TemporaryAsync());
        await ApproveAsync(number);
        using var change = await PostAsync(number, "changes", Some.Key(), new FilingChange { CarePlace = "110000" });
        var refused = (await JsonAsync(change))["errors"]![0]!;
        Assert.Contains("指南没有写", Text(refused, "text"), StringComparison.Ordinal);
        Assert.Contains("可随时取消备案", Text(refused["cite"]!, "quote"), StringComparison.Ordinal);

        using var extension = await PostAsync(number, "extension", Some.Key(), new FilingExtension());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, extension.StatusCode);
        Assert.Contains("重新备案", Text((await JsonAsync(extension))["errors"]![0]!, "text"), StringComparison.Ordinal);

        using var phone = await PostAsync(number, "changes", Some.Key(), new FilingChange { Phone = "13900139001" });
        Assert.Equal("139****9001", Text(await JsonAsync(phone), "maskedPhone"));
        using var cancelled = await PostAsync(number, "cancellation", Some.Key(), new FilingCancellation());
        Assert.Equal("cancelled", Text(await JsonAsync(cancelled), "state"));
    }

    [Fact]
    public async Task ALetterIsNotTakenWhereItReplacesNothing()
    {
        using var answer = await SubmitAsync(await TemporaryAsync() with { Commitment = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("commitment", Text((await JsonAsync(answer))["errors"]![0]!, "field"));
    }

    [Fact]
    public async Task AJiangmenFilingIsNeitherCancelledNorExtendedOnlineBecauseItsGuideDoesNotSaySo()
    {
        var submission = Some.Submission() with
        {
            Policy = "jiangmen-medical", FilingType = "外出期间异地急病就医备案", InsuredPlace = "440703", CarePlace = "440100",
            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["reason"] = "emergency", ["careKind"] = "inpatient", ["stage"] = "in-hospital", ["filed"] = "false", ["tenDays"] = "within",
            },
            Documents =
            [
                new("emergency-form", "《江门市基本医疗保险非定点医疗机构就医申请表》", await Host.AttachAsync()), new("identity-card", "本人身份证", await Host.AttachAsync()),
                new("social-card", "社会保障卡", await Host.AttachAsync()), new("diagnosis", "本次急病或抢救住院疾病诊断证明书等资料", await Host.AttachAsync()),
            ],
        };
        var number = await FileAsync(submission);
        await ApproveAsync(number);
        var filing = await FindAsync(number);
        Assert.Equal("active", Text(filing, "state"));
        Assert.Null(filing["validUntil"]);
        foreach (var kind in new[] { "cancel", "extend", "change" })
        {
            var action = Action(filing, kind);
            Assert.False((bool)action["allowed"]!);
            Assert.Contains("指南没有写", Text(action, "text"), StringComparison.Ordinal);
            Assert.Contains("3272917", Text(action, "text"), StringComparison.Ordinal);
        }
    }
}
