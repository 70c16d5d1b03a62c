using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.OurStorage;

public sealed class SnapshotTests
{
    public static TheoryData<string, object, Action<object>> Values => new()
    {
        { "map", new Dictionary<string, object> { ["a"] = 1, ["b"] = new Dictionary<string, object> { ["c"] = "x" } }, value => ((IDictionary<string, object>)((IDictionary<string, object>)value)["b"])["c"] = "y" },
        { "texts by name", new Dictionary<string, string> { ["a"] = "x" }, value => ((IDictionary<string, string>)value)["a"] = "y" },
        { "texts", new List<string> { "x" }, value => ((IList<string>)value).Add("y") },
        { "object", new Profile { Name = "x", Places = { "p" } }, value => ((Profile)value).Places.Clear() },
        { "json", JObject.Parse("""{"a":[1]}"""), value => ((JArray)((JObject)value)["a"]!).Add(2) },
        { "stack", Stack(), value => ((DialogState)value).DialogStack[0].State["k"] = "y" },
        { "shorter stack", Stack(), value => ((DialogState)value).DialogStack.Clear() },
        { "version", Stack(), value => ((DialogState)value).DialogStack[0].Version = "2" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_snapshot_stays_what_it_was(string name, object value, Action<object> change)
    {
        var before = JsonConvert.SerializeObject(value);
        var taken = Snapshot.Take(value);
        Assert.True(Snapshot.IsCurrent(taken, value), name);

        change(value);
        Assert.False(Snapshot.IsCurrent(taken, value), name);

        var restored = Snapshot.Restore(taken);
        Assert.Equal(before, JsonConvert.SerializeObject(restored));
        Assert.IsType(value.GetType(), restored);

        change(restored);
        Assert.Equal(before, JsonConvert.SerializeObject(Snapshot.Restore(taken)));
    }

    [Fact]
    public void A_derived_stack_keeps_what_it_adds()
    {
        var restored = Snapshot.Restore(Snapshot.Take(new NamedState { Name = "x" }));

        Assert.Equal("x", Assert.IsType<NamedState>(restored).Name);
    }

    [Fact]
    public void A_value_that_becomes_null_has_changed()
    {
        Assert.False(Snapshot.IsCurrent(Snapshot.Take(new Profile()), null));
        Assert.False(Snapshot.IsCurrent(Snapshot.Take(null), "x"));
        Assert.True(Snapshot.IsCurrent(Snapshot.Take(null), null));
    }

    [Fact]
    public void A_state_that_holds_itself_is_refused()
    {
        var state = new Dictionary<string, object>();
        state["self"] = state;

        Assert.Throws<JsonSerializationException>(() => Snapshot.Take(state));
    }

    private static DialogState Stack() => new([new DialogInstance { Id = "d", Version = "1", StackIndex = 2, State = new Dictionary<string, object> { ["k"] = "x", ["inner"] = new DialogState() } }]);

    private sealed class NamedState : DialogState
    {
        public string? Name { get; set; }
    }
}
