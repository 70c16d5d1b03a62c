#nullable disable

using System.Diagnostics;
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A stack of dialogs within one turn.</summary>
[DebuggerDisplay("{GetType().Name}[{ActiveDialog?.Id}]")]
public partial class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext.Context, state)
    {
        Parent = parentDialogContext;
    }

    public DialogSet Dialogs { get; private set; }

    public ITurnContext Context { get; private set; }

    /// <summary>The active dialog comes first.</summary>
    public List<DialogInstance> Stack { get; private set; }

    public DialogContext Parent { get; set; }

    /// <summary>The stack inside the active dialog, if that one has a stack.</summary>
    public DialogContext Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    public DialogInstance ActiveDialog => Stack is [var top, ..] ? top : null;

    /// <summary>What the dialogs share in this turn; starts with what the parent has.</summary>
    public TurnContextStateCollection Services => field ??= InheritServices();

    /// <summary>Looks here, then above.</summary>
    public Dialog FindDialog(string dialogId)
    {
        if ((Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId)) is { } found)
        {
            return found;
        }

        return Parent?.ActiveDialog?.Id is { } container && Parent.FindDialog(container) is DialogContainer above
            ? above.FindDialog(dialogId, this)
            : null;
    }

    /// <summary>The locale of the turn, else of the activity, else of the thread.</summary>
    public string GetLocale()
    {
        var locale = Context.TurnState.Get<string>(TurnContext.LocaleKey);
        locale = string.IsNullOrEmpty(locale) ? Context.Activity?.Locale : locale;
        var culture = string.IsNullOrEmpty(locale) ? null : TurnCulture.Find(locale);
        return (culture ?? CultureInfo.CurrentCulture).Name;
    }

    private TurnContextStateCollection InheritServices()
    {
        var services = new TurnContextStateCollection();
        foreach (var (name, service) in Parent?.Services ?? [])
        {
            services[name] = service;
        }

        return services;
    }
}
