using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Builder;

public sealed class ActivityHandlerTests
{
    private readonly CollectingAdapter _adapter = new();
    private readonly NotingBot _bot = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message 你好")]
    [InlineData(ActivityTypes.MessageUpdate, "update 你好")]
    [InlineData(ActivityTypes.MessageDelete, "delete")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData("somethingElse", "unrecognized")]
    public async Task Each_kind_of_activity_has_its_method(string type, string expected)
    {
        var activity = CollectingAdapter.Message();
        activity.Type = type;

        await _adapter.RunAsync(activity, _bot.OnTurnAsync);

        Assert.Equal([expected], _bot.Log);
    }

    [Fact]
    public async Task Those_who_are_added_are_greeted_unless_it_is_only_the_bot()
    {
        await _adapter.RunAsync(Update(added: ["bot"]), _bot.OnTurnAsync);
        Assert.Empty(_bot.Log);

        await _adapter.RunAsync(Update(added: ["bot", "user1"]), _bot.OnTurnAsync);
        Assert.Equal(["added bot,user1"], _bot.Log);
    }

    [Fact]
    public async Task Those_who_leave_are_noted()
    {
        await _adapter.RunAsync(Update(removed: ["user1"]), _bot.OnTurnAsync);

        Assert.Equal(["removed user1"], _bot.Log);
    }

    [Fact]
    public async Task An_event_of_a_sign_in_is_not_an_event_of_the_bot()
    {
        var activity = CollectingAdapter.Message();
        activity.Type = ActivityTypes.Event;
        activity.Name = "tokens/response";

        await _adapter.RunAsync(activity, _bot.OnTurnAsync);

        Assert.Empty(_bot.Log);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_what_the_method_returns()
    {
        await _adapter.RunAsync(Invoke("known"), _bot.OnTurnAsync);
        await _adapter.RunAsync(Invoke("unknown"), _bot.OnTurnAsync);

        Assert.All(_adapter.Sent, activity => Assert.Equal(ActivityTypesEx.InvokeResponse, activity.Type));
        Assert.Equal([200, 501], _adapter.Sent.Select(activity => ((InvokeResponse)activity.Value).Status));
        Assert.Equal("body", ((InvokeResponse)_adapter.Sent[0].Value).Body);
    }

    [Fact]
    public async Task Reactions_and_installation_have_their_methods()
    {
        var reaction = CollectingAdapter.Message();
        reaction.Type = ActivityTypes.MessageReaction;
        reaction.ReactionsAdded = [new MessageReaction("like")];
        var installation = CollectingAdapter.Message();
        installation.Type = ActivityTypes.InstallationUpdate;
        installation.Action = "add";

        await _adapter.RunAsync(reaction, _bot.OnTurnAsync);
        await _adapter.RunAsync(installation, _bot.OnTurnAsync);

        Assert.Equal(["reaction like", "installed"], _bot.Log);
    }

    [Fact]
    public async Task An_activity_without_a_type_is_refused()
    {
        var activity = CollectingAdapter.Message();
        activity.Type = null;

        await Assert.ThrowsAsync<ArgumentException>(() => _adapter.RunAsync(activity, _bot.OnTurnAsync));
    }

    private static Activity Invoke(string name)
    {
        var activity = CollectingAdapter.Message();
        activity.Type = ActivityTypes.Invoke;
        activity.Name = name;
        return activity;
    }

    private static Activity Update(string[]? added = null, string[]? removed = null)
    {
        var activity = CollectingAdapter.Message();
        activity.Type = ActivityTypes.ConversationUpdate;
        activity.MembersAdded = added?.Select(id => new ChannelAccount(id)).ToList();
        activity.MembersRemoved = removed?.Select(id => new ChannelAccount(id)).ToList();
        return activity;
    }

    private sealed class NotingBot : ActivityHandler
    {
        public List<string> Log { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note($"message {turnContext.Activity.Text}");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"update {turnContext.Activity.Text}");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("delete");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"added {string.Join(',', membersAdded.Select(m => m.Id))}");

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"removed {string.Join(',', membersRemoved.Select(m => m.Id))}");

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Note($"reaction {messageReactions[0].Type}");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.Activity.Name == "known" ? Task.FromResult(CreateInvokeResponse("body")) : base.OnInvokeActivityAsync(turnContext, cancellationToken);

        private Task Note(string what)
        {
            Log.Add(what);
            return Task.CompletedTask;
        }
    }
}
