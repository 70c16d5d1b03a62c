using Dapper;
using PolicyBot.Adapters.Storage;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.Storage;

public sealed class UnansweredQuestionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("我叫王秀英，社保局几点上班", "我叫***，社保局几点上班")]
    [InlineData("身份证 32050919490101002X 能查吗", "身份证 *** 能查吗")]
    [InlineData("３２０５０９ １９４９ 号码能查吗", "*** 号码能查吗")]
    [InlineData("电话138 0013-8000怎么没人接", "电话***怎么没人接")]
    [InlineData("一三八零零一三八零零零是谁的电话", "***是谁的电话")]
    [InlineData("姓名：买买提·阿卜杜拉，办好没", "姓名：***，办好没")]
    [InlineData("发到wang@example.com行吗", "发到***行吗")]
    [InlineData("我是王秀英，几点上班", "我是***，几点上班")]
    [InlineData("王秀英，13800138000，几点上班", "***，***，几点上班")]
    [InlineData("帮欧阳慧兰女士问一下", "帮***女士问一下")]
    [InlineData("我是江苏人，在吴江参保", "我是江苏人，在吴江参保")]
    [InlineData("高血压算不算慢性病", "高血压算不算慢性病")]
    [InlineData("花了2000元，2026年能报吗", "花了2000元，2026年能报吗")]
    public void NumbersAndNamesAreTakenOut(string text, string kept) => Assert.Equal(kept, PersonalData.Mask(text));

    [Fact]
    public void WhatIsKnownOfThePersonIsTakenOutWhereverItStands() =>
        Assert.Equal("那***和***的能一起办吗", PersonalData.Mask("那秀英和张三丰的能一起办吗", ["张三丰", "秀英", "x"]));

    [Fact]
    public async Task AQuestionIsKeptForTheEditorsWithoutPersonalData()
    {
        var database = new BotDatabase(Path.Combine(folder.Path, "bot.db"));
        await new UnansweredQuestions(database).AddAsync(
            new UnansweredQuestion("我叫王秀英，13800138000，几点上班", "320509", "medical", new DateOnly(2026, 12, 1)), default);

        await using var connection = await database.OpenAsync(default);
        var row = await connection.QuerySingleAsync<(string Date, string Place, string Scheme, string Text)>(
            "SELECT asked_on, place, scheme, question FROM unanswered_questions");
        Assert.Equal(("2026-12-01", "320509", "medical", "我叫***，***，几点上班"), row);
    }
}
