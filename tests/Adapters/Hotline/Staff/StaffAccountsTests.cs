using Dapper;
using PolicyBot.Adapters.Hotline.Staff;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Hotline.Staff;

public sealed class StaffAccountsTests : IDisposable
{
    private const string Password = HotlineHost.Password;

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(Some.Morning);
    private readonly BotDatabase database;
    private readonly StaffAccounts staff;

    public StaffAccountsTests()
    {
        database = new BotDatabase(Path.Combine(folder.Path, "bot.db"));
        staff = new StaffAccounts(database, clock);
    }

    [Fact]
    public async Task WhoHasTheRightPasswordSignsInAndNobodyElse()
    {
        Assert.True(await staff.AddAsync("wang", [StaffRoles.Clerk], Password, default));
        Assert.False(await staff.AddAsync("WANG", [StaffRoles.Clerk], Password, default));
        Assert.Equal(["clerk"], (await staff.SignInAsync("wang", Password, default))!.Roles);
        Assert.Null(await staff.SignInAsync("wang", Password + "x", default));
        Assert.Null(await staff.SignInAsync("li", Password, default));
        await using var connection = await database.OpenAsync(default);
        Assert.DoesNotContain(Password, await connection.QuerySingleAsync<string>("SELECT password_hash FROM staff_accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveWrongTriesLockForAQuarterOfAnHour()
    {
        await staff.AddAsync("wang", [StaffRoles.Clerk], Password, default);
        await FailAsync(4);
        Assert.NotNull(await staff.SignInAsync("wang", Password, default));
        await FailAsync(5);
        Assert.Null(await staff.SignInAsync("wang", Password, default));
        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Null(await staff.SignInAsync("wang", Password, default));
        clock.Advance(TimeSpan.FromMinutes(1));
        await FailAsync(4);
        Assert.NotNull(await staff.SignInAsync("wang", Password, default));
    }

    [Fact]
    public async Task OfManyTriesAtOnceOnlyFiveAreLookedAt()
    {
        await staff.AddAsync("wang", [StaffRoles.Clerk], Password, default);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => staff.SignInAsync("wang", "wrong", default))));
        await using var connection = await database.OpenAsync(default);
        Assert.Equal(5, await connection.QuerySingleAsync<int>("SELECT failures FROM staff_accounts"));
    }

    [Fact]
    public async Task ADisabledAccountDoesNotSignInAndEveryEndOfASessionChangesTheStamp()
    {
        await staff.AddAsync("wang", [StaffRoles.Clerk], Password, default);
        var stamps = new HashSet<string> { (await staff.FindAsync("wang", default))!.Stamp };
        await staff.SignOutAsync("wang", default);
        Assert.True(stamps.Add((await staff.FindAsync("wang", default))!.Stamp));
        Assert.True(await staff.SetPasswordAsync("wang", Password + "-2", default));
        Assert.True(stamps.Add((await staff.FindAsync("wang", default))!.Stamp));
        Assert.NotNull(await staff.SignInAsync("wang", Password + "-2", default));
        Assert.True(await staff.DisableAsync("wang", default));
        Assert.True(stamps.Add((await staff.FindAsync("wang", default))!.Stamp));
        Assert.Null(await staff.SignInAsync("wang", Password + "-2", default));
        Assert.False(await staff.DisableAsync("li", default));
    }

    [Theory]
    [InlineData("", "不能为空")]
    [InlineData("kurz-4711", "12")]
    [InlineData("aaaaaaaaaaaaaaa", "太简单")]
    [InlineData("Password-2026-x", "太简单")]
    [InlineData("wangmin-likes-tea", "账号名")]
    public void AWeakPasswordIsRefusedWithTheReason(string password, string why) =>
        Assert.Contains(why, StaffRules.PasswordProblem("wangmin", password), StringComparison.Ordinal);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(await staff.SignInAsync("wang", "wrong", default));
        }
    }
}
