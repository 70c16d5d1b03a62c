using System.Collections;

namespace PolicyBot.Knowledge.Search;

/// <summary>Highlights found when they are first read: most hits are weighed and never shown.</summary>
internal sealed class LazyHighlights(Func<IReadOnlyList<Highlight>> find) : IReadOnlyList<Highlight>
{
    private IReadOnlyList<Highlight>? found;

    public int Count => Found.Count;

    private IReadOnlyList<Highlight> Found => found ??= find();

    public Highlight this[int index] => Found[index];

    public IEnumerator<Highlight> GetEnumerator() => Found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
