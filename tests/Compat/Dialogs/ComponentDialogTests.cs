using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Dialogs;

public sealed class ComponentDialogTests
{
    private readonly List<string> _log = [];
    private readonly DialogConversation _talk = new();
    private readonly AskDialog _inner;

    public ComponentDialogTests()
    {
        _inner = new AskDialog("inner", _log) { OnText = OnTextAsync };
        _talk.Dialogs
            .Add(new NotingComponent("outer", _log).AddDialog(new NotingComponent("middle", _log).AddDialog(_inner)))
            .Add(new AskDialog("aside", _log));
    }

    [Fact]
    public async Task Components_nest_and_pass_the_result_up()
    {
        Assert.Equal("inner?", await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer", "o")));
        await _talk.TurnAsync("答", async dc =>
        {
            Assert.Equal("inner", dc.Child.Child.ActiveDialog.Id);
            var result = await dc.ContinueDialogAsync();
            Assert.Equal((DialogTurnStatus.Complete, "答"), (result.Status, result.Result));
        });

        Assert.Equal(["inner begins o", "inner ends EndCalled", "middle ends EndCalled", "outer ends EndCalled"], _log);
    }

    [Fact]
    public async Task A_dialog_beside_the_component_is_begun_from_inside_and_the_inner_one_is_resumed()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        Assert.Equal("aside?", await _talk.TurnAsync("aside", dc => dc.ContinueDialogAsync()));
        await _talk.TurnAsync("x", dc => dc.ContinueDialogAsync());

        // It runs on the inner stack, whose set does not have it: so nobody tells it that it ends.
        Assert.Equal(["inner begins", "aside begins", "inner resumes EndCalled x"], _log);
    }

    [Fact]
    public async Task A_component_asks_again_when_what_was_put_on_top_has_ended()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        await _talk.TurnAsync("x", dc => dc.BeginDialogAsync("aside"));

        Assert.Equal("inner??", await _talk.TurnAsync("y", dc => dc.ContinueDialogAsync()));
        Assert.Equal(["inner begins", "aside begins", "aside ends EndCalled", "inner asks again", "middle asked again", "outer asked again"], _log);
    }

    [Fact]
    public async Task Cancelling_goes_down_into_the_component()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        await _talk.TurnAsync("x", dc => dc.CancelAllDialogsAsync());

        Assert.Equal(["inner begins", "inner ends CancelCalled", "middle ends CancelCalled", "outer ends CancelCalled"], _log);
    }

    [Fact]
    public async Task Cancelling_from_inside_ends_the_parents_too()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        await _talk.TurnAsync("leave", async dc => Assert.Equal(DialogTurnStatus.Complete, (await dc.ContinueDialogAsync()).Status));

        Assert.Contains("inner ends CancelCalled", _log);
        Assert.Contains("outer ends CancelCalled", _log);
    }

    [Fact]
    public async Task An_event_rises_from_the_innermost_dialog_and_then_comes_down()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        _log.Clear();
        await _talk.TurnAsync("x", async dc =>
        {
            Assert.False(await dc.EmitEventAsync("news", fromLeaf: true));
            Assert.Equal(["inner before news", "middle before news", "outer before news", "outer after news", "middle after news", "inner after news"], _log);
            _log.Clear();
            Assert.True(await dc.EmitEventAsync("stop", fromLeaf: true));
            Assert.Equal(["inner before stop", "middle before stop", "outer before stop"], _log);
            _log.Clear();
            Assert.False(await dc.EmitEventAsync("quiet", bubble: false, fromLeaf: true));
            Assert.Equal(["inner before quiet", "inner after quiet"], _log);
        });
    }

    [Fact]
    public async Task A_change_of_the_dialogs_inside_is_an_event()
    {
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        _talk.Dialogs = new DialogSet(_talk.Stack)
            .Add(new NotingComponent("outer", _log).AddDialog(new NotingComponent("middle", _log).AddDialog(new AskDialog("inner", _log) { Version = "2" })));
        _log.Clear();
        await _talk.TurnAsync("x", dc => dc.ContinueDialogAsync());

        Assert.Contains("middle before versionChanged", _log);
        _log.Clear();
        await _talk.TurnAsync("hi", dc => dc.BeginDialogAsync("outer"));
        await _talk.TurnAsync("x", dc => dc.ContinueDialogAsync());
        Assert.DoesNotContain("middle before versionChanged", _log);
    }

    [Fact]
    public void The_first_dialog_added_is_the_first_to_begin()
    {
        var component = new ComponentDialog("c").AddDialog(new AskDialog("1", _log)).AddDialog(new AskDialog("2", _log));

        Assert.Equal("1", component.InitialDialogId);
        Assert.NotNull(component.FindDialog("2"));
    }

    private Task<DialogTurnResult> OnTextAsync(DialogContext dc, string text) => text switch
    {
        "aside" => dc.BeginDialogAsync("aside"),
        "leave" => dc.CancelAllDialogsAsync(cancelParents: true),
        _ => dc.EndDialogAsync(text),
    };

    private sealed class NotingComponent(string id, List<string> log) : ComponentDialog(id)
    {
        protected override Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            log.Add($"{Id} ends {reason}");
            return Task.CompletedTask;
        }

        protected override Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        {
            log.Add($"{Id} asked again");
            return Task.CompletedTask;
        }

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Note("before", e);
            return Task.FromResult(e.Name == "stop" && Id == "outer");
        }

        protected override Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Note("after", e);
            return Task.FromResult(false);
        }

        private void Note(string when, DialogEvent e)
        {
            if (e.Name is not (DialogEvents.ActivityReceived or DialogEvents.RepromptDialog or DialogEvents.CancelDialog))
            {
                log.Add($"{Id} {when} {e.Name}");
            }
        }
    }
}
