using System.Net;
using System.Net.Http.Json;
using Newtonsoft.Json.Linq;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

public sealed class ConversationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AConversationBeginsWith201AndTheBotGreets()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var client = host.Client();
        var token = await WebChatPerson.JsonAsync(await client.PostAsync("/webchat/token", null));
        using var person = new WebChatPerson(client);
        person.Take(token);

        var response = await client.PostAsJsonAsync("/v3/directline/conversations", new { locale = "zh-CN" });

        var pass = await WebChatPerson.JsonAsync(response);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal((string?)token["conversationId"], (string?)pass["conversationId"]);
        Assert.Equal(1800, (int)pass["expires_in"]!);
        Assert.StartsWith($"ws://{host.Address.Authority}/v3/directline/conversations/{person.Conversation}/stream?", (string?)pass["streamUrl"]);
        Assert.Equal([EchoBot.Greeting], await person.TextsAsync());
    }

    [Fact]
    public async Task BeginningTwiceGreetsOnce()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        await person.Http.PostAsync("/v3/directline/conversations", null);

        Assert.Equal([EchoBot.Greeting], await person.TextsAsync());
    }

    [Fact]
    public async Task WhatAPersonSaysIsStoredWithTheAnswer()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var response = await person.SayAsync("你好", "client-1");

        var said = (await person.ReadAsync())["activities"]!;
        Assert.Equal($"{person.Conversation}|0000002", (string?)(await WebChatPerson.JsonAsync(response))["id"]);
        Assert.Equal([EchoBot.Greeting, "你好", "听到：你好"], said.Select(activity => (string?)activity["text"]));
        Assert.Equal([$"{person.Conversation}|0000001", $"{person.Conversation}|0000002", $"{person.Conversation}|0000003"], said.Select(activity => (string?)activity["id"]));
        Assert.Equal("client-1", (string?)said[1]!["channelData"]!["clientActivityID"]);
        Assert.Equal("user", (string?)said[1]!["from"]!["role"]);
        Assert.Equal("bot", (string?)said[2]!["from"]!["role"]);
        Assert.Equal((string?)said[1]!["id"], (string?)said[2]!["replyToId"]);
        Assert.NotNull(said[1]!["timestamp"]);
    }

    [Fact]
    public async Task OneSpeaksAsTheUserOfTheTokenOnly()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        await person.PostAsync(new { type = "message", id = "x", text = "我是谁", from = new { id = "dl_victim", role = "bot" }, conversation = new { id = "other" }, recipient = new { id = "dl_other" } });

        var said = (await person.ReadAsync())["activities"]![1]!;
        Assert.StartsWith("dl_", (string?)said["from"]!["id"]);
        Assert.NotEqual("dl_victim", (string?)said["from"]!["id"]);
        Assert.Equal("user", (string?)said["from"]!["role"]);
        Assert.Equal(person.Conversation, (string?)said["conversation"]!["id"]);
    }

    [Fact]
    public async Task TheWatermarkGivesWhatCameAfterIt()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var first = await person.ReadAsync();
        await person.SayAsync("一");

        var second = await person.ReadAsync((string)first["watermark"]!);
        var third = await person.ReadAsync((string)second["watermark"]!);

        Assert.Equal("1", (string?)first["watermark"]);
        Assert.Equal(["一", "听到：一"], WebChatPerson.Texts(second));
        Assert.Equal("3", (string?)second["watermark"]);
        Assert.Empty(third["activities"]!);
        Assert.Equal("3", (string?)third["watermark"]);
    }

    [Fact]
    public async Task NoTwoTimeStampsAreEqualThoughTheClockStandsStill()
    {
        await using var host = await WebChatHost.StartAsync(folder, new ManualClock(Some.Morning));
        using var person = await host.PersonAsync();
        await person.SayAsync("输入");
        await person.SayAsync("再来");

        var stamps = (await person.ReadAsync())["activities"]!.Select(activity => (DateTime)activity["timestamp"]!).ToArray();

        Assert.Equal(6, stamps.Length);
        Assert.Equal(stamps.Order(), stamps);
        Assert.Equal(6, stamps.Distinct().Count());
    }

    [Theory]
    [InlineData("999")]
    [InlineData("-1")]
    [InlineData("' OR 1=1")]
    public async Task AnImpossibleWatermarkHidesNothingToCome(string watermark)
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var page = await person.ReadAsync(Uri.EscapeDataString(watermark));
        await person.SayAsync("一");

        Assert.EndsWith("听到：一", WebChatPerson.Texts(await person.ReadAsync((string)page["watermark"]!))[^1]);
    }

    [Fact]
    public async Task TheSameMessageSentAgainIsOneMessage()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var ids = new List<string?>();
        foreach (var response in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => person.SayAsync("确认", "same"))))
        {
            ids.Add((string?)(await WebChatPerson.JsonAsync(response))["id"]);
        }

        Assert.Single(ids.Distinct());
        Assert.Single(host.Bot.Heard);
        Assert.Equal([EchoBot.Greeting, "确认", "听到：确认"], await person.TextsAsync());
    }

    [Fact]
    public async Task TheSameMessageIsKnownAfterARestart()
    {
        var first = await WebChatHost.StartAsync(folder);
        using var person = await first.PersonAsync();
        await person.SayAsync("确认", "same");
        await first.DisposeAsync();
        await using var second = await WebChatHost.StartAsync(folder);
        using var again = new WebChatPerson(second.Client());
        again.Take(new JObject { ["conversationId"] = person.Conversation, ["token"] = person.Token });

        await again.SayAsync("确认", "same");
        await again.SayAsync("还在");

        Assert.Equal(["还在"], second.Bot.Heard);
        Assert.Equal([EchoBot.Greeting, "确认", "听到：确认", "还在", "听到：还在"], await again.TextsAsync());
    }

    [Fact]
    public async Task FiftyMessagesAtOnceAreHeardOneByOneInTheOrderOfTheHistory()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => person.SayAsync($"{number}")));

        var said = (await person.TextsAsync()).Skip(1).ToArray();
        Assert.Equal(1, host.Bot.MostAtOnce);
        Assert.Equal(50, host.Bot.Heard.Distinct().Count());
        Assert.Equal(host.Bot.Heard.SelectMany(text => new[] { text, $"听到：{text}" }), said);
    }

    [Fact]
    public async Task ABotThatThrowsApologisesAndNothingIsLost()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var response = await person.SayAsync("出错");
        await person.SayAsync("再来");

        var texts = await person.TextsAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("出错", texts[1]);
        Assert.StartsWith("抱歉，系统出了点问题", texts[2]);
        Assert.Equal("听到：再来", texts[4]);
        Assert.Contains(host.Log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("320509195603082121", StringComparison.Ordinal) || line.Contains("出错", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABotThatCannotEvenApologiseIs502AndTheMessageMayBeSentAgain()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var adapter = host.Adapter;
        adapter.OnTurnError = (_, _) => throw new InvalidOperationException();

        var response = await person.SayAsync("出错", "same");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("BotError", await WebChatPerson.CodeAsync(response));
        Assert.Equal([EchoBot.Greeting], await person.TextsAsync());
        adapter.OnTurnError = null;
        await person.SayAsync("好了", "same");
        Assert.Equal("听到：好了", (await person.TextsAsync())[^1]);
    }

    [Fact]
    public async Task ABotThatTakesTooLongIs502AndItsAnswerStillComes()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        using var socket = await person.OpenAsync();
        var posting = person.SayAsync("慢", "same");
        await host.Bot.Waiting.Task;

        clock.Advance(TimeSpan.FromSeconds(16));
        var response = await posting;
        var again = person.SayAsync("慢", "same");
        host.Bot.Patience.SetResult();

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("BotTimeout", await WebChatPerson.CodeAsync(response));
        Assert.Equal([EchoBot.Greeting, "慢", "久等了"], (await socket.UntilAsync("久等了")).Select(activity => (string?)activity["text"]));
        Assert.Equal(HttpStatusCode.OK, (await again).StatusCode);
        Assert.Single(host.Bot.Heard);
    }

    [Fact]
    public async Task ATurnThatNeverEndsIsCancelledAndThePersonIsTold()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        using var socket = await person.OpenAsync();
        var posting = person.SayAsync("慢");
        await host.Bot.Waiting.Task;

        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.BadGateway, (await posting).StatusCode);
        Assert.NotNull(await socket.UntilAsync("抱歉，系统出了点问题，刚才这句话没有处理好。您之前说的都还在，请再发一次。"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"conversationUpdate\"}")]
    [InlineData("{\"type\":\"invoke\"}")]
    [InlineData("{\"type\":\"endOfConversation\"}")]
    public async Task WhatIsNoMessageIsRefused(string body)
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var response = await person.Http.PostAsync($"{person.Path}/activities", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadArgument", await WebChatPerson.CodeAsync(response));
    }

    [Fact]
    public async Task BodiesDeepEnoughToBreakAParserAreRefused()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var deep = string.Concat(Enumerable.Repeat("[", 20_000)) + string.Concat(Enumerable.Repeat("]", 20_000));

        var response = await person.Http.PostAsync($"{person.Path}/activities", new StringContent($$"""{"type":"message","value":{{deep}}}"""));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(10_000, HttpStatusCode.OK)]
    [InlineData(20_000, HttpStatusCode.OK)]
    [InlineData(20_001, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(2_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task ALongTextReachesTheBotWholeAndATooLongOneIsRefusedInWords(int length, HttpStatusCode expected)
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        var response = await person.SayAsync(new string('医', length));

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? null : "TextTooLong", await WebChatPerson.CodeAsync(response));
        Assert.All(host.Bot.Heard, text => Assert.Equal(length, text.Length));
        Assert.Equal(HttpStatusCode.OK, (await person.SayAsync("还在")).StatusCode);
    }

    [Fact]
    public async Task LinksOfTheClientsChoosingDoNotReachTheBot()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        await person.PostAsync(new { type = "message", text = "看", attachments = new[] { new { contentType = "image/png", contentUrl = "http://169.254.169.254/" } }, channelData = new { refusedUploads = new[] { new { name = "x", reason = "Empty" } } } });

        Assert.Equal([EchoBot.Greeting, "看", "听到：看"], await person.TextsAsync());
    }

    [Fact]
    public async Task OneConversationMaySpeakSoOftenAMinute()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:MessagesPerMinute", "2"));
        using var person = await host.PersonAsync();
        using var other = await host.PersonAsync();
        await person.SayAsync("一");
        await person.SayAsync("二");

        var response = await person.SayAsync("三");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("TooManyRequests", await WebChatPerson.CodeAsync(response));
        Assert.Equal(HttpStatusCode.OK, (await other.SayAsync("一")).StatusCode);
    }

    [Fact]
    public async Task ThereIsNoSessionIdForSignIn()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await person.Http.GetAsync("/v3/directline/session/getsessionid")).StatusCode);
    }

    [Fact]
    public async Task ARemindersTurnRunsBetweenThePersonsTurns()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var reference = new Microsoft.Bot.Schema.ConversationReference
        {
            ChannelId = "webchat",
            Bot = new("policybot", "助手"),
            User = new("dl_x"),
            Conversation = new(id: person.Conversation),
        };

        await host.Adapter.ContinueConversationAsync("policybot", reference, async (turn, cancellation) => await turn.SendActivityAsync("您的备案已通过", cancellationToken: cancellation), default);

        Assert.Equal([EchoBot.Greeting, "您的备案已通过"], await person.TextsAsync());
        reference.Conversation.Id = "none";
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Adapter.ContinueConversationAsync("policybot", reference, (_, _) => Task.CompletedTask, default));
    }

    [Fact]
    public async Task PagesOfConfiguredOriginsMayTalkToUsAndNoOthers()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:Origins:0", "https://ybj.example.gov.cn"));
        using var person = await host.PersonAsync();

        var allowed = await Preflight("https://ybj.example.gov.cn");
        var refused = await Preflight("https://evil.example");
        using var read = new HttpRequestMessage(HttpMethod.Get, $"{person.Path}/activities");
        read.Headers.Add("Origin", "https://evil.example");

        Assert.Equal("https://ybj.example.gov.cn", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("x-ms-bot-agent", string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Http.SendAsync(read)).StatusCode);

        async Task<HttpResponseMessage> Preflight(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, $"{person.Path}/activities");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
            return await person.Http.SendAsync(request);
        }
    }
}
