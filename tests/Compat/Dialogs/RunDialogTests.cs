using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Dialogs;

public sealed class RunDialogTests
{
    private readonly List<string> _log = [];
    private readonly DialogConversation _talk = new();

    [Fact]
    public async Task A_dialog_is_begun_continued_and_begun_again()
    {
        var dialog = new ComponentDialog("main").AddDialog(new AskDialog("ask", _log));

        Assert.Equal("ask?", await RunAsync(dialog, "1"));
        Assert.Equal(string.Empty, await RunAsync(dialog, "2"));
        Assert.Equal("ask?", await RunAsync(dialog, "3"));
        Assert.Equal(["ask begins", "ask ends EndCalled", "ask begins"], _log);
    }

    [Fact]
    public async Task A_run_ends_with_a_trace()
    {
        var adapter = new CollectingAdapter();
        var state = new ConversationState(new MemoryStorage());

        await adapter.RunAsync(CollectingAdapter.Message(), (turn, token) => new AskDialog("ask", _log).RunAsync(turn, state.CreateProperty<DialogState>("d"), token));

        Assert.Equal([ActivityTypes.Message, ActivityTypes.Trace], adapter.Sent.Select(activity => activity.Type));
        Assert.Equal("BotState", adapter.Sent[1].Name);
    }

    [Fact]
    public async Task A_dialog_runs_once_a_turn()
    {
        var dialog = new AskDialog("ask", _log);

        await _talk.TurnAsync("1", async (ITurnContext turn) =>
        {
            await dialog.RunAsync(turn, _talk.Stack, CancellationToken.None);
            await Assert.ThrowsAsync<ArgumentException>(() => dialog.RunAsync(turn, _talk.Stack, CancellationToken.None));
        });
    }

    [Fact]
    public async Task An_error_that_no_dialog_handles_is_thrown()
    {
        var dialog = new AskDialog("ask", _log) { OnText = (_, _) => throw new FormatException() };
        await RunAsync(dialog, "1");

        await Assert.ThrowsAsync<FormatException>(() => RunAsync(dialog, "2"));
    }

    [Fact]
    public async Task After_an_error_that_a_dialog_handles_the_turn_is_run_again()
    {
        var failed = false;
        var dialog = new AskDialog("ask", _log)
        {
            Handles = [DialogEvents.Error],
            OnText = (dc, text) => failed ? dc.EndDialogAsync(text) : Fail(),
        };
        await RunAsync(dialog, "1");
        await RunAsync(dialog, "2");

        Assert.Equal(["ask begins", "ask before error", "ask after error", "ask ends EndCalled"], _log);

        Task<DialogTurnResult> Fail()
        {
            failed = true;
            throw new FormatException();
        }
    }

    [Fact]
    public async Task A_turn_is_announced_to_the_active_dialog_once()
    {
        var dialog = new Listening();
        await RunAsync(dialog, "1");
        await RunAsync(dialog, "2");

        Assert.Equal(1, dialog.Announced);
    }

    [Fact]
    public async Task What_is_in_the_turn_is_a_service_of_the_dialogs()
    {
        var found = string.Empty;
        var dialog = new ComponentDialog("main").AddDialog(new AskDialog("ask", _log)
        {
            OnText = (dc, text) =>
            {
                found = dc.Services.Get<string>("clock");
                return dc.EndDialogAsync(text);
            },
        });
        await RunAsync(dialog, "1");
        await _talk.TurnAsync("2", (ITurnContext turn) =>
        {
            turn.TurnState.Add("clock", "tick");
            return dialog.RunAsync(turn, _talk.Stack, CancellationToken.None);
        });

        Assert.Equal("tick", found);
    }

    private Task<string> RunAsync(Dialog dialog, string text) =>
        _talk.TurnAsync(text, (ITurnContext turn) => dialog.RunAsync(turn, _talk.Stack, CancellationToken.None));

    private sealed class Listening : Dialog
    {
        public int Announced { get; private set; }

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Announced += e.Name == DialogEvents.ActivityReceived ? 1 : 0;
            return Task.FromResult(false);
        }
    }
}
