using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Knowledge.Places;
using static PolicyBot.Tests.Knowledge.Places.Shared;

namespace PolicyBot.Tests.Knowledge.Places;

public sealed class PlacePropertiesTests
{
    // Ordinary words and pieces of names, so that mentions begin, break off and touch.
    private static readonly Gen<string> Talk = Gen.Elements(
            "吉林", "省", "市", "区", "县", "蛟河", "朝阳", "上海", "黄浦", "的", "不是", "去", "在", "医保", " ", "，", "\n", "參保", "😀", "Ａ", "和", "南", "路")
        .Or(Gen.Elements(Catalog.All.ToArray()).Select(p => p.Name))
        .ListOf().Select(pieces => string.Concat(pieces));

    private static readonly Arbitrary<string> Anything =
        Talk.Or(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")).ToArbitrary();

    [Fact]
    public void EveryFullNameIsExactlyItsPlace() =>
        Assert.All(Catalog.All, place => Assert.Equal(place.Code, Named(Parser.Parse(Catalog.FullName(place.Code)))));

    [Fact]
    public void EveryNameIsFoundUnderItsParent() =>
        Assert.All(
            Catalog.All.Where(p => p.Parent is not null),
            place => Assert.Equal(place.Code, Named(Parser.Parse(Catalog.Find(place.Parent!)!.Name + place.Name))));

    [Fact]
    public void EveryNameAloneHasItsPlaceAmongTheCandidatesWhereAPlaceIsExpected() =>
        Assert.All(Catalog.All, place => Assert.Contains(place, Parser.Parse(place.Name, expectPlace: true).Single().Candidates));

    [Fact]
    public void MentionsLieInTheTextAndNeverOverlap() => Check.QuickThrowOnFailure(Prop.ForAll(Anything, text =>
    {
        var end = 0;
        foreach (var mention in Parser.Parse(text))
        {
            Assert.True(mention.Start >= end && mention.Length > 0 && mention.Candidates.Count > 0);
            end = mention.Start + mention.Length;
            Assert.Equal(text[mention.Start..end], mention.Text);
        }
        Assert.True(end <= text.Length);
    }));

    [Fact]
    public void EveryMentionHasExactlyOnePartInASentence() => Check.QuickThrowOnFailure(Prop.ForAll(Anything, text =>
    {
        var roles = Parser.Roles(text);
        PlaceMention?[] parts = [roles.Insured, roles.Care, .. roles.Unassigned, .. roles.Negated];
        Assert.Equal(
            Parser.Parse(text).Select(m => m.Start),
            parts.OfType<PlaceMention>().Select(m => m.Start).Order());
    }));

    [Fact]
    public void SuggestingAndSearchingNeverThrow() => Check.QuickThrowOnFailure(Prop.ForAll(Anything, text =>
    {
        Assert.True(Parser.Suggest(text).Count <= 3);
        Assert.True(Catalog.Search(text, 5).Count <= 5);
        Assert.True(Parser.Parse(text, "220000", expectPlace: true).Count <= text.Length);
    }));
}
