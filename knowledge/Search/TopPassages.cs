namespace PolicyBot.Knowledge.Search;

/// <summary>
/// Keeps the best passages of the stretches searched. It is exact and does not read all postings: rare tokens come first, and
/// once what the common ones can add would lift no other passage among the best, they are looked up for the candidates only.
/// </summary>
internal sealed class TopPassages(int top)
{
    /// <summary>Sums of floats differ in their last places by the order of addition.</summary>
    private const float Slack = 1e-4f;

    /// <summary>To look at the scores of so many passages costs as much as to read one posting.</summary>
    private const int Looked = 16;

    /// <summary>To seek one passage in postings costs as much as to read so many.</summary>
    private const int Sought = 16;

    private readonly Ranking best = new(top);
    private readonly Ranking soFar = new(top);
    private readonly List<int> candidates = [];

    public ReadOnlySpan<(float Score, int Passage)> Found => best.Found;

    /// <param name="lists">The postings within the stretch, the shortest first.</param>
    /// <param name="scores">One for each passage, of any value.</param>
    public void Find(ReadOnlySpan<Stretch> lists, float[] scores, int start, int end)
    {
        Array.Clear(scores, start, end - start);
        var (had, rest) = (0f, 0f);
        foreach (ref readonly var list in lists)
        {
            rest += list.Most;
        }

        for (var read = 0; read < lists.Length; read++)
        {
            if (had > rest && lists[read].Length > (end - start) / Looked)
            {
                soFar.Clear();
                soFar.Add(scores, start, end);
                if (soFar.Least > rest + Slack)
                {
                    Finish(lists[read..], rest, scores, start, end);
                    return;
                }
            }

            lists[read].AddTo(scores);
            had += lists[read].Most;
            rest -= lists[read].Most;
        }

        best.Add(scores, start, end);
    }

    private void Finish(ReadOnlySpan<Stretch> lists, float rest, float[] scores, int start, int end)
    {
        candidates.Clear();
        var least = soFar.Least - rest - Slack;
        for (var i = Ranking.NotBelow(least, scores, start, end); i < end; i = Ranking.NotBelow(least, scores, i + 1, end))
        {
            candidates.Add(i);
        }

        foreach (ref readonly var list in lists)
        {
            if (list.Length < (long)candidates.Count * Sought)
            {
                list.AddTo(scores);
            }
            else
            {
                list.AddTo(scores, candidates);
            }

            rest -= list.Most;
            Drop(rest, scores);
        }

        foreach (var passage in candidates)
        {
            best.Add(scores[passage], passage);
        }
    }

    /// <summary>Drops the candidates that what is left to add can no longer lift among the best.</summary>
    private void Drop(float rest, float[] scores)
    {
        if (candidates.Count <= top)
        {
            return;
        }

        soFar.Clear();
        foreach (var passage in candidates)
        {
            soFar.Add(scores[passage], passage);
        }

        var least = soFar.Least - rest - Slack;
        candidates.RemoveAll(passage => scores[passage] < least);
    }
}
