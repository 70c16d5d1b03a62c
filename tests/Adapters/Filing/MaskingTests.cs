using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Adapters.Filings;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Filings;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("13800138000", true)]
    [InlineData(" 13800138000", true)]
    [InlineData("1380013800", false)]
    [InlineData("138001380000", false)]
    [InlineData("23800138000", false)]
    [InlineData("1380013800a", false)]
    [InlineData("１３８００１３８０００", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void APhoneNumberHasElevenDigitsAndStartsWithOne(string? text, bool expected) => Assert.Equal(expected, PhoneNumber.TryParse(text, out _));

    [Fact]
    public void ThePhoneNumbersMiddleIsNeverShown()
    {
        var phones = Gen.Choose(0, int.MaxValue).Select(tail => $"1{tail % 10_000_000_000L:D10}");
        Prop.ForAll(phones.ToArbitrary(), text =>
            PhoneNumber.TryParse(text, out var number) && number.Masked == $"{text[..3]}****{text[^4..]}" && number.ToString() == number.Masked).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("张三丰", "张**")]
    [InlineData("李四", "李*")]
    [InlineData("欧阳娜娜", "欧**")]
    [InlineData("买买提·艾力", "买**")]
    [InlineData("王", "*")]
    [InlineData("", "")]
    public void OfANameOnlyTheFirstCharacterIsShown(string name, string masked) => Assert.Equal(masked, PersonName.Mask(name));

    [Fact]
    public void WhatIsNotANumberIsHiddenWhole()
    {
        Assert.Equal("*****", IdNumber.Mask("12345"));
        Assert.Equal("***", PhoneNumber.Mask("123"));
    }

    [Fact]
    public void ASubmissionAndItsPersonArePrintedWithoutPersonalData()
    {
        var submission = Some.Submission();
        Assert.Equal($"张** {Some.IdNumber[..6]}********{Some.IdNumber[^4..]} 138****8000", submission.Person.ToString());
        Assert.DoesNotContain(Some.IdNumber[6..14], submission.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("张", submission.ToString(), StringComparison.Ordinal);
    }
}
