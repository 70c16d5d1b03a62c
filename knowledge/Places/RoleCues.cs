namespace PolicyBot.Knowledge.Places;

/// <summary>The cues of one role; what they weigh is the heaviest before the place plus the heaviest after it.</summary>
internal sealed class RoleCues(RoleCue[] cues, string role)
{
    // 交在了咱吴江: three small words are as many as anyone puts between.
    private const int MostFillers = 3;

    private readonly RoleCue[] _before = [.. cues.Where(c => c.Role == role && c.Before)];
    private readonly RoleCue[] _after = [.. cues.Where(c => c.Role == role && !c.Before)];
    private readonly string[] _fillersBefore = [.. cues.Where(c => c.Role == "filler" && c.Before).Select(c => c.Word.Word)];
    private readonly string[] _fillersAfter = [.. cues.Where(c => c.Role == "filler" && !c.Before).Select(c => c.Word.Word)];

    public int Weigh(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => Before(before) + After(after);

    private int Before(ReadOnlySpan<char> text)
    {
        var heaviest = Far(_before, text);
        for (var i = 0; i <= MostFillers; i++)
        {
            foreach (var cue in _before)
            {
                if (cue.Weight > heaviest && cue.Next && text.EndsWith(cue.Word.Word, StringComparison.Ordinal)
                    && !Clause.IsQuestion(text, text.Length - cue.Word.Word.Length))
                    heaviest = cue.Weight;
            }
            var filler = 0;
            foreach (var word in _fillersBefore)
                filler = text.EndsWith(word, StringComparison.Ordinal) ? Math.Max(filler, word.Length) : filler;
            if (filler == 0)
                break;
            text = text[..^filler];
        }
        return heaviest;
    }

    private int After(ReadOnlySpan<char> text)
    {
        var heaviest = Far(_after, text);
        for (var i = 0; i <= MostFillers; i++)
        {
            foreach (var cue in _after)
            {
                if (cue.Weight > heaviest && cue.Next && cue.Word.Begins(text))
                    heaviest = cue.Weight;
            }
            var filler = 0;
            foreach (var word in _fillersAfter)
                filler = text.StartsWith(word, StringComparison.Ordinal) ? Math.Max(filler, word.Length) : filler;
            if (filler == 0)
                break;
            text = text[filler..];
        }
        return heaviest;
    }

    private static int Far(RoleCue[] cues, ReadOnlySpan<char> text)
    {
        var heaviest = 0;
        foreach (var cue in cues)
        {
            if (cue.Weight > heaviest && !cue.Next && text.Contains(cue.Word.Word, StringComparison.Ordinal))
                heaviest = cue.Weight;
        }
        return heaviest;
    }
}
