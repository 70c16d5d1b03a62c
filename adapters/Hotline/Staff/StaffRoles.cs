namespace PolicyBot.Adapters.Hotline.Staff;

/// <summary>What a member of staff may do.</summary>
public static class StaffRoles
{
    /// <summary>Reviews filings (经办).</summary>
    public const string Clerk = "clerk";

    /// <summary>Answers the telephone (坐席).</summary>
    public const string Agent = "agent";

    /// <summary>Keeps guides and policies (编辑).</summary>
    public const string Editor = "editor";

    public static IReadOnlyList<string> All { get; } = [Clerk, Agent, Editor];
}
