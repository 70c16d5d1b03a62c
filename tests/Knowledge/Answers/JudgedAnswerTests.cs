using PolicyBot.Knowledge.Answers;
using Xunit.Abstractions;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>The gate: right and complete answers to questions as citizens word them.</summary>
public sealed class JudgedAnswerTests(ITestOutputHelper output)
{
    /// <summary>Of the batches that the words and rules were adjusted on.</summary>
    private const double Wanted = 0.95;

    /// <summary>Of the half that nothing was adjusted on: what was reached, to be raised, never lowered.</summary>
    private const double Reached = 0.95;

    /// <summary>An answer that pours out the whole guide is complete and useless.</summary>
    private const int MostLines = 25;

    [Theory]
    [InlineData("tuning", Wanted)]
    [InlineData("second", Wanted)]
    [InlineData("third", Wanted)]
    [InlineData("heldout", Reached)]
    public void NearlyAllAnswersAreRightAndCompleteAndNoneIsOfAnotherRegion(string half, double least)
    {
        var judged = Judged.Load(half);
        var faults = judged.Select(question => (question, result: Answering.Ask(question.Q, question.Place)))
            .Select(entry => (entry.question, entry.result, fault: Fault(entry.question, entry.result))).ToList();
        // Of the held-out half only the score is shown, so that nobody tunes on its faults by accident.
        foreach (var (question, result, fault) in faults.Where(entry => entry.fault is not null && half != "heldout"))
        {
            output.WriteLine($"{question.Q}: {fault}\n  {result.Status}: {result.Answer?.Text.ReplaceLineEndings("\n  ")}");
        }

        var right = faults.Count(entry => entry.fault is null);
        var lines = faults.Where(entry => entry.result.Answer is not null).Select(entry => entry.result.Answer!.Citations.Count).ToList();
        output.WriteLine($"{half}: {right} of {judged.Count} right and complete; lines an answer: {lines.Average():0.0}, at most {lines.Max()}");
        Assert.DoesNotContain(faults, entry => IsOfAnotherRegion(entry.question, entry.result));
        Assert.True(right >= least * judged.Count, $"{right} of {judged.Count}");
    }

    private static string? Fault(Judged question, AnswerResult result)
    {
        var status = result.Status switch
        {
            AnswerStatus.Answered => "answered",
            AnswerStatus.NeedPlace => "need-place",
            _ => "not-found",
        };
        if (status != question.Status)
        {
            return $"{status} instead of {question.Status}";
        }

        if (result.Answer is not { } answer)
        {
            return null;
        }

        return question.Points.Find(point => !answer.Text.Contains(point, StringComparison.Ordinal)) is { } missing ? $"lacks {missing}"
            : question.Not.Find(point => answer.Text.Contains(point, StringComparison.Ordinal)) is { } wrong ? $"has {wrong}"
            : IsOfAnotherRegion(question, result) ? "another region"
            : !answer.Citations.Any(line => line.Section.EndsWith(question.Section!, StringComparison.Ordinal)
                || line.Section.Contains(question.Section!, StringComparison.Ordinal)) ? $"not from {question.Section}"
            : answer.Citations.Count > MostLines ? $"{answer.Citations.Count} lines"
            : question.Determined && result.Determination is null ? "no determination"
            : null;
    }

    /// <summary>Where nothing is to be said and no place is known, anything said is another region's.</summary>
    private static bool IsOfAnotherRegion(Judged question, AnswerResult result) =>
        (result.Answer?.Citations.Select(line => line.Guide) ?? []).Concat(result.Passages.Select(passage => passage.Guide)).Any(guide =>
            question.Guide is { } wanted ? guide != wanted
            : question.Place is null || !Answering.Library.Find(guide)!.SpeaksFor(question.Place));
}
