using Microsoft.Bot.Builder;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Builder;

public sealed class MemoryStorageTests
{
    private readonly IStorage _storage = new MemoryStorage();

    [Fact]
    public async Task What_is_read_is_a_copy()
    {
        var profile = new Profile { Name = "一" };
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = profile });
        profile.Name = "二";
        (await ReadAsync<Profile>()).Name = "三";

        Assert.Equal("一", (await ReadAsync<Profile>()).Name);
    }

    [Fact]
    public async Task Keys_that_are_not_there_are_left_out()
    {
        Assert.Empty(await _storage.ReadAsync(["k", "l"]));
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Profile(), ["l"] = new Profile() });
        await _storage.DeleteAsync(["k", "m"]);

        Assert.Equal(["l"], (await _storage.ReadAsync(["k", "l"])).Keys);
    }

    [Fact]
    public async Task Items_are_read_by_type()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Profile(), ["l"] = new Item() });

        Assert.Equal(["l"], (await _storage.ReadAsync<Item>(["k", "l"])).Keys);
    }

    [Fact]
    public async Task A_stale_item_is_refused()
    {
        await WriteAsync(new Item { Text = "一" });
        var slow = await ReadAsync<Item>();
        var fast = await ReadAsync<Item>();
        fast.Text = "快";
        await WriteAsync(fast);

        var conflict = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(slow));

        Assert.StartsWith("Etag conflict", conflict.Message, StringComparison.Ordinal);
        Assert.Equal("快", (await ReadAsync<Item>()).Text);
    }

    [Fact]
    public async Task A_new_item_does_not_overwrite_but_a_star_does()
    {
        await WriteAsync(new Item { Text = "一" });

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(new Item { Text = "二" }));
        await WriteAsync(new Item { Text = "三", ETag = "*" });

        Assert.Equal("三", (await ReadAsync<Item>()).Text);
    }

    private Task WriteAsync(object item) => _storage.WriteAsync(new Dictionary<string, object> { ["k"] = item });

    private async Task<T> ReadAsync<T>() => (T)(await _storage.ReadAsync(["k"]))["k"];

    private sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }
}
