using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Dialogs;

public sealed class DialogStackTests
{
    private readonly List<string> _log = [];
    private readonly DialogConversation _talk = new();

    public DialogStackTests()
    {
        _talk.Dialogs.Add(new AskDialog("a", _log)).Add(new AskDialog("b", _log));
    }

    [Fact]
    public async Task A_dialog_is_begun_waits_and_ends_with_a_result()
    {
        await _talk.TurnAsync("hi", async dc =>
        {
            Assert.Equal(DialogTurnStatus.Empty, (await dc.ContinueDialogAsync()).Status);
            Assert.Same(Dialog.EndOfTurn, await dc.BeginDialogAsync("a", "options"));
        });
        await _talk.TurnAsync("老王", async dc =>
        {
            var result = await dc.ContinueDialogAsync();
            Assert.Equal((DialogTurnStatus.Complete, "老王"), (result.Status, result.Result));
            Assert.Null(dc.ActiveDialog);
        });

        Assert.Equal(["a begins options", "a ends EndCalled"], _log);
    }

    [Fact]
    public async Task The_dialog_below_is_resumed_with_the_result()
    {
        await _talk.TurnAsync("hi", async dc =>
        {
            await dc.BeginDialogAsync("a");
            await dc.BeginDialogAsync("b");
            Assert.Equal(["b", "a"], dc.Stack.Select(instance => instance.Id));
        });
        await _talk.TurnAsync("x", async dc =>
        {
            Assert.Equal(DialogTurnStatus.Waiting, (await dc.ContinueDialogAsync()).Status);
            Assert.Equal("a", dc.ActiveDialog.Id);
        });

        Assert.Equal(["a begins", "b begins", "b ends EndCalled", "a resumes EndCalled x"], _log);
    }

    [Fact]
    public async Task A_dialog_is_replaced_by_another()
    {
        await _talk.TurnAsync("hi", async dc =>
        {
            await dc.BeginDialogAsync("a");
            await dc.ReplaceDialogAsync("b", 7);
            Assert.Equal("b", Assert.Single(dc.Stack).Id);
        });

        Assert.Equal(["a begins", "a ends ReplaceCalled", "b begins 7"], _log);
    }

    [Fact]
    public async Task All_dialogs_are_cancelled_and_those_below_may_object()
    {
        _talk.Dialogs.Add(new AskDialog("firm", _log) { Handles = ["leave"] });
        await _talk.TurnAsync("hi", async dc =>
        {
            Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
            await dc.BeginDialogAsync("firm");
            await dc.BeginDialogAsync("a");
            await dc.BeginDialogAsync("b");
            _log.Clear();

            Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync(cancelParents: false, "leave")).Status);
            Assert.Equal("firm", dc.ActiveDialog.Id);
            Assert.Equal(["b ends CancelCalled", "a before leave", "a after leave", "a ends CancelCalled", "firm before leave", "firm after leave"], _log);

            await dc.CancelAllDialogsAsync();
            Assert.Null(dc.ActiveDialog);
        });
    }

    [Fact]
    public async Task The_pending_question_is_asked_again()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("a"));

        Assert.Equal("a??", await _talk.TurnAsync("?", dc => dc.RepromptDialogAsync()));
    }

    [Fact]
    public async Task What_a_dialog_remembers_comes_back_in_the_next_turn()
    {
        await _talk.TurnAsync("hi", async dc =>
        {
            await dc.BeginDialogAsync("a");
            dc.ActiveDialog.State["profile"] = new Profile { Name = "老王" };
            dc.ActiveDialog.State["count"] = 3;
        });
        await _talk.TurnAsync("x", dc =>
        {
            Assert.Equal("老王", Assert.IsType<Profile>(dc.ActiveDialog.State["profile"]).Name);
            Assert.Equal(3, Convert.ToInt32(dc.ActiveDialog.State["count"], CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_dialog_that_nobody_knows_is_refused()
    {
        await _talk.TurnAsync("hi", async dc =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("none"));
            await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(string.Empty));
            dc.Stack.Add(new DialogInstance { Id = "gone" });
            await Assert.ThrowsAsync<InvalidOperationException>(() => dc.ContinueDialogAsync());
            dc.Stack.Clear();
        });
    }

    [Fact]
    public async Task A_cancellation_token_is_no_result()
    {
        using var source = new CancellationTokenSource();
        await _talk.TurnAsync("hi", async dc =>
        {
            await dc.BeginDialogAsync("a");
            await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(result: source.Token));
        });
    }

    [Fact]
    public async Task An_error_tells_where_on_the_stack_it_happened()
    {
        _talk.Dialogs.Add(new AskDialog("bad", _log) { OnText = (_, _) => throw new FormatException() });
        await _talk.TurnAsync("hi", async dc =>
        {
            await dc.BeginDialogAsync("a");
            await dc.BeginDialogAsync("bad");
            var e = await Assert.ThrowsAsync<FormatException>(() => dc.ContinueDialogAsync());
            var data = Assert.IsType<Dictionary<string, object>>(e.Data["DialogContext"]);
            Assert.Equal("bad", data["ActiveDialog"]);
            Assert.Equal(["bad", "a"], Assert.IsType<List<string>>(data["Stack"]));
        });
    }

    [Fact]
    public void Another_dialog_of_the_same_id_gets_a_number()
    {
        var one = new AskDialog("x", _log);
        var two = new AskDialog("x", _log);
        var three = new AskDialog("x", _log);
        var set = new DialogSet().Add(one).Add(one).Add(two).Add(three);

        Assert.Equal(["x", "x2", "x3"], set.GetDialogs().Select(dialog => dialog.Id));
        Assert.Same(two, set.Find("x2"));
        Assert.Null(set.Find("y"));
    }

    [Fact]
    public void The_version_of_a_set_follows_from_its_dialogs()
    {
        string VersionOf(string version) => new DialogSet().Add(new AskDialog("x", _log) { Version = version }).GetVersion();

        Assert.Equal(VersionOf("1"), VersionOf("1"));
        Assert.NotEqual(VersionOf("1"), VersionOf("2"));
    }

    [Fact]
    public async Task The_locale_of_the_activity_is_no_error_if_nobody_knows_it()
    {
        await _talk.TurnAsync("hi", dc =>
        {
            Assert.NotNull(dc.GetLocale());
            return Task.CompletedTask;
        });
    }
}
