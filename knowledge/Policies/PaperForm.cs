namespace PolicyBot.Knowledge.Policies;

/// <summary>A form that a guide prints (备案表): its words are the guide's, in the guide's order.</summary>
/// <param name="Id">Stable name inside the policy; documents refer to it.</param>
/// <param name="Remarks">The remarks (备注) below the form.</param>
/// <param name="Line">Where it stands in the policy file.</param>
public sealed record PaperForm(
    string Id, string Title, Citation Cite, IReadOnlyList<PaperFormSection> Sections, IReadOnlyList<Citation> Remarks, long Line);

/// <summary>One block of a paper form.</summary>
/// <param name="FilledBy"><c>applicant</c>, <c>doctor</c>, <c>expert</c> or <c>agency</c>.</param>
/// <param name="Rows">How often the fields are repeated, each time numbered from 1 (辅助器具1, 2, …); else 1.</param>
/// <param name="Fields">
/// Kinds are those of <see cref="FormField"/> and <c>period</c> (two dates), <c>money</c> and <c>signature</c> (with seal and date).
/// The options of a <c>choice</c> are the form's check boxes.
/// </param>
public sealed record PaperFormSection(string Title, string FilledBy, int Rows, IReadOnlyList<FormField> Fields, Citation Cite);
