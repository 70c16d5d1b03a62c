namespace PolicyBot.Benchmarks;

/// <summary>Asks engines in turn, so that what else runs on the machine hits all alike.</summary>
internal static class Rounds
{
    /// <summary>Warms each up, then asks all in each round; the one that began comes last in the next.</summary>
    public static IReadOnlyList<Figures> Measure(IReadOnlyList<IEngine> engines, int warm, int rounds)
    {
        foreach (var engine in engines)
        {
            for (var i = 0; i < warm; i++)
            {
                engine.Ask();
            }
        }

        var measured = engines.Select(_ => new List<Round>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < engines.Count; i++)
            {
                var next = (round + i) % engines.Count;
                measured[next].Add(engines[next].Ask());
            }
        }

        return [.. engines.Zip(measured, (engine, asked) => new Figures(engine.Name, engine.BuildSeconds, engine.Megabytes(), asked))];
    }
}
