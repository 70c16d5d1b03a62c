using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Reads what the fund pays at home and what the care will cost (在参保地报85%，要花2万), clause by clause.</summary>
internal sealed class AmountReader(Texts texts)
{
    private const int LongestText = 60;

    private readonly string[] shares = texts.Say("words.share").Split(' ');
    private readonly string numerals = texts.Say("words.numerals");
    private readonly string[] costs = texts.Say("words.cost").Split(' ');

    public IEnumerable<FactMention> Read(string text)
    {
        if (text.Length is 0 or > LongestText || !text.Any(IsNumeral))
        {
            yield break;
        }

        var start = 0;
        foreach (var clause in text.Split('，', ',', '。', '；'))
        {
            if (Says(clause, shares) && ShareReader.Read(clause).Value is { } share)
            {
                yield return new FactMention(SituationFacts.LocalShare, share, start, clause.Length);
            }
            else if (Says(clause, costs) && MoneyReader.Read(clause).Value is { } cost)
            {
                yield return new FactMention(SituationFacts.EligibleCost, cost, start, clause.Length);
            }

            start += clause.Length + 1;
        }
    }

    private bool IsNumeral(char c) => char.IsAsciiDigit(c) || numerals.Contains(c, StringComparison.Ordinal);

    private static bool Says(string clause, string[] words) =>
        Array.Exists(words, word => clause.Contains(word, StringComparison.Ordinal));
}
