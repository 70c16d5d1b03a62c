using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Whether somebody's name, ID number and phone number can be right.</summary>
internal static class PersonRules
{
    /// <param name="who"><c>person</c> or <c>agent</c>.</param>
    public static IEnumerable<FilingProblem> Check(string who, Person person, DateOnly today)
    {
        var whose = who == "agent" ? "代办人" : "参保人";
        if (!IsName(person.Name))
        {
            yield return new FilingProblem($"{who}.name", $"{whose}的姓名要填 2 到 30 个字，和身份证上的一样。", null);
        }

        if (!IdNumber.TryParse(person.IdNumber, out var idNumber))
        {
            yield return new FilingProblem($"{who}.idNumber", $"{whose}的身份证号码不对，请对照身份证检查 18 位号码。", null);
        }
        else if (idNumber.Birth > today)
        {
            yield return new FilingProblem($"{who}.idNumber", $"{whose}的身份证号码里的出生日期还没有到，请检查。", null);
        }

        if (!PhoneNumber.TryParse(person.Phone, out _))
        {
            yield return new FilingProblem($"{who}.phone", $"{whose}的手机号码要填 1 开头的 11 位数字。", null);
        }
    }

    // Letters of any script, with the dots and spaces in the names of minorities and foreigners: 买买提·艾力, Li Na.
    private static bool IsName(string name) => name.Trim() is { Length: >= 2 and <= 30 } trimmed
        && char.IsLetter(trimmed, 0)
        && trimmed.EnumerateRunes().All(rune => System.Text.Rune.IsLetter(rune) || rune.Value is '·' or '•' or '.' or ' ' or '-' or '’' or '\'');
}
