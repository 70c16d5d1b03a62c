using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Builder;

/// <summary>What compat/README.md promises to a storage that keeps its version in the state.</summary>
public sealed class StorageWithVersionsTests
{
    private readonly ConversationState _state = new(new VersioningStorage());
    private readonly IStatePropertyAccessor<string> _answer;

    public StorageWithVersionsTests()
    {
        _answer = _state.CreateProperty<string>("answer");
    }

    [Fact]
    public async Task A_version_that_storage_puts_into_the_state_comes_back_with_it()
    {
        foreach (var answer in new[] { "一", "二", "三" })
        {
            await InTurnAsync(async turn =>
            {
                await _answer.SetAsync(turn, answer);
                await _state.SaveChangesAsync(turn);
            });
        }

        await InTurnAsync(async turn => Assert.Equal("三", await _answer.GetAsync(turn)));
    }

    [Fact]
    public async Task Two_saves_in_one_turn_do_not_conflict()
    {
        await InTurnAsync(async turn =>
        {
            await _answer.SetAsync(turn, "一");
            await _state.SaveChangesAsync(turn);
            await _answer.SetAsync(turn, "二");
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn => Assert.Equal("二", await _answer.GetAsync(turn)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_slower_of_two_turns_is_refused(bool anythingBefore)
    {
        if (anythingBefore)
        {
            await InTurnAsync(async turn =>
            {
                await _answer.SetAsync(turn, "零");
                await _state.SaveChangesAsync(turn);
            });
        }

        await InTurnAsync(async slow =>
        {
            await _answer.SetAsync(slow, "慢");
            await InTurnAsync(async fast =>
            {
                await _answer.SetAsync(fast, "快");
                await _state.SaveChangesAsync(fast);
            });

            await Assert.ThrowsAsync<InvalidOperationException>(() => _state.SaveChangesAsync(slow));
        });

        await InTurnAsync(async turn => Assert.Equal("快", await _answer.GetAsync(turn)));
    }

    [Fact]
    public async Task A_version_alone_is_no_change()
    {
        await InTurnAsync(async turn =>
        {
            await _answer.SetAsync(turn, "一");
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async slow =>
        {
            await _answer.GetAsync(slow);
            await InTurnAsync(async fast =>
            {
                await _answer.SetAsync(fast, "二");
                await _state.SaveChangesAsync(fast);
            });

            await _state.SaveChangesAsync(slow);
        });
    }

    [Fact]
    public async Task A_state_that_is_cleared_overwrites()
    {
        await InTurnAsync(async turn =>
        {
            await _answer.SetAsync(turn, "一");
            await _state.SaveChangesAsync(turn);
            await _state.ClearStateAsync(turn);
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn => Assert.Null(await _answer.GetAsync(turn)));
    }

    [Fact]
    public async Task A_stack_of_dialogs_survives_json()
    {
        var stack = _state.CreateProperty<DialogState>("dialogs");
        await InTurnAsync(async turn =>
        {
            var state = await stack.GetAsync(turn, () => new DialogState());
            state.DialogStack.Add(new DialogInstance { Id = "d", Version = "1", State = new Dictionary<string, object> { ["dialogs"] = new DialogState([new DialogInstance { Id = "inner" }]) } });
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn =>
        {
            var instance = Assert.Single((await stack.GetAsync(turn)).DialogStack);
            Assert.Equal(("d", "1"), (instance.Id, instance.Version));
            Assert.Equal("inner", Assert.IsType<DialogState>(instance.State["dialogs"]).DialogStack[0].Id);
        });
    }

    private static Task InTurnAsync(Func<ITurnContext, Task> work) => new CollectingAdapter().RunAsync(CollectingAdapter.Message(), (turn, _) => work(turn));
}
