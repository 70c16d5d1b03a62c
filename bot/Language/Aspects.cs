namespace PolicyBot.Bot.Language;

/// <summary>What of a filing a question is about.</summary>
[Flags]
public enum Aspects
{
    None = 0,

    /// <summary>Whether one must file at all (要备案吗).</summary>
    Filing = 1,
    Documents = 2,
    ReviewTime = 4,

    /// <summary>What the fund pays (能报多少).</summary>
    Share = 8,
    Validity = 16,

    /// <summary>Whether it can be taken back (可以取消吗).</summary>
    Change = 32,

    /// <summary>Where and how to file.</summary>
    Channels = 64,
}

/// <param name="Named">What the message asks about.</param>
/// <param name="Alone">
/// Whether it holds nothing else but places, facts and words without weight: then it is about the person's own case
/// (那要带什么材料呢), and not about a matter of its own (承诺书要带什么材料).
/// </param>
/// <param name="Supposes">Whether it puts a case (要是去上海呢).</param>
public sealed record AspectReading(Aspects Named, bool Alone, bool Supposes)
{
    public static AspectReading Nothing { get; } = new(Aspects.None, Alone: false, Supposes: false);
}
