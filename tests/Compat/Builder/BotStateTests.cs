using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Builder;

public sealed class BotStateTests
{
    private readonly CountingStorage _storage = new();
    private readonly UserState _state;
    private readonly IStatePropertyAccessor<Profile> _profile;

    public BotStateTests()
    {
        _state = new UserState(_storage);
        _profile = _state.CreateProperty<Profile>("profile");
    }

    [Fact]
    public async Task A_state_is_read_once_a_turn()
    {
        await InTurnAsync(async turn =>
        {
            await _profile.GetAsync(turn, () => new Profile());
            await _state.CreateProperty<string>("other").GetAsync(turn);
            await _state.LoadAsync(turn);
            Assert.Equal(1, _storage.Reads);

            await _state.LoadAsync(turn, force: true);
            Assert.Equal(2, _storage.Reads);
        });
    }

    [Fact]
    public async Task A_state_that_did_not_change_is_not_written()
    {
        await InTurnAsync(async turn =>
        {
            await _profile.GetAsync(turn);
            await _state.SaveChangesAsync(turn);
        });

        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public async Task A_state_that_was_not_loaded_is_not_written()
    {
        await InTurnAsync(turn => _state.SaveChangesAsync(turn, force: true));

        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public async Task A_change_deep_inside_is_written_once()
    {
        await SaveAsync(new Profile { Name = "老王" });

        await InTurnAsync(async turn =>
        {
            (await _profile.GetAsync(turn)).Places.Add("吴江");
            await _state.SaveChangesAsync(turn);
            await _state.SaveChangesAsync(turn);
        });

        Assert.Equal(2, _storage.Writes);
        await InTurnAsync(async turn => Assert.Equal(["吴江"], (await _profile.GetAsync(turn)).Places));
    }

    [Fact]
    public async Task Saving_twice_in_a_turn_writes_both_changes()
    {
        await SaveAsync(new Profile { Name = "老王" });

        await InTurnAsync(async turn =>
        {
            var profile = await _profile.GetAsync(turn);
            profile.Age = 60;
            await _state.SaveChangesAsync(turn);
            profile.Age = 61;
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn => Assert.Equal(61, (await _profile.GetAsync(turn)).Age));
    }

    [Fact]
    public async Task Force_writes_what_did_not_change()
    {
        await InTurnAsync(async turn =>
        {
            await _state.LoadAsync(turn);
            await _state.SaveChangesAsync(turn, force: true);
        });

        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public async Task What_is_missing_is_made_by_the_factory_and_kept()
    {
        await InTurnAsync(async turn =>
        {
            var made = await _profile.GetAsync(turn, () => new Profile { Name = "new" });
            Assert.Same(made, await _profile.GetAsync(turn, () => throw new InvalidOperationException()));
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn => Assert.Equal("new", (await _profile.GetAsync(turn)).Name));
    }

    [Fact]
    public async Task What_is_missing_without_a_factory_is_the_default()
    {
        await InTurnAsync(async turn =>
        {
            Assert.Null(await _profile.GetAsync(turn));
            Assert.Equal(0, await _state.CreateProperty<int>("count").GetAsync(turn));
            Assert.Equal(3, await _state.CreateProperty<int>("count").GetAsync(turn, () => 3));
        });
    }

    [Fact]
    public async Task A_property_that_is_deleted_is_gone()
    {
        await SaveAsync(new Profile());

        await InTurnAsync(async turn =>
        {
            await _profile.DeleteAsync(turn);
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn => Assert.Null(await _profile.GetAsync(turn)));
    }

    [Fact]
    public async Task Values_come_back_as_their_types()
    {
        await InTurnAsync(async turn =>
        {
            await _state.CreateProperty<int>("number").SetAsync(turn, 7);
            await _state.CreateProperty<string>("text").SetAsync(turn, "2026-11-21T08:00:00Z");
            await _state.CreateProperty<DateTimeOffset>("time").SetAsync(turn, DateTimeOffset.UnixEpoch);
            await _state.CreateProperty<JObject>("json").SetAsync(turn, JObject.Parse("""{"a":[1]}"""));
            await _state.CreateProperty<decimal>("money").SetAsync(turn, 13000.05m);
            await _state.SaveChangesAsync(turn);
        });

        await InTurnAsync(async turn =>
        {
            Assert.Equal(7, await _state.CreateProperty<int>("number").GetAsync(turn));
            Assert.Equal("2026-11-21T08:00:00Z", await _state.CreateProperty<string>("text").GetAsync(turn));
            Assert.Equal(DateTimeOffset.UnixEpoch, await _state.CreateProperty<DateTimeOffset>("time").GetAsync(turn));
            Assert.Equal(1, (await _state.CreateProperty<JObject>("json").GetAsync(turn))["a"]![0]);
            Assert.Equal(13000.05m, await _state.CreateProperty<decimal>("money").GetAsync(turn));
        });
    }

    [Fact]
    public async Task A_value_is_read_as_another_type_that_fits()
    {
        await SaveAsync(new Profile { Name = "老王", Age = 60 });

        await InTurnAsync(async turn =>
        {
            Assert.Equal("老王", (await _state.CreateProperty<JObject>("profile").GetAsync(turn))["Name"]);
            Assert.Equal("老王", (await _state.CreateProperty<NameOnly>("profile").GetAsync(turn)).Name);
        });
    }

    [Fact]
    public async Task A_state_that_is_cleared_is_empty_when_it_is_saved()
    {
        await SaveAsync(new Profile());

        await InTurnAsync(async turn =>
        {
            await _state.LoadAsync(turn);
            await _state.ClearStateAsync(turn);
            await _state.SaveChangesAsync(turn);
        });

        Assert.Equal(2, _storage.Writes);
        await InTurnAsync(async turn => Assert.Null(await _profile.GetAsync(turn)));
    }

    [Fact]
    public async Task A_state_that_is_deleted_leaves_storage_at_once()
    {
        await SaveAsync(new Profile());

        await InTurnAsync(async turn =>
        {
            await _state.LoadAsync(turn);
            await _state.DeleteAsync(turn);
            Assert.Null(_state.GetCachedState(turn));
            Assert.Null(await _profile.GetAsync(turn));
        });
    }

    [Fact]
    public async Task Each_kind_of_state_has_its_own_key()
    {
        var storage = new MemoryStorage();

        await InTurnAsync(async turn =>
        {
            foreach (BotState state in new BotState[] { new UserState(storage), new ConversationState(storage), new PrivateConversationState(storage) })
            {
                await state.LoadAsync(turn);
                await state.SaveChangesAsync(turn, force: true);
            }
        });

        string[] keys = ["test/users/user1", "test/conversations/c1", "test/conversations/c1/users/user1"];
        Assert.Equal(3, (await storage.ReadAsync(keys, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task An_activity_that_belongs_nowhere_has_no_state()
    {
        var activity = CollectingAdapter.Message();
        activity.From = null;

        await new CollectingAdapter().RunAsync(activity, (turn, _) => Assert.ThrowsAsync<InvalidOperationException>(() => _state.LoadAsync(turn)));
    }

    [Fact]
    public async Task Changes_are_saved_after_a_turn_that_went_well()
    {
        var adapter = new CollectingAdapter();
        adapter.Use(new AutoSaveStateMiddleware(_state));

        await adapter.RunAsync(CollectingAdapter.Message(), (turn, _) => _profile.SetAsync(turn, new Profile { Name = "好" }));
        await Assert.ThrowsAsync<FormatException>(() => adapter.RunAsync(CollectingAdapter.Message(), async (turn, _) =>
        {
            await _profile.SetAsync(turn, new Profile { Name = "坏" });
            throw new FormatException();
        }));

        await InTurnAsync(async turn => Assert.Equal("好", (await _profile.GetAsync(turn)).Name));
    }

    private static Task InTurnAsync(Func<ITurnContext, Task> work) => new CollectingAdapter().RunAsync(CollectingAdapter.Message(), (turn, _) => work(turn));

    private Task SaveAsync(Profile profile) => InTurnAsync(async turn =>
    {
        await _profile.SetAsync(turn, profile);
        await _state.SaveChangesAsync(turn);
    });

    private sealed record NameOnly(string Name);
}
