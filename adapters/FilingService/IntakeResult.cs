using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What became of a request.</summary>
/// <param name="Filing">The filing, new or known.</param>
/// <param name="Problems">Why it was not done.</param>
internal sealed record IntakeResult(IntakeStatus Status, Filing? Filing, IReadOnlyList<FilingProblem> Problems)
{
    private static readonly FilingProblem Other = new(null, "同一个提交编号下已经有另一份内容不同的请求，请重新确认后再提交。", null);

    public static IntakeResult OtherContents { get; } = new(IntakeStatus.OtherContents, null, [Other]);

    public static IntakeResult NoSuchFiling { get; } = new(IntakeStatus.NoSuchFiling, null, []);

    public static IntakeResult Unfit(IReadOnlyList<FilingProblem> problems) => new(IntakeStatus.Unfit, null, problems);
}

internal enum IntakeStatus
{
    Created,

    /// <summary>Done, to a filing that was there.</summary>
    Done,

    /// <summary>The same request came under this key before.</summary>
    Known,

    /// <summary>Another request came under this key before.</summary>
    OtherContents,

    Unfit,

    NoSuchFiling,
}
