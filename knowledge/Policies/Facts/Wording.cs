using PolicyBot.Knowledge.Text;

namespace PolicyBot.Knowledge.Policies.Facts;

/// <summary>How a text is worded around its facts: what it denies, asks, supposes, and whether it speaks of a person.</summary>
internal sealed class Wording
{
    private readonly Clauses _clauses;
    private readonly Dictionary<string, List<Sighting>> _groups;
    private readonly bool[] _asks;
    private readonly bool[] _personal;
    private readonly bool _asksAtAll;
    private readonly bool _personalAtAll;
    private readonly Dictionary<int, int> _supposedFrom = [];
    private readonly HashSet<int> _supposing;
    private readonly HashSet<int> _closers;
    private readonly HashSet<int> _topicClosers;
    private readonly HashSet<int> _denials;
    private readonly HashSet<int> _openers;
    private readonly Dictionary<int, int> _light = [];

    public Wording(string text, Dictionary<string, List<Sighting>> groups)
    {
        _groups = groups;
        _clauses = new Clauses(text);
        _asks = Marked("question");
        _personal = Marked("person");
        foreach (var i in Enumerable.Range(0, text.Length).Where(i => text[i] == '?'))
            _asks[_clauses.At(i)] = true;
        _asksAtAll = _asks.Contains(true);
        _personalAtAll = _personal.Contains(true);
        foreach (var mark in Group("supposing"))
            _supposedFrom.TryAdd(_clauses.At(mark.Start), mark.Start);
        foreach (var word in Group("light"))
            _light[word.End] = Math.Min(word.Start, _light.GetValueOrDefault(word.End, word.Start));
        _supposing = Positions("supposing", mark => mark.Start);
        _closers = Positions("closer", mark => mark.Start);
        _topicClosers = Positions("topic-closer", mark => mark.Start);
        _denials = Positions("denial", mark => mark.End);
        _openers = Positions("opener", mark => mark.End);
    }

    /// <summary>Where the last "no, I mean" ends; 0 where there is none.</summary>
    public int Repair => Group("repair").Select(sighting => sighting.End).DefaultIfEmpty(0).Max();

    /// <summary>Whether a "not" stands before it, with at most three light words between (没有 · 去 · 住院).</summary>
    public bool IsDenied(Sighting sighting) => IsAfter(_denials, sighting.Start);

    public bool IsAsked(Sighting sighting)
    {
        var clause = _clauses.At(sighting.Start);
        if (IsSupposed(sighting, clause) || IsQuestioned(sighting, clause))
            return true;
        if (!sighting.Cue.IsTerm)
            return false;
        // 转诊要什么材料 asks in general, 我转诊要什么材料 says who is referred; 转诊，要什么材料 is the former in two clauses.
        return _asks[clause] ? !_personal[clause] : _asksAtAll && !_personalAtAll;
    }

    /// <summary>要是转诊, 转诊的话.</summary>
    private bool IsSupposed(Sighting sighting, int clause) =>
        (_supposedFrom.TryGetValue(clause, out var from) && from <= sighting.Start)
        || _supposing.Contains(sighting.End) || _supposing.Contains(sighting.End + 1);

    /// <summary>要不要转诊, 转诊吗, 门诊呢: the question is about the very thing.</summary>
    private bool IsQuestioned(Sighting sighting, int clause) =>
        (_asks[clause] && IsAfter(_openers, sighting.Start))
        || _closers.Contains(sighting.End)
        || (sighting.Cue.IsTerm && _topicClosers.Contains(sighting.End));

    private bool IsAfter(HashSet<int> ends, int at)
    {
        for (var step = 0; step < 4; step++)
        {
            if (ends.Contains(at))
                return true;
            if (!_light.TryGetValue(at, out at))
                return false;
        }
        return false;
    }

    private bool[] Marked(string group)
    {
        var marked = new bool[_clauses.Count];
        foreach (var sighting in Group(group))
            marked[_clauses.At(sighting.Start)] = true;
        return marked;
    }

    private HashSet<int> Positions(string group, Func<Sighting, int> position) => [.. Group(group).Select(position)];

    private List<Sighting> Group(string name) => _groups.GetValueOrDefault(name) ?? [];
}
