namespace PolicyBot.Knowledge.Policies;

/// <summary>Determines what a guide says for a situation. Pure: the same situation gives the same determination.</summary>
public interface IDeterminer
{
    /// <summary>Determines filing type, documents, channels and tier; asks for the next fact where one decides.</summary>
    Determination Determine(Situation situation);

    /// <summary>
    /// As <see cref="Determine"/>, but asks for every fact that can still change the result, also those for which
    /// <see cref="Determine"/> would assume the usual case (such as inpatient care) and say so in a notice; not for those of
    /// which the policy shows every case as notices instead.
    /// </summary>
    Determination DetermineAsking(Situation situation);

    /// <summary>The form to fill in for a filing under a determination, or null where nothing is filed online.</summary>
    FilingForm? FormFor(Determination determination);

    /// <summary>The guide's own forms on paper for a filing under a determination; none where the guide prints none.</summary>
    IReadOnlyList<PaperForm> PaperFormsFor(Determination determination, Situation situation) => [];
}

/// <summary>What the guide asks to be filled in (备案信息), in its order.</summary>
/// <param name="Commitment">Whether a commitment letter (承诺书) may stand in for missing proof, with what follows.</param>
public sealed record FilingForm(string Policy, IReadOnlyList<FormField> Fields, CommitmentLetter? Commitment);

/// <summary>One field of the form.</summary>
/// <param name="Kind"><c>name</c>, <c>id-number</c>, <c>phone</c>, <c>date</c>, <c>place</c>, <c>text</c> or <c>choice</c>.</param>
public sealed record FormField(
    string Name, string Label, string Kind, bool Required, IReadOnlyList<AskOption> Options, Citation? Cite);

/// <summary>The commitment letter: how long it holds and what happens if the proof is not handed in.</summary>
/// <param name="Replaces">Ids of the document requirements that it may stand in for.</param>
/// <param name="Text">The first says how long it holds and what follows.</param>
/// <param name="BarsAnother">Once it has lapsed, the person may not use one again.</param>
public sealed record CommitmentLetter(int Days, IReadOnlyList<string> Replaces, IReadOnlyList<Statement> Text, bool BarsAnother = false);
