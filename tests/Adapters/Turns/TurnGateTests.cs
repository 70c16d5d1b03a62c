using PolicyBot.Adapters.Turns;

namespace PolicyBot.Tests.Adapters.Turns;

public sealed class TurnGateTests
{
    private readonly TurnGate gate = new();

    [Fact]
    public async Task TurnsOfOneConversationRunOneAtATimeInOrderOfArrival()
    {
        var order = new List<int>();
        var first = await gate.EnterAsync("a", default);
        var waiting = Enumerable.Range(0, 100).Select(RunAsync).ToArray();

        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 100), order);

        async Task RunAsync(int number)
        {
            using var turn = await gate.EnterAsync("a", default);
            order.Add(number); // a List: two at once would break it
            await Task.Yield();
        }
    }

    [Fact]
    public async Task ConversationsDoNotWaitForEachOther()
    {
        using var a = await gate.EnterAsync("a", default);

        using var b = await gate.EnterAsync("b", default);

        Assert.Equal(2, gate.Count);
    }

    [Fact]
    public async Task NothingIsKeptOfConversationsThatAreIdle()
    {
        for (var i = 0; i < 1000; i++)
        {
            (await gate.EnterAsync($"{i}", default)).Dispose();
        }

        Assert.Equal(0, gate.Count);
    }

    [Fact]
    public async Task WhoGivesUpWaitingLetsNobodyPassTheOneBefore()
    {
        using var cancelled = new CancellationTokenSource();
        var first = await gate.EnterAsync("a", default);
        var second = gate.EnterAsync("a", cancelled.Token);
        var third = gate.EnterAsync("a", default);

        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);

        first.Dispose();
        (await third).Dispose();
        Assert.Equal(0, gate.Count);
    }

    [Fact]
    public async Task AllWhoWaitMayGiveUp()
    {
        using var cancelled = new CancellationTokenSource();
        var first = await gate.EnterAsync("a", default);
        var waiting = Enumerable.Range(0, 10).Select(_ => gate.EnterAsync("a", cancelled.Token)).ToArray();

        await cancelled.CancelAsync();
        first.Dispose();

        foreach (var task in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }

        using var next = await gate.EnterAsync("a", default);
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public async Task LeavingTwiceIsLeavingOnce()
    {
        var first = await gate.EnterAsync("a", default);
        first.Dispose();
        using var second = await gate.EnterAsync("a", default);

        first.Dispose();

        Assert.False(gate.EnterAsync("a", default).IsCompleted);
    }
}
