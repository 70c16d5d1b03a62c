using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace PolicyBot.Tests.Compat.Support;

/// <summary>A conversation whose stack goes through storage after every turn.</summary>
internal sealed class DialogConversation
{
    private readonly TestAdapter _adapter = new();
    private readonly ConversationState _state = new(new MemoryStorage());

    public DialogConversation()
    {
        Stack = _state.CreateProperty<DialogState>("dialogs");
        Dialogs = new DialogSet(Stack);
        _adapter.Use(new AutoSaveStateMiddleware(_state));
    }

    public DialogSet Dialogs { get; set; }

    public IStatePropertyAccessor<DialogState> Stack { get; }

    /// <summary>Runs one turn with a context of the set, and returns what the bot said.</summary>
    public Task<string> TurnAsync(string text, Func<DialogContext, Task> work) =>
        TurnAsync(text, async turn => await work(await Dialogs.CreateContextAsync(turn)));

    public async Task<string> TurnAsync(string text, Func<ITurnContext, Task> work)
    {
        await _adapter.SendTextToBotAsync(text, (turn, _) => work(turn), CancellationToken.None);
        var said = new List<string>();
        while (_adapter.GetNextReply() is Activity reply)
        {
            said.Add(reply.Text);
        }

        return string.Join(' ', said);
    }
}
