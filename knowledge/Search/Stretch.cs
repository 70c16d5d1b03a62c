namespace PolicyBot.Knowledge.Search;

/// <summary>The part of a token's postings that lies in the stretch of the index that is searched.</summary>
internal readonly record struct Stretch(Postings Postings, int From, int To)
{
    public int Length => To - From;

    public float Most => Postings.Most;

    public void AddTo(float[] scores)
    {
        var passages = Postings.Passages.AsSpan(From, Length);
        var parts = Postings.Parts.AsSpan(From, passages.Length);
        for (var i = 0; i < passages.Length; i++)
        {
            scores[passages[i]] += parts[i];
        }
    }

    /// <param name="candidates">In order.</param>
    public void AddTo(float[] scores, List<int> candidates)
    {
        var at = From;
        foreach (var passage in candidates)
        {
            at = Postings.Place(passage, at, To);
            if (at < To && Postings.Passages[at] == passage)
            {
                scores[passage] += Postings.Parts[at];
            }
        }
    }
}
