using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

public sealed class FilingTermsTests
{
    [Theory]
    [InlineData("2026-12-01", "2026-12-03")]
    [InlineData("2026-12-03", "2026-12-07")]
    [InlineData("2026-12-04", "2026-12-08")]
    [InlineData("2026-12-05", "2026-12-08")]
    [InlineData("2026-12-06", "2026-12-08")]
    public void TwoWorkingDaysAreCountedFromTheNextDayWithoutWeekends(string received, string reviewed) =>
        Assert.Equal(DateOnly.Parse(reviewed), FilingTerms.ReviewBy(new ReviewTime(2, "2 个工作日", FixedDeterminer.Cite), DateOnly.Parse(received)));

    [Theory]
    [InlineData("2026-12-01", 1, null, "2027-11-30")]
    [InlineData("2027-01-01", 1, null, "2027-12-31")]
    [InlineData("2027-03-01", 1, null, "2028-02-29")]
    [InlineData("2028-02-29", 1, null, "2029-02-28")]
    [InlineData("2028-02-29", 4, null, "2032-02-28")]
    [InlineData("2026-12-01", null, 60, "2027-01-29")]
    public void TheFirstDayCounts(string startsOn, int? years, int? days, string until) =>
        Assert.Equal(DateOnly.Parse(until), FilingTerms.ValidUntil(Of(years, days), null, DateOnly.Parse(startsOn)));

    [Fact]
    public void ACommitmentHoldsFifteenDaysAndLapsesTheDayAfter() =>
        Assert.Equal(new DateOnly(2026, 12, 15), FilingTerms.ValidUntil(Of(1, null), new CommitmentLetter(15, [], []), new DateOnly(2026, 12, 1)));

    [Fact]
    public void WhatHoldsAsLongAsTheProofOrIsNotSaidHasNoLastDay()
    {
        var day = new DateOnly(2026, 12, 1);
        Assert.Null(FilingTerms.ValidUntil(new Validity("和认定材料一致", null, null, AsLongAsProof: true, FixedDeterminer.Cite), null, day));
        Assert.Null(FilingTerms.ValidUntil(null, null, day));
        Assert.Null(FilingTerms.ReviewBy(null, day));
    }

    [Fact]
    public void EveryNumberIsRightAndEverySingleWrongDigitIsNoticed()
    {
        var changes =
            from day in Gen.Choose(0, 3000)
            from position in Gen.Choose(0, 22)
            from digit in Gen.Choose(0, 9)
            let number = FilingNumber.New("320509", new DateOnly(2026, 12, 1).AddDays(day))
            where char.IsAsciiDigit(number[position]) && number[position] != '0' + digit
            select (number, changed: number[..position] + digit + number[(position + 1)..]);
        Prop.ForAll(changes.ToArbitrary(), change => FilingNumber.IsValid(change.number) && !FilingNumber.IsValid(change.changed)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void NumbersDoNotTellHowManyThereAre()
    {
        var numbers = Enumerable.Range(0, 1000).Select(_ => FilingNumber.New("320509", new DateOnly(2026, 12, 1))).ToList();
        Assert.True(numbers.Distinct(StringComparer.Ordinal).Count() > 990);
        Assert.NotEqual(numbers.Order(StringComparer.Ordinal), numbers);
    }

    [Theory]
    [InlineData("320509000000", "320509-20261201-")]
    [InlineData("2299", "229900-20261201-")]
    [InlineData("cn-吉林", "000000-20261201-")]
    public void AnyPlaceMakesANumberOfTheSameForm(string place, string start) =>
        Assert.StartsWith(start, FilingNumber.New(place, new DateOnly(2026, 12, 1)), StringComparison.Ordinal);

    private static Validity Of(int? years, int? days) => new("有效期", years, days, AsLongAsProof: false, FixedDeterminer.Cite);
}
