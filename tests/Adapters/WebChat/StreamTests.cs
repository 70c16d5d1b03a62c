using System.Net;
using System.Net.WebSockets;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

public sealed class StreamTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheStreamBeginsWithTheGreetingAndEchoesWhatIsSaid()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var socket = await person.OpenAsync();

        await person.SayAsync("你好", "client-1");

        var heard = await socket.UntilAsync("听到：你好");
        Assert.Equal([EchoBot.Greeting, "你好", "听到：你好"], heard.Select(activity => (string)activity["text"]!));
        Assert.Equal("client-1", (string?)heard[1]["channelData"]!["clientActivityID"]);
        Assert.DoesNotContain(heard, activity => (string?)activity["type"] == "conversationUpdate");
        Assert.Equal("3", socket.Watermark);
    }

    [Fact]
    public async Task EmptyFramesArePingsAndOtherFramesAreDropped()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var socket = await person.OpenAsync();

        await socket.PingAsync();
        await socket.Raw.SendAsync(new byte[100_000], WebSocketMessageType.Binary, endOfMessage: true, default);
        await socket.PingAsync();
        await person.SayAsync("还在");

        Assert.Equal(3, (await socket.UntilAsync("听到：还在")).Count);
    }

    [Fact]
    public async Task TypingGoesOverTheSocketOnly()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var socket = await person.OpenAsync();

        await person.SayAsync("输入");
        await person.PostAsync(new { type = "typing" });

        var heard = await socket.UntilAsync("查到了");
        Assert.Equal(["message", "message", "message", "typing", "message"], heard.Select(activity => (string?)activity["type"]));
        Assert.Equal("bot", (string?)heard[3]["from"]!["role"]);
        Assert.Equal([EchoBot.Greeting, "输入", "正在查指南", "查到了"], await person.TextsAsync());
    }

    [Fact]
    public async Task AfterAKilledSocketNothingIsLostAndNothingComesTwice()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        var socket = await person.OpenAsync();
        var heard = await socket.UntilAsync(EchoBot.Greeting);

        for (var round = 0; round < 5; round++)
        {
            await person.SayAsync($"先{round}");
            heard.AddRange(await socket.UntilAsync($"听到：先{round}"));
            var watermark = socket.Watermark;
            socket.Kill();
            socket.Dispose();
            await person.SayAsync($"断{round}");
            await person.ReconnectAsync(watermark);
            socket = await person.OpenAsync();
            heard.AddRange(await socket.UntilAsync($"听到：断{round}"));
        }

        socket.Dispose();
        Assert.Equal(await person.TextsAsync(), heard.Select(activity => (string)activity["text"]!));
        Assert.Equal(21, heard.Select(activity => (string?)activity["id"]).Distinct().Count());
    }

    [Fact]
    public async Task WhatIsSaidWhileTheSocketOpensComesOnceAndInOrder()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:MessagesPerMinute", "10000"));
        using var person = await host.PersonAsync();
        var saying = Task.WhenAll(Enumerable.Range(0, 300).Select(number => person.SayAsync($"{number}")));

        using var socket = await person.OpenAsync();
        await saying;
        await person.SayAsync("完");

        var heard = await socket.UntilAsync("听到：完");
        Assert.Equal(Enumerable.Range(1, 603).Select(number => $"{person.Conversation}|{number:D7}"), heard.Select(activity => (string?)activity["id"]));
    }

    [Fact]
    public async Task OneConversationHasOneSocketAndTheOlderIsClosed()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var older = await person.OpenAsync();
        await older.UntilAsync(EchoBot.Greeting);
        await person.ReconnectAsync("1");

        using var newer = await person.OpenAsync();
        await person.SayAsync("你好");

        Assert.Null(await older.FrameAsync());
        Assert.Equal(2, (await newer.UntilAsync("听到：你好")).Count);
    }

    [Fact]
    public async Task AStreamTokenOpensOneSocketEvenAfterARestart()
    {
        var first = await WebChatHost.StartAsync(folder);
        using var person = await first.PersonAsync();
        using (await person.OpenAsync())
        {
        }

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync(person.StreamUrl));
        await first.DisposeAsync();
        await using var second = await WebChatHost.StartAsync(folder);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync(person.StreamUrl.Replace(first.Authority, second.Authority, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AStreamTokenLivesForAMinute()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();

        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync(person.StreamUrl));
    }

    [Fact]
    public async Task AStreamTokenOpensItsOwnConversationOnly()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var one = await host.PersonAsync();
        using var other = await host.PersonAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync(one.StreamUrl.Replace(one.Conversation, other.Conversation, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync($"{one.StreamUrl[..one.StreamUrl.IndexOf("t=", StringComparison.Ordinal)]}t={one.Token}"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync(one.StreamUrl[..one.StreamUrl.IndexOf('?', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task PagesOfOtherOriginsOpenNoSocket()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfOpeningAsync(person.StreamUrl, "https://evil.example"));
    }

    [Fact]
    public async Task AFullServerRefusesBeforeItAccepts()
    {
        await using var host = await WebChatHost.StartAsync(folder, settings: ("WebChat:MaxSockets", "1"));
        using var one = await host.PersonAsync();
        using var other = await host.PersonAsync();
        using var socket = await one.OpenAsync();
        await socket.UntilAsync(EchoBot.Greeting);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOfOpeningAsync(other.StreamUrl));
    }

    [Fact]
    public async Task AServerThatStopsSaysGoodbyeAndTheHistoryGoesOnAfterTheRestart()
    {
        var first = await WebChatHost.StartAsync(folder);
        using var person = await first.PersonAsync();
        using var socket = await person.OpenAsync();
        await socket.UntilAsync(EchoBot.Greeting);
        await person.SayAsync("一");
        await socket.UntilAsync("听到：一");

        var stopping = first.DisposeAsync();
        Assert.Null(await socket.FrameAsync());
        await stopping;

        await using var second = await WebChatHost.StartAsync(folder);
        using var again = new WebChatPerson(second.Client());
        again.Take(new() { ["conversationId"] = person.Conversation, ["token"] = person.Token });
        await again.ReconnectAsync("");
        using var reopened = await again.OpenAsync();
        Assert.Equal([EchoBot.Greeting, "一", "听到：一"], (await reopened.UntilAsync("听到：一")).Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task NoTokenStandsInTheLog()
    {
        await using var host = await WebChatHost.StartAsync(folder);
        using var person = await host.PersonAsync();
        using var socket = await person.OpenAsync();
        await person.UploadAsync("给您", ("a.jpg", Some.Jpeg));
        var url = (await socket.UntilAsync("听到：给您")).Single(activity => (string?)activity["text"] == "给您")["attachments"]![0]!["contentUrl"]!;
        await person.Http.GetAsync((string)url!);
        await StatusOfOpeningAsync(person.StreamUrl);

        string[] tokens = [person.Token, person.StreamUrl.Split("t=")[1], ((string)url!).Split("t=")[1]];
        Assert.NotEmpty(host.Log.Lines);
        Assert.All(tokens, token => Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token.Split('.')[2], StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("给您", StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> StatusOfOpeningAsync(string url, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), default));
        return socket.HttpStatusCode;
    }
}
