using System.Collections.Concurrent;

namespace PolicyBot.Knowledge.Search;

/// <summary>Hands out a row of scores, one for each passage, to each search under way, and takes it back for the next.</summary>
internal sealed class ScorePool(int passages)
{
    private readonly ConcurrentBag<float[]> free = [];

    public float[] Rent() => free.TryTake(out var scores) ? scores : new float[passages];

    public void Return(float[] scores) => free.Add(scores);
}
