using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Text;

/// <summary>Where a phrase was found; <paramref name="Tag"/> says which one.</summary>
public readonly record struct PhraseHit(int Tag, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds every phrase of a word list in one pass over the text (Aho and Corasick 1975), so that a long message costs no more a
/// character than a short one and the number of phrases does not count.
/// </summary>
public sealed class PhraseMatcher
{
    private const int LongestGap = 8;

    private readonly Dictionary<long, int> _steps = [];
    private readonly List<Node> _nodes = [new Node()];
    private readonly List<Phrase> _phrases = [];
    private int _slots;

    /// <param name="phrases">Patterns, see <see cref="PhrasePattern"/>, each with the tag that its hits carry.</param>
    /// <exception cref="FormatException">A pattern cannot be read.</exception>
    public PhraseMatcher(IEnumerable<(string Pattern, int Tag)> phrases)
    {
        foreach (var (pattern, tag) in phrases)
            Add(PhrasePattern.Parse(pattern), tag);
        LinkFailures();
    }

    /// <summary>All hits in folded text, by their end.</summary>
    public List<PhraseHit> Find(string text)
    {
        var hits = new List<PhraseHit>();
        var open = new (int Start, int End)[_slots];
        Array.Fill(open, (-1, -1));
        int node = Step(0, PhrasePattern.Start), clause = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : PhrasePattern.End;
            if (Clauses.IsBoundary(c))
                clause = i;
            node = Step(node, c);
            for (var n = _nodes[node].Finishes.Count > 0 ? node : _nodes[node].Shorter; n > 0; n = _nodes[n].Shorter)
            {
                foreach (var finish in CollectionsMarshal.AsSpan(_nodes[n].Finishes))
                    Complete(finish, i + 1, clause, text, open, hits);
            }
        }
        return hits;
    }

    private void Complete(
        in Finish finish, int end, int clause, string text, (int Start, int End)[] open, List<PhraseHit> hits)
    {
        var start = end - finish.Length;
        if (IsInsideNumber(text, start, end))
            return;
        var phrase = _phrases[finish.Phrase];
        if (finish.Part > 0)
        {
            var before = open[phrase.Slot + finish.Part - 1];
            if (before.Start < 0 || before.End > start || start - before.End > LongestGap || clause >= before.End)
                return;
            start = before.Start;
        }
        if (finish.Part < phrase.Parts - 1)
        {
            open[phrase.Slot + finish.Part] = (start, end);
            return;
        }
        var from = Math.Max(start, 0);
        hits.Add(new PhraseHit(phrase.Tag, from, Math.Min(end, text.Length) - from));
    }

    /// <summary>120 is no ambulance in 1200 yuan, and ok is no consent in "token".</summary>
    private static bool IsInsideNumber(string text, int start, int end) =>
        (start > 0 && start < text.Length && char.IsAsciiLetterOrDigit(text[start]) && IsSame(text[start - 1], text[start]))
        || (end < text.Length && end > 0 && char.IsAsciiLetterOrDigit(text[end - 1]) && IsSame(text[end - 1], text[end]));

    private static bool IsSame(char a, char b) =>
        (char.IsAsciiDigit(a) && char.IsAsciiDigit(b)) || (char.IsAsciiLetter(a) && char.IsAsciiLetter(b));

    private void Add(IReadOnlyList<IReadOnlyList<string>> parts, int tag)
    {
        var phrase = _phrases.Count;
        _phrases.Add(new Phrase(tag, parts.Count, _slots));
        _slots += parts.Count - 1;
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var spelling in parts[part])
            {
                var node = 0;
                foreach (var c in spelling)
                    node = StepOrGrow(node, c);
                _nodes[node].Finishes.Add(new Finish(phrase, part, spelling.Length));
            }
        }
    }

    private int StepOrGrow(int node, char c)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Key(node, c), out var known);
        if (!known)
        {
            next = _nodes.Count;
            _nodes.Add(new Node());
            _nodes[node].Letters.Add(c);
        }
        return next;
    }

    private void LinkFailures()
    {
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var parent))
        {
            foreach (var c in _nodes[parent].Letters)
            {
                var child = _steps[Key(parent, c)];
                var fall = parent == 0 ? 0 : Step(_nodes[parent].Fall, c);
                _nodes[child].Fall = fall;
                _nodes[child].Shorter = _nodes[fall].Finishes.Count > 0 ? fall : _nodes[fall].Shorter;
                queue.Enqueue(child);
            }
        }
    }

    private int Step(int node, char c)
    {
        while (true)
        {
            if (_steps.TryGetValue(Key(node, c), out var next))
                return next;
            if (node == 0)
                return 0;
            node = _nodes[node].Fall;
        }
    }

    private static long Key(int node, char c) => ((long)node << 16) | c;

    private readonly record struct Phrase(int Tag, int Parts, int Slot);

    private readonly record struct Finish(int Phrase, int Part, int Length);

    private sealed class Node
    {
        public List<char> Letters { get; } = [];
        public List<Finish> Finishes { get; } = [];
        public int Fall { get; set; }
        public int Shorter { get; set; }
    }
}
