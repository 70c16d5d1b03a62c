#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What dialogs do to the stack. Whatever is thrown carries the stack in its data.</summary>
public partial class DialogContext
{
    // Kept under the official name, since it is what tells that a turn has been announced to the dialogs already.
    private const string AnnouncedKey = "activityReceivedEmitted";
    private static readonly object Announced = true;

    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        if (string.IsNullOrEmpty(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        var dialog = FindDialog(dialogId)
            ?? throw new ArgumentException($"There is no dialog {dialogId} here or above. Add it to the set, for example in the constructor of the component.", nameof(dialogId));
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return await dialog.BeginDialogAsync(this, options, cancellationToken);
    });

    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        if (Context.TurnState.TryAdd(AnnouncedKey, Announced))
        {
            await EmitEventAsync(DialogEvents.ActivityReceived, Context.Activity, bubble: true, fromLeaf: true, cancellationToken);
        }

        return ActiveDialog is { } active
            ? await Known(active).ContinueDialogAsync(this, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Empty);
    });

    /// <summary>Ends the active dialog; the one below it is resumed with the result.</summary>
    public Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        Misplaced.RefuseToken(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } below
            ? await Known(below).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    });

    public Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        Misplaced.RefuseToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    });

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(cancelParents: false, eventName: null, eventValue: null, cancellationToken);

    /// <summary>Ends all dialogs, those above too if wanted. Every dialog but the active one may stop it by handling the event.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        Misplaced.RefuseToken(eventValue, nameof(eventValue));
        if (Stack.Count == 0 && Parent is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var notify = false;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            while (dc.Stack.Count > 0)
            {
                if (notify && await dc.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, bubble: false, fromLeaf: false, cancellationToken))
                {
                    return new DialogTurnResult(DialogTurnStatus.Cancelled);
                }

                await dc.EndActiveDialogAsync(DialogReason.CancelCalled, CancellationToken.None);
                notify = true;
            }

            notify = true;
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    });

    /// <summary>Asks the pending question again.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        var handled = await EmitEventAsync(DialogEvents.RepromptDialog, value: null, bubble: false, fromLeaf: false, cancellationToken);
        if (!handled && ActiveDialog is { } active)
        {
            await Known(active).RepromptDialogAsync(Context, active, cancellationToken);
        }

        return handled;
    });

    /// <summary>Tells the active dialog, or the innermost active one, that something happened.</summary>
    /// <returns>True if a dialog has handled it.</returns>
    public Task<bool> EmitEventAsync(string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        var dc = this;
        while (fromLeaf && dc.Child is { } child)
        {
            dc = child;
        }

        return dc.ActiveDialog is { } active
            && dc.FindDialog(active.Id) is { } dialog
            && await dialog.OnDialogEventAsync(dc, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken);
    });

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
        {
            return;
        }

        if (Dialogs.Find(instance.Id) is { } dialog)
        {
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken);
        }

        Stack.RemoveAt(0);
    }

    private Dialog Known(DialogInstance instance) =>
        FindDialog(instance.Id) ?? throw new InvalidOperationException($"The dialog {instance.Id} is on the stack but not in the set.");

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (!e.Data.Contains(nameof(DialogContext)))
        {
            var ids = new List<string>();
            for (var dc = this; dc is not null; dc = dc.Parent)
            {
                ids.AddRange(dc.Stack.Select(instance => instance.Id));
            }

            e.Data.Add(nameof(DialogContext), new Dictionary<string, object>
            {
                [nameof(ActiveDialog)] = ActiveDialog?.Id,
                [nameof(Parent)] = Parent?.ActiveDialog?.Id,
                [nameof(Stack)] = ids,
            });
            throw;
        }
    }
}
