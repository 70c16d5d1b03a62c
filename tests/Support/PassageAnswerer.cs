using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Answers;
using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Tests.Support;

/// <summary>Answers with the first passage of Wujiang's guide that shares a word of three characters with the question.</summary>
internal sealed class PassageAnswerer(GuideLibrary guides) : IAnswerer
{
    public AnswerResult Answer(Question question)
    {
        if (question.Context.InsuredPlace is null)
        {
            return new AnswerResult { Status = AnswerStatus.NeedPlace };
        }

        var found = guides.Find("wujiang-medical")!.Passages.FirstOrDefault(passage => Shares(passage.Text, question.Text));
        return found is null
            ? new AnswerResult { Status = AnswerStatus.NotFound, Suggestions = ["备案要几天办好"] }
            : new AnswerResult
            {
                Status = AnswerStatus.Answered,
                Answer = new Answer(found.Text, [new Citation(found.Guide, found.Section, found.Text)]),
            };
    }

    private static bool Shares(string passage, string question) => Enumerable.Range(0, Math.Max(0, question.Length - 2))
        .Any(start => passage.Contains(question.AsSpan(start, 3), StringComparison.Ordinal));
}
