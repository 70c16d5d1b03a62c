using PolicyBot.Bot.Language;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Finds the option that a message means.</summary>
internal static class OptionReader
{
    private static readonly string[] Agreeing =
        [AnswerNames.WishHere, ConsentAnswer.Yes, AnswerNames.CommitmentGiven, "true"];

    private static readonly string[] Declining =
        [AnswerNames.WishSelf, ConsentAnswer.No, AnswerNames.CommitmentDeclined, "false"];

    private const string Ordinals = "一二三四五六七八九";

    /// <summary>The option whose button was pressed, or whose words or number were typed.</summary>
    public static AskOption? Exactly(IReadOnlyList<AskOption> options, string text)
    {
        var said = text.AsSpan().Trim(" 。.，,！!、第个项种号");
        if (said.Length == 1)
        {
            var number = said[0] is >= '1' and <= '9' ? said[0] - '1' : Ordinals.IndexOf(said[0], StringComparison.Ordinal);
            if (number >= 0 && number < options.Count)
            {
                return options[number];
            }
        }

        foreach (var option in options)
        {
            if (text == option.Label || said.SequenceEqual(option.Label) || text == option.Value)
            {
                return option;
            }
        }

        return null;
    }

    /// <summary>Also 好的 and 不要 where that is clear, the verb of the question again (满了), and words that only one of the options holds.</summary>
    public static AskOption? Read(InterviewQuestion question, Heard heard) =>
        Read(question.Options, heard) ?? (EchoReader.Read(question.Prompt, heard.Text) switch
        {
            true => OneOf(question.Options, Agreeing),
            false => OneOf(question.Options, Declining),
            _ => null,
        });

    private static AskOption? Read(IReadOnlyList<AskOption> options, Heard heard) =>
        Exactly(options, heard.Text)
        ?? (heard.Intent == Intent.Confirm ? OneOf(options, Agreeing) : null)
        ?? (heard.Intent == Intent.Deny ? OneOf(options, Declining) : null)
        ?? Meant(options, heard.Text);

    private static AskOption? OneOf(IReadOnlyList<AskOption> options, string[] values) =>
        options.Count == 2 ? options.FirstOrDefault(option => values.Contains(option.Value)) : null;

    private static AskOption? Meant(IReadOnlyList<AskOption> options, string text) =>
        options.Count > 0 && ChoiceReader.Read(text, [.. options.Select(option => new Choice(option.Value, option.Label))]).Value is { } value
            ? options.FirstOrDefault(option => option.Value == value)
            : null;
}
