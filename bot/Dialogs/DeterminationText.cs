using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// Says what a determination comes to: in a few short messages first, the rest when asked for (更多提醒). What must be done first
/// stands first, then the documents, then what the fund pays.
/// </summary>
internal sealed class DeterminationText(
    PlaceCatalog places, GuidePlaces guides, GeneralGuide general, CitationText cites, TierText tiers, PapersText papers,
    ReminderText reminders, ContactText contacts, Texts texts)
{
    /// <summary>What matters now; never leaves out a deadline, an exclusion or what it costs.</summary>
    public IEnumerable<string> Main(Determination it, Situation situation) => it.Policy is null
        ? [guides.Missing(situation.InsuredPlace, situation.Scheme)]
        : new[]
        {
            general.Warning(it.Policy, situation.InsuredPlace),
            Outcomes(it, situation).ToString(),
            papers.Of(it),
            papers.Where(it, situation),
            Rest(it, situation),
        }.OfType<string>();

    /// <summary>The first message alone, for a question that asked no more.</summary>
    public string Lead(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return guides.Missing(situation.InsuredPlace, situation.Scheme);
        }

        var bubble = Outcomes(it, situation);
        if (!IsSilent(it))
        {
            Pays(bubble, it, situation);
        }

        return general.Warning(it.Policy, situation.InsuredPlace) is { } warning ? warning + "\n" + bubble : bubble.ToString();
    }

    /// <summary>What was left out of <see cref="Main"/>; empty when nothing was.</summary>
    public IReadOnlyList<string> More(Determination it, Situation situation) => it.Policy is null ? [] :
    [
        .. reminders.More(it, situation),
        texts.Say("more.contacts") + "\n" + string.Join('\n', contacts.Of(it, situation)),
    ];

    /// <summary>The outcome and what must be done in time; where the guide is silent, all there is to say.</summary>
    private Bubble Outcomes(Determination it, Situation situation)
    {
        var bubble = cites.Bubble().Add(Sentence(it, situation), IsSilent(it) || it.Citations.Count == 0 ? null : it.Citations[0]);
        if (!IsSilent(it))
        {
            foreach (var deadline in papers.First(it))
            {
                bubble.AddItem(deadline.Text, deadline.Cite);
            }

            return bubble;
        }

        foreach (var why in general.Notices(it).Take(1))
        {
            bubble.Add(why.Text, why.Cite);
        }

        Pays(bubble, it, situation);
        return bubble.AddAll(contacts.Of(it, situation));
    }

    private string Sentence(Determination it, Situation situation)
    {
        var outcome = texts.Say(
            OutcomeKey(it),
            ("insured", Name(situation.InsuredPlace)),
            ("care", Name(situation.CarePlace)),
            ("type", it.FilingType ?? string.Empty));
        return it.Outcome == Outcome.File && general.Is(it.Policy)
            ? texts.Say("general.outcome", ("outcome", outcome))
            : outcome;
    }

    private void Pays(Bubble bubble, Determination it, Situation situation)
    {
        if (it.Tier is { } tier)
        {
            bubble.Add(tiers.Of(tier), tier.Cite).AddAll(tiers.Example(tier, situation) is { } example ? [example] : []);
        }
    }

    /// <summary>What the fund pays, and the reminders; what it pays was said already where the guide is silent.</summary>
    private string? Rest(Determination it, Situation situation)
    {
        var bubble = cites.Bubble();
        if (!IsSilent(it))
        {
            Pays(bubble, it, situation);
        }

        var rest = new[] { bubble.IsEmpty ? null : bubble.ToString(), reminders.Of(it, situation) }.OfType<string>().ToList();
        return rest.Count == 0 ? null : string.Join('\n', rest);
    }

    private static bool IsSilent(Determination it) =>
        it.Outcome is Outcome.Unstated or Outcome.NotCovered;

    private string OutcomeKey(Determination it) => it.Outcome switch
    {
        Outcome.File => it.FilingType is null ? "outcome.file-untyped" : "outcome.file",
        Outcome.Exempt => "outcome.exempt",
        Outcome.ProviderFiles => "outcome.provider-files",
        Outcome.Local => "outcome.local",
        Outcome.NotCovered => "outcome.not-covered",
        Outcome.Unstated => "outcome.unstated",
        _ => throw new ArgumentException("A determination that still needs a fact is not shown.", nameof(it)),
    };

    private string Name(string? place) => place is null ? string.Empty : places.FullName(place);
}
