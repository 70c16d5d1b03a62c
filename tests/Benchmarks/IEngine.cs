namespace PolicyBot.Benchmarks;

/// <summary>An index over a set, to be asked all the set's questions again and again.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    double BuildSeconds { get; }

    /// <summary>Asks all questions, one after the other on one thread.</summary>
    Round Ask();

    /// <summary>What the index takes in memory, in megabytes. May collect garbage: not between rounds.</summary>
    double Megabytes();
}

/// <summary>All questions of a set asked once.</summary>
/// <param name="Hits">The numbers of the best passages for each question, best first.</param>
/// <param name="Micros">What each took by the clock.</param>
/// <param name="Cpu">What each took of processor time, in microseconds.</param>
internal sealed record Round(IReadOnlyList<int[]> Hits, double[] Micros, double[] Cpu);
