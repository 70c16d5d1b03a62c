using System.Text.RegularExpressions;

namespace PolicyBot.Adapters.Hotline.Staff;

/// <summary>Which names and passwords will do; what is wrong is said in plain Chinese.</summary>
public static partial class StaffRules
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 128;

    private const int FewestCharacters = 5;

    // What is tried first by whoever guesses; longer passwords that only repeat or count are found by the rules below.
    private static readonly string[] Guessed = ["password", "passw0rd", "12345678", "qwertyui", "letmein", "admin", "policybot", "woaini", "yibao"];

    public static string? NameProblem(string name) =>
        Name().IsMatch(name) ? null : "账号名用 2 到 40 个汉字、字母、数字、点、横线或下划线。";

    public static string? PasswordProblem(string name, string? password) => password switch
    {
        null or "" => "密码不能为空。",
        { Length: < ShortestPassword } => $"密码至少要 {ShortestPassword} 个字符。",
        { Length: > LongestPassword } => $"密码不能超过 {LongestPassword} 个字符。",
        _ when password.Distinct().Count() < FewestCharacters => "密码太简单：不同的字符太少。",
        _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => "密码里不能有账号名。",
        _ when Guessed.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)) => "密码太简单：里面有最常被人猜到的词或数字。",
        _ => null,
    };

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{2,40}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
