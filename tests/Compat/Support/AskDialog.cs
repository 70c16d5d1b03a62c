using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace PolicyBot.Tests.Compat.Support;

/// <summary>Asks, and ends with what is said. Notes what happens to it.</summary>
internal sealed class AskDialog(string id, List<string> log) : Dialog(id)
{
    public Func<DialogContext, string, Task<DialogTurnResult>>? OnText { get; init; }

    /// <summary>Names of the events that this dialog handles.</summary>
    public string[] Handles { get; init; } = [];

    public string Version { get; set; } = "1";

    public override string GetVersion() => Id + Version;

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} begins {options}".TrimEnd());
        await dc.Context.SendActivityAsync($"{Id}?", cancellationToken: cancellationToken);
        return EndOfTurn;
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        OnText?.Invoke(dc, dc.Context.Activity.Text) ?? dc.EndDialogAsync(dc.Context.Activity.Text, cancellationToken);

    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} resumes {reason} {result}".TrimEnd());
        return Task.FromResult(EndOfTurn);
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} asks again");
        await turnContext.SendActivityAsync($"{Id}??", cancellationToken: cancellationToken);
    }

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        log.Add($"{Id} ends {reason}");
        return Task.CompletedTask;
    }

    protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => NoteAsync("before", e);

    protected override async Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        await NoteAsync("after", e);
        return Handles.Contains(e.Name);
    }

    private Task<bool> NoteAsync(string when, DialogEvent e)
    {
        if (e.Name is not (DialogEvents.ActivityReceived or DialogEvents.RepromptDialog))
        {
            log.Add($"{Id} {when} {e.Name}");
        }

        return Task.FromResult(false);
    }
}
