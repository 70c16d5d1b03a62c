using System.Collections.Frozen;
using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Our own buttons mean what they say, whatever the word lists make of their words.</summary>
internal sealed class Buttons(Texts texts)
{
    private readonly FrozenDictionary<string, Intent> intents = new Dictionary<string, Intent>(StringComparer.Ordinal)
    {
        [texts.Say("button.start")] = Intent.StartFiling,
        [texts.Say("button.file-here")] = Intent.StartFiling,
        [texts.Say("button.status")] = Intent.Status,
        [texts.Say("button.human")] = Intent.Human,
        [texts.Say("button.question")] = Intent.Help,
        [texts.Say("button.back")] = Intent.Back,
        [texts.Say("button.why")] = Intent.Why,
        [texts.Say("button.skip")] = Intent.Skip,
        [texts.Say("button.cancel")] = Intent.Cancel,
        [texts.Say("button.resume")] = Intent.Resume,
        [texts.Say("button.restart")] = Intent.Restart,
        [texts.Say("button.confirm")] = Intent.Confirm,
        [texts.Say("button.change")] = Intent.Deny,
        [texts.Say("button.prepare")] = Intent.Confirm,
        [texts.Say("button.fill-form")] = Intent.StartFiling,
        [texts.Say("button.erase")] = Intent.Confirm,
        [texts.Say("button.keep")] = Intent.Deny,
        [texts.Say("button.withdraw")] = Intent.Confirm,
        [texts.Say("button.keep-filing")] = Intent.Deny,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public Intent? Find(string text) => intents.TryGetValue(text, out var intent) ? intent : null;
}
