using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Builder;

public sealed class TurnContextTests : IDisposable
{
    private readonly CollectingAdapter _adapter = new();
    private readonly TurnContext _turn;

    public TurnContextTests()
    {
        _turn = new TurnContext(_adapter, CollectingAdapter.Message());
    }

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task What_is_sent_is_addressed_and_gets_the_id_of_the_channel()
    {
        var response = await _turn.SendActivityAsync("您好");

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("r1", "r1"), (response.Id, sent.Id));
        Assert.Equal(("user1", "bot", "a1", "c1"), (sent.Recipient.Id, sent.From.Id, sent.ReplyToId, sent.Conversation.Id));
        Assert.Equal((ActivityTypes.Message, "您好"), (sent.Type, sent.Text));
        Assert.Null(sent.InputHint);
    }

    [Fact]
    public async Task Responded_is_set_by_anything_but_a_trace()
    {
        await _turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("t"));
        Assert.False(_turn.Responded);

        await _turn.SendActivityAsync(new Activity(ActivityTypes.Typing));
        Assert.True(_turn.Responded);
    }

    [Fact]
    public async Task Replies_are_kept_back_where_the_channel_expects_them_in_its_response()
    {
        _turn.Activity.DeliveryMode = DeliveryModes.ExpectReplies;

        await _turn.SendActivitiesAsync([MessageFactory.Text("一"), MessageFactory.Text("二")]);

        Assert.Empty(_adapter.Sent);
        Assert.Equal(["一", "二"], _turn.BufferedReplyActivities.Select(activity => activity.Text));
        Assert.True(_turn.Responded);
    }

    [Fact]
    public async Task Handlers_see_what_is_sent_in_the_order_in_which_they_came()
    {
        _turn.OnSendActivities(async (_, activities, next) =>
        {
            _adapter.Log.Add($"first {activities.Count}");
            activities.Add(MessageFactory.Text("added"));
            var responses = await next();
            _adapter.Log.Add($"first done {responses.Length}");
            return responses;
        });
        _turn.OnSendActivities((_, activities, next) =>
        {
            _adapter.Log.Add($"second {activities.Count}");
            return next();
        });

        await _turn.SendActivityAsync("x");

        Assert.Equal(["first 1", "second 2", "adapter", "first done 2"], _adapter.Log);
    }

    [Fact]
    public async Task A_handler_that_does_not_go_on_keeps_everything_back()
    {
        _turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));

        var response = await _turn.SendActivityAsync("x");

        Assert.Null(response.Id);
        Assert.Empty(_adapter.Sent);
        Assert.False(_turn.Responded);
    }

    [Fact]
    public async Task Updates_and_deletions_run_through_their_handlers()
    {
        _turn.OnUpdateActivity(async (_, activity, next) =>
        {
            _adapter.Log.Add("updating");
            var response = await next();
            _adapter.Log.Add(activity.Id);
            return response;
        });
        _turn.OnDeleteActivity((_, reference, next) =>
        {
            _adapter.Log.Add($"deleting {reference.ActivityId}");
            return next();
        });

        await _turn.UpdateActivityAsync(new Activity { Id = "old" });
        await _turn.DeleteActivityAsync("x1");

        Assert.Equal(["updating", "update old", "u1", "deleting x1", "delete x1"], _adapter.Log);
    }

    [Fact]
    public async Task Nothing_is_not_sent()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _turn.SendActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentException>(() => _turn.SendActivitiesAsync([]));
    }

    [Fact]
    public async Task A_turn_that_is_over_sends_nothing()
    {
        _turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _turn.SendActivityAsync("late"));
        Assert.Throws<ObjectDisposedException>(() => _turn.TurnState.Get<string>("x"));
    }

    [Fact]
    public void The_state_of_a_turn_is_found_by_name_and_by_type()
    {
        _turn.TurnState.Add("Key", "value");
        _turn.TurnState.Add<IStorage>(new MemoryStorage());

        Assert.Equal("value", _turn.TurnState.Get<string>("KEY"));
        Assert.Null(_turn.TurnState.Get<IStorage>("Key"));
        Assert.NotNull(_turn.TurnState.Get<IStorage>());
        Assert.Throws<ArgumentException>(() => _turn.TurnState.Add("key", "again"));
    }

    [Fact]
    public async Task A_turn_with_another_activity_shares_state_and_handlers()
    {
        _turn.TurnState.Add("k", "v");
        _turn.OnSendActivities((_, _, next) =>
        {
            _adapter.Log.Add("handler");
            return next();
        });
        using var other = new TurnContext(_turn, CollectingAdapter.Message("other"));

        await other.SendActivityAsync("x");

        Assert.Equal("v", other.TurnState.Get<string>("k"));
        Assert.Equal("handler", _adapter.Log[0]);
        Assert.Equal("other", other.Activity.Text);
    }
}
