#nullable disable

using Microsoft.Bot.Builder.TraceExtensions;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that runs dialogs of its own.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    [JsonProperty("dialogs")]
    public DialogSet Dialogs { get; set; } = new();

    [JsonIgnore]
    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value ?? NullBotTelemetryClient.Instance;
            if (Dialogs.TelemetryClient != base.TelemetryClient)
            {
                Dialogs.TelemetryClient = base.TelemetryClient;
            }
        }
    }

    /// <returns>The inner stack of the active dialog of this context; null if it has none.</returns>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    public virtual Dialog FindDialog(string dialogId, DialogContext dc = null) => Dialogs.Find(dialogId) ?? dc?.Dialogs?.Find(dialogId);

    public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        var handled = await base.OnDialogEventAsync(dc, e, cancellationToken);
        if (!handled && e.Name == DialogEvents.VersionChanged)
        {
            var message = $"Unhandled dialog event: {e.Name}. Active Dialog: {dc.ActiveDialog.Id}";
            dc.Dialogs.TelemetryClient.TrackTrace(message, Severity.Warning, properties: null);
            await dc.Context.TraceActivityAsync(message, cancellationToken: cancellationToken);
        }

        return handled;
    }

    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>Raises an event if the dialogs inside are not the ones with which the conversation began.</summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var before = dc.ActiveDialog.Version;
        dc.ActiveDialog.Version = GetInternalVersion();
        if (before is not null && before != dc.ActiveDialog.Version)
        {
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, bubble: true, fromLeaf: false, cancellationToken);
        }
    }
}
