using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Benchmarks;

/// <summary>
/// A small set in the layout of SQuAD from what is in the repository: the guides' passages as contexts, each judged question
/// with the passage that holds its first point. It shows that the command works; the guides are too few to rank engines by.
/// </summary>
internal static class GuideSquad
{
    public static SquadSet Make(GuideLibrary library, IEnumerable<JudgedQuestion> judged)
    {
        var asked = judged.Where(question => question is { Guide: not null, Points.Count: > 0 })
            .Select(question => (Question: question, Passage: PassageOf(library, question)))
            .Where(entry => entry.Passage is not null).ToLookup(entry => entry.Passage!, entry => entry.Question);
        return new SquadSet("guides-1", [.. library.Guides.Select(guide => new SquadArticle(guide.Title,
            [.. guide.Passages.Select(passage => Paragraph(passage, asked[passage]))]))]);
    }

    private static Passage? PassageOf(GuideLibrary library, JudgedQuestion question) =>
        library.Find(question.Guide!)?.Passages.FirstOrDefault(passage => passage.Text.Contains(question.Points[0], StringComparison.Ordinal));

    private static SquadParagraph Paragraph(Passage passage, IEnumerable<JudgedQuestion> asked) => new(passage.Text,
        [.. asked.Select((question, i) => new SquadQuestion($"{passage.Id}-{i + 1}", question.Q,
            [new SquadAnswer(question.Points[0], passage.Text.IndexOf(question.Points[0], StringComparison.Ordinal))]))]);
}
