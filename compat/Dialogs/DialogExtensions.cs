#nullable disable

using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

public static class DialogExtensions
{
    // The official package keeps its memory of the turn here, which is why a second run in one turn is refused.
    private const string RunKey = "Microsoft.Bot.Builder.Dialogs.Memory.DialogStateManager";

    /// <summary>Continues the conversation, or begins it with this dialog. Once a turn.</summary>
    /// <exception cref="ArgumentException">A dialog was run in this turn already.</exception>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(accessor)
        {
            TelemetryClient = turnContext.TurnState.Get<IBotTelemetryClient>() ?? dialog.TelemetryClient,
        };
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        foreach (var (name, service) in turnContext.TurnState)
        {
            dc.Services[name] = service;
        }

        turnContext.TurnState.Add(RunKey, dc);
        while (!await TryRunAsync(dialog.Id, dc, cancellationToken))
        {
            // A dialog has handled the error: the turn is run again.
        }
    }

    private static async Task<bool> TryRunAsync(string dialogId, DialogContext dc, CancellationToken cancellationToken)
    {
        try
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
            {
                await dc.BeginDialogAsync(dialogId, options: null, cancellationToken);
            }

            await SendTraceAsync(dc, cancellationToken);
            return true;
        }
        catch (Exception e)
        {
            if (!await HandleAsync(dc, e, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private static async Task<bool> HandleAsync(DialogContext dc, Exception error, CancellationToken cancellationToken)
    {
        try
        {
            return await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken);
        }
        catch (Exception e)
        {
            throw new AggregateException("A dialog failed, and so did the handling of its error.", e, error);
        }
    }

    /// <summary>
    /// The official package ends each run with a trace of all state. The trace is sent here too, so that adapters have
    /// to keep it from the channel; but it is empty, since it costs time and holds what people said.
    /// </summary>
    private static Task SendTraceAsync(DialogContext dc, CancellationToken cancellationToken) =>
        dc.Context.SendActivityAsync(
            (Activity)Activity.CreateTraceActivity("BotState", "https://www.botframework.com/schemas/botState", value: null, label: "Bot State"),
            cancellationToken);
}
