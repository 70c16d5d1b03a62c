using Microsoft.Bot.Builder;
using PolicyBot.Tests.Compat.Support;

namespace PolicyBot.Tests.Compat.Builder;

public sealed class MiddlewareTests
{
    private readonly CollectingAdapter _adapter = new();

    [Fact]
    public async Task Middleware_runs_around_the_bot_in_the_order_in_which_it_was_added()
    {
        _adapter.Use(new Noting("one", _adapter.Log)).Use(new Noting("two", _adapter.Log));

        await _adapter.RunAsync(CollectingAdapter.Message(), BotAsync);

        Assert.Equal(["one >", "two >", "bot", "< two", "< one"], _adapter.Log);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        _adapter.Use(new Noting("one", _adapter.Log)).Use(new Stopping());

        await _adapter.RunAsync(CollectingAdapter.Message(), BotAsync);

        Assert.Equal(["one >", "< one"], _adapter.Log);
    }

    [Fact]
    public async Task An_error_of_the_bot_goes_to_the_handler_of_the_adapter()
    {
        Exception? seen = null;
        _adapter.OnTurnError = (_, e) =>
        {
            seen = e;
            return Task.CompletedTask;
        };

        await _adapter.RunAsync(CollectingAdapter.Message(), (_, _) => throw new FormatException("bad"));

        Assert.IsType<FormatException>(seen);
    }

    [Fact]
    public async Task An_error_without_a_handler_goes_to_the_caller()
    {
        await Assert.ThrowsAsync<FormatException>(() => _adapter.RunAsync(CollectingAdapter.Message(), (_, _) => throw new FormatException("bad")));
    }

    [Fact]
    public async Task A_locale_that_nobody_knows_does_no_harm()
    {
        var activity = CollectingAdapter.Message();
        activity.Locale = "no such locale!";

        await _adapter.RunAsync(activity, BotAsync);

        Assert.Equal(["bot"], _adapter.Log);
    }

    [Fact]
    public async Task A_conversation_is_continued_with_an_event()
    {
        string? name = null;

        await _adapter.ContinueConversationAsync("bot", CollectingAdapter.Message().GetConversationReference(), (turn, _) =>
        {
            name = turn.Activity.Name;
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal("ContinueConversation", name);
    }

    private Task BotAsync(ITurnContext turn, CancellationToken token)
    {
        _adapter.Log.Add("bot");
        return Task.CompletedTask;
    }

    private sealed class Noting(string name, List<string> log) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            log.Add($"{name} >");
            await next(cancellationToken);
            log.Add($"< {name}");
        }
    }

    private sealed class Stopping : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
