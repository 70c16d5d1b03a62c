namespace PolicyBot.Knowledge.Policies;

/// <summary>What a determination comes to.</summary>
public enum Outcome
{
    /// <summary>The citizen must file.</summary>
    File,

    /// <summary>Away from home, but no filing is needed.</summary>
    Exempt,

    /// <summary>The hospital files.</summary>
    ProviderFiles,

    /// <summary>Not away from home.</summary>
    Local,

    /// <summary>The guide excludes it.</summary>
    NotCovered,

    /// <summary>The guide does not say.</summary>
    Unstated,

    /// <summary>A fact that decides is missing; see <see cref="Determination.Ask"/>.</summary>
    NeedFact,
}
