using System.Collections.Concurrent;

namespace PolicyBot.Knowledge.Search;

/// <summary>Hands out one to each search under way, and takes it back for the next.</summary>
internal sealed class Pool<T>(Func<T> make)
{
    private readonly ConcurrentBag<T> free = [];

    public T Rent() => free.TryTake(out var taken) ? taken : make();

    public void Return(T taken) => free.Add(taken);
}
