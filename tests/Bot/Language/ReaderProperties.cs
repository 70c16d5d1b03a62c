using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Text;

namespace PolicyBot.Tests.Bot.Language;

public class ReaderProperties
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(0, 365 * 60).Select(offset => new DateOnly(1980, 1, 1).AddDays(offset)).ToArbitrary();

    /// <summary>Characters that citizens type, and some that they do not.</summary>
    private static readonly Gen<string> Texts = Gen.Elements(
            "我要去北京上海医生让转诊院住女儿家退休户口备案没有不是吗呢怎么咋门急诊药店如果要的话了，。？！ 　1２3Xx万千百十月日号年周下%.-+·😀\u200B\uD83D\u0002…(|)".ToCharArray())
        .ArrayOf().Select(characters => new string(characters));

    [Fact]
    public void NoReaderEverThrows() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), ReadWithAll));

    [Fact]
    public void NoReaderThrowsOnStrangeStrings() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => ReadWithAll(text ?? "")));

    [Fact]
    public void MentionsLieWithinTheText() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), text =>
        Readers.Facts.Read(text).All(mention => mention.Start >= 0 && mention.Length > 0 && mention.Start + mention.Length <= text.Length)));

    [Fact]
    public void FoldingTwiceChangesNothing() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), text =>
        TextFolding.Fold(TextFolding.Fold(text)) == TextFolding.Fold(text)));

    [Fact]
    public void EveryChangeOfOneDigitOfAnIdentityNumberIsFound() => Check.QuickThrowOnFailure(Prop.ForAll(IdNumbers(), number =>
    {
        Assert.Equal(number, IdNumberReader.Read(number, Today).Value);
        for (var i = 0; i < number.Length; i++)
        {
            foreach (var digit in i == 17 ? "0123456789X" : "0123456789")
            {
                if (digit != number[i])
                    Assert.NotNull(IdNumberReader.Read(number[..i] + digit + number[(i + 1)..], Today).Problem);
            }
        }
    }));

    [Fact]
    public void EveryWayToWriteADayGivesTheDay() => Check.QuickThrowOnFailure(Prop.ForAll(Days, day =>
    {
        var expected = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var format in (string[])["yyyy-MM-dd", "yyyy-M-d", "yyyy年M月d日", "yyyy年M月d号", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"])
            Assert.Equal(expected, DateReader.Read(day.ToString(format, CultureInfo.InvariantCulture), Today).Value);
        Assert.Equal(expected, DateReader.Read($"{day.Year}年{Spoken(day.Month)}月{Spoken(day.Day)}号", Today).Value);
    }));

    [Fact]
    public void ADayWithoutAYearIsTheNextOne() => Check.QuickThrowOnFailure(Prop.ForAll(Days, day =>
    {
        var read = DateOnly.Parse(DateReader.Read($"{day.Month}月{day.Day}日", Today).Value!, CultureInfo.InvariantCulture);
        Assert.True(read >= Today);
        Assert.Equal((day.Month, day.Day), (read.Month, read.Day));
    }));

    [Fact]
    public void EveryWayToWriteAnAmountGivesTheAmount() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 99_999_999).ToArbitrary(), fen =>
    {
        var yuan = fen / 100m;
        var expected = yuan.ToString("0.##", CultureInfo.InvariantCulture);
        Assert.Equal(expected, MoneyReader.Read(yuan.ToString("0.00", CultureInfo.InvariantCulture)).Value);
        Assert.Equal(expected, MoneyReader.Read($"￥{yuan.ToString("#,##0.00", CultureInfo.InvariantCulture)}元").Value);
        Assert.Equal((fen / 100).ToString(CultureInfo.InvariantCulture), MoneyReader.Read($"{Spoken(fen / 100)}元").Value);
    }));

    [Fact]
    public void EverySharePercentGivesTheShare() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(2, 100).ToArbitrary(), percent =>
    {
        var expected = (percent / 100m).ToString("0.##", CultureInfo.InvariantCulture);
        Assert.Equal(expected, ShareReader.Read($"{percent}%").Value);
        Assert.Equal(expected, ShareReader.Read($"{percent}").Value);
        Assert.Equal(expected, ShareReader.Read($"百分之{Spoken(percent)}").Value);
    }));

    [Fact]
    public void TenThousandCharactersAreReadInLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("如果医生让我转院，没有备案怎么办。", 600));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Readers.Facts.Read(text);
        // Quadratic code took minutes; the bound only has to tell the two apart on a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static void ReadWithAll(string text)
    {
        Readers.Utterances.Read(text);
        IdNumberReader.Read(text, Today);
        PhoneReader.Read(text);
        NameReader.Read(text);
        DateReader.Read(text, Today);
        MoneyReader.Read(text);
        ShareReader.Read(text);
        YesNoReader.Read(text);
        ChoiceReader.Read(text, [new Choice("a", "医疗保险"), new Choice("b", "工伤保险")]);
    }

    private static Arbitrary<string> IdNumbers() =>
        (from region in Gen.Choose(110000, 659999)
         from day in Days.Generator
         from sequence in Gen.Choose(0, 999)
         let body = string.Create(CultureInfo.InvariantCulture, $"{region:000000}{day:yyyyMMdd}{sequence:000}")
         where day < Today
         select body + IdNumberReader.CheckCharacter(body)).ToArbitrary();

    /// <summary>A whole number as it is spoken: 21 is 二十一, 10050 is 一万零五十.</summary>
    private static string Spoken(int number)
    {
        const string digits = "零一二三四五六七八九";
        if (number < 10)
            return digits[number].ToString();
        foreach (var (unit, name) in ((int, string)[])[(10_000, "万"), (1000, "千"), (100, "百"), (10, "十")])
        {
            if (number < unit)
                continue;
            var rest = number % unit;
            var head = unit == 10 && number < 20 ? "" : Spoken(number / unit);
            return head + name + (rest == 0 ? "" : rest < unit / 10 ? "零" + (rest is >= 10 and < 20 ? "一" : "") + Spoken(rest) : (rest is >= 10 and < 20 ? "一" : "") + Spoken(rest));
        }
        return "";
    }
}
