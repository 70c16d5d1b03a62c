using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Adapters.Filings;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Filings;

public sealed class IdNumberTests
{
    private static readonly Gen<string> Numbers =
        from days in Gen.Choose(0, 46000)
        from sequence in Gen.Choose(0, 999)
        select Some.IdNumberOf(new DateOnly(1900, 1, 1).AddDays(days), sequence);

    [Fact]
    public void EveryRightNumberIsReadWithItsDayOfBirth() => Prop.ForAll(Numbers.ToArbitrary(), text =>
        IdNumber.TryParse(text, out var number) && number.Value == text && number.Birth.ToString("yyyyMMdd") == text[6..14]).QuickCheckThrowOnFailure();

    [Fact]
    public void EverySingleWrongDigitIsNoticed()
    {
        var changes =
            from text in Numbers
            from position in Gen.Choose(0, 16)
            from digit in Gen.Choose(0, 9)
            where text[position] != '0' + digit
            select (text, changed: text[..position] + digit + text[(position + 1)..]);
        Prop.ForAll(changes.ToArbitrary(), change => IdNumber.CheckCharacter(change.changed) != change.text[17]
            && !IdNumber.TryParse(change.changed, out _)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void EverySwapOfUnequalNeighboursIsNoticed()
    {
        var swaps =
            from text in Numbers
            from position in Gen.Choose(0, 15)
            where text[position] != text[position + 1]
            select text[..position] + text[position + 1] + text[position] + text[(position + 2)..];
        Prop.ForAll(swaps.ToArbitrary(), swapped => !IdNumber.TryParse(swapped, out _)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void NothingButTheValueShowsTheDayOfBirth() => Prop.ForAll(Numbers.ToArbitrary(), text =>
        IdNumber.TryParse(text, out var number) && number.Masked == text[..6] + "********" + text[^4..]
            && number.ToString() == number.Masked && $"{number}" == number.Masked).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData(" 11010519491231002X ", true)]
    [InlineData("110105194912310020", false)]
    [InlineData("11010519491331002X", false)]
    [InlineData("11010519490229002X", false)]
    [InlineData("01010519491231002X", false)]
    [InlineData("110105491231002", false)]
    [InlineData("１１０１０５１９４９１２３１００２X", false)]
    [InlineData("1101051949123100XX", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void OnlyAWellFormedNumberWithItsCheckCharacterIsRead(string? text, bool expected) => Assert.Equal(expected, IdNumber.TryParse(text, out _));
}
