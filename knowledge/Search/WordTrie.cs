namespace PolicyBot.Knowledge.Search;

/// <summary>Words with what they stand for, matched at a position of a text.</summary>
internal sealed class WordTrie<T>
{
    private readonly Node root = new();

    public void Add(string word, T value)
    {
        var node = root;
        foreach (var c in word)
        {
            node.Next ??= [];
            if (!node.Next.TryGetValue(c, out var next))
            {
                node.Next.Add(c, next = new Node());
            }

            node = next;
        }

        (node.Values ??= []).Add(value);
    }

    /// <summary>Adds to <paramref name="found"/> every word that starts right here, shortest first.</summary>
    public void Match(ReadOnlySpan<char> text, List<(int Length, T Value)> found)
    {
        var node = root;
        for (var i = 0; i < text.Length && node.Next is not null && node.Next.TryGetValue(text[i], out node); i++)
        {
            if (node.Values is not null)
            {
                foreach (var value in node.Values)
                {
                    found.Add((i + 1, value));
                }
            }
        }
    }

    private sealed class Node
    {
        public Dictionary<char, Node>? Next;
        public List<T>? Values;
    }
}
