using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>What one message says, read once a turn.</summary>
internal sealed record Heard(
    Utterance Said, PlaceRoles Places, IReadOnlyList<string> Uploads, IReadOnlyList<UploadReferences.Refused> Refused)
{
    /// <summary>What of a filing it asks about.</summary>
    public AspectReading Asks { get; init; } = AspectReading.Nothing;

    public string Text => Said.Text;

    public Intent Intent => Said.Intent;

    public IReadOnlyList<FactMention> Facts => Said.Facts;

    public bool IsEmpty => Text.Length == 0 && Uploads.Count == 0 && Refused.Count == 0;

    /// <summary>Whether it tells something of the person's situation.</summary>
    public bool SaysFacts => Facts.Count > 0 || Places.Insured is not null || Places.Care is not null;
}
