using Microsoft.Bot.Builder;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.OurStorage;

/// <summary>Versions of items that are no IStoreItem; the official memory storage has none.</summary>
public sealed class PlainItemTests
{
    private readonly MemoryStorage _storage = new();
    private readonly ConversationState _state;
    private readonly IStatePropertyAccessor<string> _answer;

    public PlainItemTests()
    {
        _state = new ConversationState(_storage);
        _answer = _state.CreateProperty<string>("answer");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_state_of_the_slower_of_two_turns_is_refused(bool anythingBefore)
    {
        if (anythingBefore)
        {
            await SaveAsync("零");
        }

        await InTurnAsync(async slow =>
        {
            await _answer.SetAsync(slow, "慢");
            await SaveAsync("快");

            var conflict = await Assert.ThrowsAsync<ArgumentException>(() => _state.SaveChangesAsync(slow));
            Assert.StartsWith("Etag conflict", conflict.Message, StringComparison.Ordinal);
        });

        await InTurnAsync(async turn => Assert.Equal("快", await _answer.GetAsync(turn)));
    }

    [Fact]
    public async Task A_stale_object_is_refused_and_a_fresh_one_can_be_written_again_and_again()
    {
        await WriteAsync(new Profile { Name = "零" });
        var slow = await ReadAsync();
        var fast = await ReadAsync();
        fast.Name = "一";
        await WriteAsync(fast);
        fast.Name = "二";
        await WriteAsync(fast);

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(slow));

        Assert.Equal("二", (await ReadAsync()).Name);
    }

    [Fact]
    public async Task An_object_that_was_never_read_overwrites()
    {
        await WriteAsync(new Profile { Name = "一" });
        await WriteAsync(new Profile { Name = "二" });

        Assert.Equal("二", (await ReadAsync()).Name);
    }

    [Fact]
    public async Task A_stale_copy_does_not_bring_back_what_was_deleted()
    {
        await WriteAsync(new Profile());
        var copy = await ReadAsync();
        await _storage.DeleteAsync(["k"], CancellationToken.None);

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(copy));
    }

    [Fact]
    public async Task One_stale_item_keeps_the_whole_batch_from_being_written()
    {
        await WriteAsync(new Profile());
        var stale = await ReadAsync();
        await WriteAsync(new Profile());

        await Assert.ThrowsAsync<ArgumentException>(() => _storage.WriteAsync(new Dictionary<string, object> { ["other"] = new Profile(), ["k"] = stale }, CancellationToken.None));

        Assert.Empty(await _storage.ReadAsync(["other"], CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_turns_at_once_no_change_is_lost()
    {
        const int Turns = 200;
        var count = _state.CreateProperty<int>("count");
        await Parallel.ForAsync(0, Turns, async (_, _) =>
        {
            while (!await TryAddAsync())
            {
                // Another turn was faster.
            }
        });

        await InTurnAsync(async turn => Assert.Equal(Turns, await count.GetAsync(turn)));

        async Task<bool> TryAddAsync()
        {
            try
            {
                await InTurnAsync(async turn =>
                {
                    await count.SetAsync(turn, await count.GetAsync(turn, () => 0) + 1);
                    await _state.SaveChangesAsync(turn);
                });
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    private static Task InTurnAsync(Func<ITurnContext, Task> work) => new CollectingAdapter().RunAsync(CollectingAdapter.Message(), (turn, _) => work(turn));

    private Task SaveAsync(string answer) => InTurnAsync(async turn =>
    {
        await _answer.SetAsync(turn, answer);
        await _state.SaveChangesAsync(turn);
    });

    private Task WriteAsync(object item) => _storage.WriteAsync(new Dictionary<string, object> { ["k"] = item }, CancellationToken.None);

    private async Task<Profile> ReadAsync() => (Profile)(await _storage.ReadAsync(["k"], CancellationToken.None))["k"];
}
