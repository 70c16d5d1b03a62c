using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Schema;

namespace PolicyBot.Tests.Compat.Builder;

public sealed class TestFlowTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task A_conversation_is_played_step_by_step()
    {
        await new TestFlow(_adapter, EchoAsync)
            .Send("一").AssertReply("一!")
            .Test("二", "二!")
            .Test("三", reply => Assert.Equal("user1", reply.Recipient.Id))
            .Send("四").AssertReplyContains("四")
            .Send("五").AssertReplyOneOf(["x", "五!"])
            .Send(new Activity(ActivityTypes.Typing)).AssertReply(new Activity(ActivityTypes.Typing))
            .StartTestAsync();
    }

    [Fact]
    public async Task A_wrong_reply_fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(_adapter, EchoAsync).Test("一", "二").StartTestAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(_adapter, EchoAsync).Send("一").AssertReplyContains("二").StartTestAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(_adapter, EchoAsync).Send("一").AssertReplyOneOf(["二"]).StartTestAsync());
    }

    [Fact]
    public async Task A_reply_that_does_not_come_fails()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TestFlow(_adapter, (_, _) => Task.CompletedTask).Send("一").AssertReply("二", timeout: 20).StartTestAsync());
    }

    [Fact]
    public async Task Silence_can_be_expected()
    {
        await new TestFlow(_adapter, (_, _) => Task.CompletedTask).Send("一").AssertNoReply(timeout: 20).StartTestAsync();
    }

    [Fact]
    public async Task The_user_joins()
    {
        await new TestFlow(_adapter, (turn, token) => turn.SendActivityAsync(turn.Activity.MembersAdded[0].Id, cancellationToken: token))
            .SendConversationUpdate().AssertReply("user1")
            .StartTestAsync();
    }

    [Fact]
    public async Task What_an_activity_does_not_say_is_filled_in()
    {
        Activity? seen = null;
        await _adapter.ProcessActivityAsync(new Activity { Text = "x" }, (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        });

        Assert.NotNull(seen);
        Assert.Equal(("message", "test", "user1", "bot", "Conversation1", "0"), (seen.Type, seen.ChannelId, seen.From.Id, seen.Recipient.Id, seen.Conversation.Id, seen.Id));
        Assert.NotNull(seen.Timestamp);
    }

    [Fact]
    public async Task Traces_are_heard_only_on_request()
    {
        await _adapter.SendTextToBotAsync("x", (turn, token) => turn.TraceActivityAsync("t", cancellationToken: token), CancellationToken.None);
        Assert.Null(_adapter.GetNextReply());

        _adapter.EnableTrace = true;
        await _adapter.SendTextToBotAsync("x", (turn, token) => turn.TraceActivityAsync("t", cancellationToken: token), CancellationToken.None);
        Assert.Equal(ActivityTypes.Trace, _adapter.GetNextReply().Type);
    }

    [Fact]
    public async Task Replies_can_be_changed_and_taken_back()
    {
        await _adapter.SendTextToBotAsync("x", async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("一", cancellationToken: token);
            var second = await turn.SendActivityAsync("二", cancellationToken: token);
            var changed = MessageFactory.Text("改");
            changed.Id = second.Id;
            await turn.UpdateActivityAsync(changed, token);
            await turn.DeleteActivityAsync(first.Id, token);
        }, CancellationToken.None);

        Assert.Equal("改", ((Activity)_adapter.GetNextReply()).Text);
        Assert.Null(_adapter.GetNextReply());
    }

    [Fact]
    public async Task A_reply_that_is_waited_for_comes()
    {
        var waiting = _adapter.GetNextReplyAsync();
        await _adapter.SendTextToBotAsync("一", EchoAsync, CancellationToken.None);

        Assert.Equal("一!", ((Activity)await waiting).Text);
    }

    private static Task EchoAsync(ITurnContext turn, CancellationToken token) =>
        turn.Activity.Type == ActivityTypes.Message
            ? turn.SendActivityAsync(turn.Activity.Text + "!", cancellationToken: token)
            : turn.SendActivityAsync(new Activity(turn.Activity.Type), token);
}
