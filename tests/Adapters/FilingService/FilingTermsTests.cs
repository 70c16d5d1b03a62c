using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Knowledge.Calendars;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

public sealed class FilingTermsTests
{
    private static readonly ReviewTime TwoDays = new(2, "2 个工作日", FixedDeterminer.Cite);

    [Theory]
    [InlineData("2026-12-01", "2026-12-03")]
    [InlineData("2026-12-03", "2026-12-07")]
    [InlineData("2026-12-04", "2026-12-08")]
    [InlineData("2026-12-05", "2026-12-08")]
    [InlineData("2026-12-06", "2026-12-08")]
    public void TwoWorkingDaysAreCountedFromTheNextDayWithoutWeekends(string received, string reviewed) =>
        Assert.Equal(new WorkDay(DateOnly.Parse(reviewed), HolidaysUnknown: false), FilingTerms.ReviewBy(TwoDays, DateOnly.Parse(received), RealKnowledge.Calendar));

    [Theory]
    [InlineData("2025-01-24", "2025-01-27", false)] // The Sunday before Spring Festival is worked.
    [InlineData("2025-01-27", "2025-02-06", false)]
    [InlineData("2026-02-13", "2026-02-24", false)] // Saturday the 14th is worked, then nine days off.
    [InlineData("2026-02-14", "2026-02-25", false)]
    [InlineData("2026-04-30", "2026-05-07", false)]
    [InlineData("2026-05-07", "2026-05-09", false)]
    [InlineData("2026-09-30", "2026-10-09", false)]
    [InlineData("2026-12-31", "2027-01-04", true)]
    [InlineData("2027-02-04", "2027-02-08", true)] // 除夕 is the 5th, but no notice says so yet.
    public void HolidaysAreLeftOutWhereTheyAreKnownAndElsewhereItIsSaid(string received, string reviewed, bool unknown) =>
        Assert.Equal(new WorkDay(DateOnly.Parse(reviewed), unknown), FilingTerms.ReviewBy(TwoDays, DateOnly.Parse(received), RealKnowledge.Calendar));

    [Theory]
    [InlineData("2026-12-01", 6, "2027-06-01")]
    [InlineData("2026-12-01", 3, "2027-03-01")]
    [InlineData("2026-08-31", 6, "2027-03-01")]
    [InlineData("2026-11-30", 3, "2027-03-01")]
    [InlineData("2026-01-31", 1, "2026-03-01")]
    public void AWaitIsOverOnTheDayAfterItsLast(string from, int months, string first) =>
        Assert.Equal(DateOnly.Parse(first), FilingTerms.FirstDayAfter(DateOnly.Parse(from), months));

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
    public void SixMonthsAreCalendarMonths() =>
        Assert.Equal(new DateOnly(2027, 5, 31), FilingTerms.ValidUntil(new Validity("最长不超过6个月", null, null, false, FixedDeterminer.Cite, Months: 6), null, new DateOnly(2026, 12, 1)));

    [Fact]
    public void ACommitmentHoldsFifteenDaysAndLapsesTheDayAfter() =>
        Assert.Equal(new DateOnly(2026, 12, 15), FilingTerms.ValidUntil(Of(1, null), new CommitmentLetter(15, [], []), new DateOnly(2026, 12, 1)));

    [Fact]
    public void WhatHoldsAsLongAsTheProofOrIsNotSaidHasNoLastDay()
    {
        var day = new DateOnly(2026, 12, 1);
        Assert.Null(FilingTerms.ValidUntil(new Validity("和认定材料一致", null, null, AsLongAsProof: true, FixedDeterminer.Cite), null, day));
        Assert.Null(FilingTerms.ValidUntil(null, null, day));
        Assert.Null(FilingTerms.ReviewBy(null, day, RealKnowledge.Calendar));
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
