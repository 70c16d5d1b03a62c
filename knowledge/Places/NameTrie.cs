namespace PolicyBot.Knowledge.Places;

/// <summary>All names in one trie, its edges in one table: a step is one look-up, and most characters fail the first.</summary>
internal sealed class NameTrie<T>
    where T : class
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<T?> _values = [null];

    /// <summary>The value under a name, made on first use.</summary>
    public T GetOrAdd(string name, Func<T> create)
    {
        var node = 0;
        foreach (var c in name)
        {
            if (!_edges.TryGetValue(Edge(node, c), out var next))
            {
                next = _values.Count;
                _values.Add(null);
                _edges.Add(Edge(node, c), next);
            }
            node = next;
        }
        return _values[node] ??= create();
    }

    public T? Find(ReadOnlySpan<char> name)
    {
        var node = 0;
        foreach (var c in name)
        {
            if (!_edges.TryGetValue(Edge(node, c), out node))
                return null;
        }
        return _values[node];
    }

    /// <summary>Moves one character on from a node (the root is 0); false where no name goes on like that.</summary>
    public bool Step(ref int node, char c) => _edges.TryGetValue(Edge(node, c), out node);

    public T? ValueAt(int node) => _values[node];

    private static long Edge(int node, char c) => ((long)node << 16) | c;
}
