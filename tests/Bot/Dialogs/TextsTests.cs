using System.Text.RegularExpressions;
using PolicyBot.Bot.Interviews;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Dialogs;

/// <summary>What people read stands in the resources, all of it, and nothing else does.</summary>
public sealed partial class TextsTests
{
    /// <summary>Keys whose last part is a name from elsewhere: of a fact, a kind of field, a problem, a reason, a channel, a scheme.</summary>
    private static readonly string[] Families = ["label.", "field.", "problem.", "refused.", "kind.", "how.", "scheme."];

    private static readonly Texts Texts = Texts.Load();

    private static readonly string Code = string.Join(
        '\n',
        new[] { "Interviews", "Dialogs" }.SelectMany(folder => Directory.GetFiles(Repository.Path("bot", folder), "*.cs")).Select(File.ReadAllText));

    private static readonly HashSet<string> Literals = [.. Literal().Matches(Code).Select(match => match.Groups["text"].Value)];

    [Fact]
    public void EveryTextThatIsSaidExists() =>
        Assert.All(Said().Matches(Code).Select(match => match.Groups["key"].Value), key => Assert.True(Texts.Has(key), key));

    [Fact]
    public void NoTextIsUnused() => Assert.All(
        Texts.Keys.Where(key => !Families.Any(family => key.StartsWith(family, StringComparison.Ordinal))),
        key => Assert.Contains(key, Literals));

    [Fact]
    public void NoEnglishIsLeftInWhatPeopleRead() => Assert.All(
        Texts.Keys.Where(key => key != "consent.version"), key => Assert.DoesNotMatch(English(), Foreign.Aggregate(
            Texts.Words(key), (text, word) => text.Replace(word, string.Empty, StringComparison.Ordinal))));

    [Fact]
    public void NobodyIsShoutedAt() => Assert.All(Texts.Keys, key => Assert.DoesNotContain('！', Texts.Words(key)));

    [Fact]
    public void NothingThatPeopleReadStandsInTheCode() => Assert.All(
        Literals.Except(Compared), literal => Assert.DoesNotMatch("[\u4E00-\u9FFF]", literal));

    /// <summary>Names that people know only so.</summary>
    private static readonly string[] Foreign = ["PDF", "MB"];

    /// <summary>Characters that are compared with what people type, or with words of a policy.</summary>
    private static readonly string[] Compared = ["一二三四五六七八九", " 。.，,！!、第个项种号", "，任选其一"];

    [GeneratedRegex("\"(?<text>([^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("Say\\(\\s*\"(?<key>[a-z][A-Za-z.-]*)\"\\s*[,)]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex English();
}
