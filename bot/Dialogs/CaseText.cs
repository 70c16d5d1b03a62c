using PolicyBot.Bot.Interviews;
using PolicyBot.Bot.Language;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says of a determination what was asked about, and no more.</summary>
internal sealed class CaseText(
    DeterminationText determinations, PapersText papers, TierText tiers, CitationText cites,
    GeneralGuide general, ContactText contacts, Texts texts)
{
    /// <param name="asked">What was asked about.</param>
    /// <param name="it">A determination that needs no more facts.</param>
    /// <param name="situation">What it was made for.</param>
    /// <param name="another">Whether it is another case than the one told before: then the outcome is said first.</param>
    /// <returns>Nothing when it says nothing of the matter.</returns>
    public IReadOnlyList<string> Of(Aspects asked, Determination it, Situation situation, bool another)
    {
        var lead = another || asked.HasFlag(Aspects.Filing) || it.Policy is null || it.Outcome != Outcome.File;
        var said = new List<string>();
        if (lead)
        {
            said.Add(determinations.Lead(it, situation));
        }

        if (it.Policy is null || (it.Outcome != Outcome.File && asked != Aspects.Change))
        {
            return said;
        }

        if (!lead && general.Warning(it.Policy, situation.InsuredPlace) is { } warning)
        {
            said.Add(warning);
        }

        if (!lead && asked.HasFlag(Aspects.Share) && it.Tier is { } tier)
        {
            said.Add(cites.Bubble().Add(tiers.Of(tier), tier.Cite)
                .AddAll(tiers.Example(tier, situation) is { } example ? [example] : []).ToString());
        }

        var bubble = cites.Bubble();
        if (asked.HasFlag(Aspects.Documents))
        {
            papers.Needed(bubble, it);
        }

        if (asked.HasFlag(Aspects.ReviewTime))
        {
            papers.Review(bubble, it);
            Silent(bubble, it.ReviewTime is null, "case.no-review", it, situation);
        }

        if (asked.HasFlag(Aspects.Validity) || (asked.HasFlag(Aspects.Change) && it.Change.Count > 0))
        {
            papers.Holding(bubble, it, it.Deadlines);
            Silent(bubble, it.Validity is null && asked.HasFlag(Aspects.Validity), "case.no-validity", it, situation);
        }

        said.AddRange(bubble.IsEmpty ? [] : [bubble.ToString()]);
        if (asked.HasFlag(Aspects.Channels))
        {
            said.AddRange(it.Submission == Submission.Online ? [texts.Say("case.here")] : []);
            said.AddRange(papers.Channels(it));
        }

        return said;
    }

    private void Silent(Bubble bubble, bool silent, string key, Determination it, Situation situation)
    {
        if (silent)
        {
            bubble.Add(texts.Say(key)).AddAll(contacts.Of(it, situation));
        }
    }
}
