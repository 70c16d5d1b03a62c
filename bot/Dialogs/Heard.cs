using PolicyBot.Adapters.WebChat;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>What one message says, read once a turn.</summary>
internal sealed record Heard(
    Utterance Said, PlaceRoles Places, IReadOnlyList<string> Uploads, IReadOnlyList<RefusedUpload> Refused)
{
    /// <summary>What of a filing it asks about.</summary>
    public AspectReading Asks { get; init; } = AspectReading.Nothing;

    /// <summary>Without the words, which may be personal.</summary>
    public override string ToString() => $"{Said}, {Uploads.Count} files";

    public string Text => Said.Text;

    public Intent Intent => Said.Intent;

    public IReadOnlyList<FactMention> Facts => Said.Facts;

    /// <summary>Whether it is written in another language.</summary>
    public bool IsForeign => Text.Any(char.IsAsciiLetter) && !Text.Any(letter => letter >= '\u4E00');

    public bool IsEmpty => Text.Length == 0 && Uploads.Count == 0 && Refused.Count == 0;

    /// <summary>Whether it tells something of the person's situation.</summary>
    public bool SaysFacts => Facts.Count > 0 || Places.Insured is not null || Places.Care is not null;
}
