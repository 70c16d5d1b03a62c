namespace PolicyBot.Knowledge.Places;

/// <summary>Weighs the cues on both sides of every place and gives out the two roles.</summary>
internal sealed class RoleReader(RoleCue[] cues)
{
    // 在吴江 alone: enough when the other role is taken, too little by itself.
    private const int Hint = 1;

    private readonly RoleCues _insured = new(cues, "insured");
    private readonly RoleCues _care = new(cues, "care");
    private readonly RoleCues _negated = new(cues, "negated");
    private readonly string[] _corrections = [.. cues.Where(c => c.Role == "correction").Select(c => c.Word.Word)];

    public PlaceRoles Read(string text, FoldedText folded, List<FoundPlace> found)
    {
        var places = found.ConvertAll(_ => new WeighedPlace());
        for (var i = 0; i < found.Count; i++)
            Weigh(places[i], folded.Chars, found, i);
        var correction = IsCorrection(folded.Chars, places);
        if (correction)
            PassOnRoles(places);
        var insured = Best(places, p => p.Insured, p => p.Care, correction);
        var care = Best(places, p => p.Care, p => p.Insured, correction);
        Complete(places, ref insured, ref care);

        PlaceMention Mention(int i) => found[i].ToMention(text, folded);
        return new PlaceRoles(
            insured < 0 ? null : Mention(insured),
            care < 0 ? null : Mention(care),
            [.. Enumerable.Range(0, found.Count).Where(i => i != insured && i != care && !places[i].Negated).Select(Mention)],
            [.. Enumerable.Range(0, found.Count).Where(i => places[i].Negated).Select(Mention)],
            correction);
    }

    private void Weigh(WeighedPlace place, ReadOnlySpan<char> text, List<FoundPlace> found, int i)
    {
        var before = Clause.Before(text[(i == 0 ? 0 : found[i - 1].End)..found[i].Start]);
        var after = Clause.After(text[found[i].End..(i + 1 < found.Count ? found[i + 1].Start : text.Length)]);
        place.Insured = _insured.Weigh(before, after);
        place.Care = _care.Weigh(before, after);
        place.Negated = _negated.Weigh(before, after) > 0;
    }

    private bool IsCorrection(ReadOnlySpan<char> text, List<WeighedPlace> places)
    {
        foreach (var word in _corrections)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && !Clause.IsQuestion(text, at))
                return true;
        }
        return places.Exists(p => p.Negated) && places.Exists(p => !p.Negated);
    }

    /// <summary>不是去北京，是杭州: what is put right takes the role of what was wrong, in either order.</summary>
    private static void PassOnRoles(List<WeighedPlace> places)
    {
        for (var i = 1; i < places.Count; i++)
        {
            var (wrong, right) = places[i].Negated ? (places[i], places[i - 1]) : (places[i - 1], places[i]);
            if (wrong.Negated && right is { Negated: false, Insured: 0, Care: 0 })
                (right.Insured, right.Care) = (wrong.Insured, wrong.Care);
        }
    }

    /// <summary>The heaviest place for a role, the first among equals; in a correction the last, and what it replaces is negated.</summary>
    private static int Best(List<WeighedPlace> places, Func<WeighedPlace, int> role, Func<WeighedPlace, int> other, bool correction)
    {
        var best = -1;
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Negated || role(places[i]) <= Hint || role(places[i]) <= other(places[i]))
                continue;
            if (best >= 0 && correction)
                places[best].Negated = true;
            if (best < 0 || correction || role(places[i]) > role(places[best]))
                best = i;
        }
        return best;
    }

    // 我在吴江，想去北京: with one role taken, a mere 在 is the other.
    private static void Complete(List<WeighedPlace> places, ref int insured, ref int care)
    {
        if (insured < 0 == care < 0)
            return;
        var hint = places.FindIndex(p => p is { Negated: false, Insured: 0, Care: Hint });
        if (hint < 0)
            return;
        if (insured < 0)
            insured = hint;
        else
            care = hint;
    }

    private sealed class WeighedPlace
    {
        public int Insured { get; set; }

        public int Care { get; set; }

        public bool Negated { get; set; }
    }
}
