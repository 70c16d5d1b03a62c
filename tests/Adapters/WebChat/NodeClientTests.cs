using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.WebChat;

/// <summary>The official client cannot tell the difference.</summary>
public sealed class NodeClientTests(NodeClient client) : IClassFixture<NodeClient>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheUnmodifiedClientConnectsTalksUploadsAndReconnects()
    {
        await using var host = await WebChatHost.StartAsync(folder);

        var saw = await client.RunAsync(host.Address, "talk");

        Assert.EndsWith("|0000002", (string?)saw["id"]);
        Assert.Contains("医院开了转诊证明", saw["choices"]!.Values<string>());
        Assert.StartsWith("收到：居住证.jpg", (string?)saw["received"]);
        Assert.Equal(Some.Jpeg.Length, (int)saw["uploaded"]!);
        Assert.Equal(2, (int)saw["sockets"]!);
        Assert.True((bool)saw["tokenChanged"]!);
        Assert.True((bool)saw["typing"]!);
        Assert.Equal(
            [EchoBot.Greeting, "你好", "听到：你好", "选择", "您去外地的原因是什么？", "输入", "正在查指南", "查到了", "附件", (string?)saw["received"], "听到：附件", "断线时", "听到：断线时"],
            saw["texts"]!.Values<string>());
        Assert.Equal(13, saw["ids"]!.Values<string>().Distinct().Count());
        Assert.Equal(saw["ids"]!.Values<string>(), saw["resumed"]!.Values<string>());
    }

    [Fact]
    public async Task TheUnmodifiedClientSeesAnExpiredToken()
    {
        var clock = new ManualClock(Some.Morning);
        await using var host = await WebChatHost.StartAsync(folder, clock);
        using var person = await host.PersonAsync();
        clock.Advance(TimeSpan.FromHours(1));

        var saw = await client.RunAsync(host.Address, person.Token);

        Assert.Equal([0, 1, 4], saw["statuses"]!.Values<int>());
    }
}
