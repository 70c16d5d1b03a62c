using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Forms;

/// <summary>Makes what is printed for a filing that is not submitted here. Pure: the same answers make the same papers.</summary>
public sealed class PaperworkMaker(IDeterminer determiner, GuideLibrary guides, PlaceCatalog places)
{
    private readonly ChecklistMaker checklists = new(guides, places);

    /// <param name="situation">What the determination rests on, as it was told.</param>
    /// <param name="answers">Field → value of the forms; null for the checklist alone.</param>
    public Paperwork Make(Situation situation, IReadOnlyDictionary<string, string>? answers)
    {
        var determination = determiner.DetermineAsking(situation);
        var sheets = answers is null ? [] : determiner.PaperFormsFor(determination, situation).ToDictionary(
            form => form.Id, form => FormFiller.Fill(form, FormFields.Values(form, situation, answers, places)), StringComparer.Ordinal);
        return new Paperwork([.. sheets.Values], checklists.Make(determination, situation, sheets));
    }
}
