namespace PolicyBot.Knowledge.Policies;

/// <summary>What the guide says of changing, cancelling or extending a filing, with its limits as data.</summary>
/// <param name="Kinds">What it speaks of; at least one.</param>
/// <param name="Freely">At any time (随时).</param>
/// <param name="NotWithinMonths">Not before so many calendar months from the filing on are over.</param>
/// <param name="InPrinciple">The guide says 原则上: the agency may make exceptions, a program may not.</param>
/// <param name="AfterDays">For an extension: it is needed once care lasts longer than so many days.</param>
/// <param name="At">Where it is done, when the guide says so; null for the way the filing was made.</param>
public sealed record ChangeRule(
    string Text, Citation Cite, IReadOnlyList<ChangeKind> Kinds, bool Freely = false, int? NotWithinMonths = null,
    bool InPrinciple = false, int? AfterDays = null, Submission? At = null) : Statement(Text, Cite);

public enum ChangeKind
{
    Change,
    Cancel,
    Extend,
}
