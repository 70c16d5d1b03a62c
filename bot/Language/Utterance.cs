using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Language;

/// <summary>A message as the bot understands it, before it knows which question is pending.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Folded">Half width, simplified, one space for white space; see TextFolding.</param>
/// <param name="Facts">What it says of the situation; see <see cref="IFactReader"/>.</param>
public sealed record Utterance(string Text, string Folded, Intent Intent, IReadOnlyList<FactMention> Facts)
{
    /// <summary>Longer messages are not read, only answered.</summary>
    public const int LongestRead = 1000;

    /// <summary>What follows "刚才说错了", such as 去杭州; null unless the intent is <see cref="Intent.Correct"/>, or nothing follows.</summary>
    public string? CorrectionRest { get; init; }

    /// <summary>Whether it has the form of a question; an answer may too (北京吗?), so the intent decides.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Nothing in it: empty, emoji, punctuation, one character over and over, keys hit at random.</summary>
    public bool IsEmptyOrNoise { get; init; }

    public bool IsTooLong { get; init; }

    /// <summary>
    /// Whether a pending question must be tried before the intent: 没有, 不知道, 好的, 我要去北京看病 or 不是北京，是天津 may be its
    /// answer. 取消, 上一步, 转人工 and the like never are.
    /// </summary>
    public bool MayAnswer { get; init; }

    /// <summary>Without the words, which may be personal.</summary>
    public override string ToString() => $"{Intent}, {Text.Length} characters";
}
