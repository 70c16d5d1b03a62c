namespace PolicyBot.Knowledge.Policies;

/// <summary>A form that a guide prints (备案表): its words are the guide's, in the guide's order.</summary>
/// <param name="Id">Stable name inside the policy; documents refer to it.</param>
/// <param name="Remarks">The remarks (备注) below the form.</param>
/// <param name="For">
/// For which filings the form has boxes, also where the list of documents does not name it; null when only documents say so.
/// </param>
/// <param name="Ticks">Check boxes that follow from the situation, so that nobody is asked twice.</param>
/// <param name="Line">Where it stands in the policy file.</param>
public sealed record PaperForm(
    string Id, string Title, Citation Cite, IReadOnlyList<PaperFormSection> Sections, IReadOnlyList<Citation> Remarks,
    FactMatch? For, IReadOnlyList<FormTick> Ticks, long Line);

/// <summary>One block of a paper form.</summary>
/// <param name="FilledBy"><c>applicant</c>, <c>doctor</c>, <c>expert</c> or <c>agency</c>.</param>
/// <param name="Rows">How often the fields are repeated, each time numbered from 1 (辅助器具1, 2, …); else 1.</param>
/// <param name="Fields">
/// Kinds are those of <see cref="FormField"/> and <c>period</c> (two dates), <c>money</c>, <c>signature</c> (with date) and
/// <c>seal</c> (no date). The options of a <c>choice</c> are the form's check boxes.
/// </param>
public sealed record PaperFormSection(string Title, string FilledBy, int Rows, IReadOnlyList<FormField> Fields, Citation Cite);

/// <summary>A check box that is ticked where the facts say so.</summary>
public sealed record FormTick(string Field, string Option, FactMatch When);

/// <summary>Facts with the values for which something holds.</summary>
public sealed record FactMatch(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>Whether every fact is known with one of its values; what is not known does not hold.</summary>
    public bool Holds(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return Values.All(fact => situation.Facts.TryGetValue(fact.Key, out var value) && fact.Value.Contains(value, StringComparer.Ordinal));
    }
}
