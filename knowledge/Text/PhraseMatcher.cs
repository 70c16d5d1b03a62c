using System.Buffers;
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
    private readonly Dictionary<long, int> _steps = [];
    private readonly int[] _firstSteps = new int[char.MaxValue + 1];
    private readonly List<Node> _nodes = [new Node()];
    private readonly List<Phrase> _phrases = [];
    private int _slots;

    /// <param name="phrases">Patterns, see <see cref="PhrasePattern"/>, each with the tag that its hits carry.</param>
    /// <exception cref="FormatException">A pattern cannot be read.</exception>
    public PhraseMatcher(IEnumerable<(string Pattern, int Tag)> phrases)
    {
        foreach (var (pattern, tag) in phrases)
        {
            foreach (var parts in PhrasePattern.Parse(pattern))
                Add(parts, tag);
        }
        LinkFailures();
    }

    /// <summary>All hits in folded text, by their end.</summary>
    public List<PhraseHit> Find(string text)
    {
        var hits = new List<PhraseHit>();
        var open = ArrayPool<OpenPart>.Shared.Rent(_slots * OpenParts.Remembered);
        Span<ulong> isOpen = stackalloc ulong[(_slots / 64) + 1];
        Find(text, new OpenParts(open, isOpen), hits);
        ArrayPool<OpenPart>.Shared.Return(open);
        return hits;
    }

    private void Find(string text, in OpenParts open, List<PhraseHit> hits)
    {
        var node = 0;
        for (var i = -1; i <= text.Length; i++)
        {
            var c = i < 0 ? PhrasePattern.Start : i < text.Length ? text[i] : PhrasePattern.End;
            node = Step(node, c);
            for (var n = _nodes[node].Finishes.Count > 0 ? node : _nodes[node].Shorter; n > 0; n = _nodes[n].Shorter)
            {
                foreach (var finish in CollectionsMarshal.AsSpan(_nodes[n].Finishes))
                    Complete(finish, i + 1, text, open, hits);
            }
        }
    }

    private void Complete(in Finish finish, int end, string text, in OpenParts open, List<PhraseHit> hits)
    {
        var start = end - finish.Length;
        if (IsInsideNumber(text, start, end))
            return;
        var phrase = _phrases[finish.Phrase];
        var parts = phrase.Parts;
        var from = finish.Part <= phrase.FirstNeeded ? start : int.MaxValue;
        for (var before = finish.Part - 1; before >= 0; before--)
        {
            from = Math.Min(from, EarliestBefore(open, phrase.Slot + before, start, parts[finish.Part].Gap, text));
            if (!parts[before].Optional)
                break;
        }
        if (from == int.MaxValue)
            return;
        if (finish.Part < parts.Length - 1)
            open.Remember(phrase.Slot + finish.Part, new OpenPart(from, end));
        if (finish.Part >= phrase.LastNeeded)
            hits.Add(new PhraseHit(phrase.Tag, Math.Max(from, 0), Math.Min(end, text.Length) - Math.Max(from, 0)));
    }

    /// <summary>Where the phrase begins whose part in this slot ends close enough before.</summary>
    private static int EarliestBefore(in OpenParts open, int slot, int start, int gap, string text)
    {
        var earliest = int.MaxValue;
        foreach (var part in open.Latest(slot))
        {
            if (part.End <= start && start - part.End <= gap && IsOneClause(text, part.End, start))
                earliest = Math.Min(earliest, part.Start);
        }
        return earliest;
    }

    private static bool IsOneClause(string text, int from, int to)
    {
        for (var i = from; i < to && i < text.Length; i++)
        {
            if (Clauses.IsBoundary(text[i]))
                return false;
        }
        return true;
    }

    /// <summary>120 is no ambulance in 1200 yuan, and ok is no consent in "token".</summary>
    private static bool IsInsideNumber(string text, int start, int end) =>
        (start > 0 && start < text.Length && char.IsAsciiLetterOrDigit(text[start]) && IsSame(text[start - 1], text[start]))
        || (end < text.Length && end > 0 && char.IsAsciiLetterOrDigit(text[end - 1]) && IsSame(text[end - 1], text[end]));

    private static bool IsSame(char a, char b) =>
        (char.IsAsciiDigit(a) && char.IsAsciiDigit(b)) || (char.IsAsciiLetter(a) && char.IsAsciiLetter(b));

    private void Add(IReadOnlyList<PhrasePart> parts, int tag)
    {
        var phrase = new Phrase(tag, [.. parts], _slots);
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var spelling in parts[part].Spellings)
            {
                var node = 0;
                foreach (var c in spelling)
                    node = StepOrGrow(node, c);
                _nodes[node].Finishes.Add(new Finish(_phrases.Count, part, spelling.Length));
            }
        }
        _phrases.Add(phrase);
        _slots += parts.Count - 1;
    }

    private int StepOrGrow(int node, char c)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Key(node, c), out var known);
        if (!known)
        {
            next = _nodes.Count;
            _nodes.Add(new Node());
            _nodes[node].Letters.Add(c);
            if (node == 0)
                _firstSteps[c] = next;
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
        while (node != 0)
        {
            if (_steps.TryGetValue(Key(node, c), out var next))
                return next;
            node = _nodes[node].Fall;
        }
        return _firstSteps[c];
    }

    private static long Key(int node, char c) => ((long)node << 16) | c;

    private sealed class Phrase(int tag, PhrasePart[] parts, int slot)
    {
        public int Tag => tag;
        public int Slot => slot;
        public PhrasePart[] Parts => parts;
        public int FirstNeeded { get; } = Array.FindIndex(parts, part => !part.Optional);
        public int LastNeeded { get; } = Array.FindLastIndex(parts, part => !part.Optional);
    }

    private readonly record struct Finish(int Phrase, int Part, int Length);

    private sealed class Node
    {
        public List<char> Letters { get; } = [];
        public List<Finish> Finishes { get; } = [];
        public int Fall { get; set; }
        public int Shorter { get; set; }
    }
}
