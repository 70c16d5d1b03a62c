using PolicyBot.Knowledge.Answers;

namespace PolicyBot.Tests.Knowledge.Answers;

public sealed class NearQuestionsTests
{
    [Fact]
    public void EveryQuestionOfferedIsAnsweredFromItsSection() => Assert.All(Answering.Near.All, near =>
    {
        var place = Answering.Library.Find(near.Guide)!.InsuredPlaces[0];
        var answer = Answering.Ask(near.Text, place, Answering.Library.Find(near.Guide)!.Scheme).Answer;

        Assert.True(answer is not null, near.Text);
        Assert.True(answer.Citations.Any(cite => cite.Guide == near.Guide && cite.Section.EndsWith(near.Section, StringComparison.Ordinal)), near.Text);
    });

    [Fact]
    public void AGuideWithoutWrittenQuestionsOffersItsHeadings()
    {
        var near = NearQuestions.Parse("{}", Answering.Library, Answering.Terms);

        Assert.Contains(near.All, question => question is { Guide: "wujiang-medical", Text: "备案类型及材料" });
        Assert.DoesNotContain(near.All, question => char.IsAsciiDigit(question.Text[0]) || question.Text[0] is '（' or '一');
    }
}
