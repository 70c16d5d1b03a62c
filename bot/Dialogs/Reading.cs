using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>What a message answers.</summary>
internal sealed record Reading
{
    public static Reading Nothing { get; } = new();

    /// <summary>Name → value; null takes the answer back, so that it is asked again.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Answers { get; init; } = [];

    /// <summary>Why the pending question is not answered, as the key of a text; null when nothing fits it at all.</summary>
    public string? Problem { get; init; }

    /// <summary>What the message may mean when it is ambiguous or misspelt, to choose from.</summary>
    public IReadOnlyList<AskOption> Candidates { get; init; } = [];

    /// <summary>The option was chosen that takes the answer before it back.</summary>
    public bool GoesBack { get; init; }

    /// <summary>Whether it was a button or the words of one: then nothing needs to be repeated back.</summary>
    public bool Chosen { get; init; }

    public static Reading Of(string name, string? value) => new() { Answers = [KeyValuePair.Create(name, value)] };

    public static Reading Wrong(string problem) => new() { Problem = problem };

    /// <summary>Without the answers, which may be personal.</summary>
    public override string ToString() => Problem ?? $"{Answers.Count} answers";
}
