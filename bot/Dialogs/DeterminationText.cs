using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what a determination comes to: in a few short messages first, the rest when asked for (更多提醒).</summary>
internal sealed class DeterminationText(
    PlaceCatalog places, GuidePlaces guides, CitationText cites, TierText tiers, PapersText papers, ReminderText reminders,
    ContactText contacts, Texts texts)
{
    /// <summary>What matters now; never leaves out a deadline, an exclusion or what it costs.</summary>
    public IEnumerable<string> Main(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return [guides.Missing(situation.InsuredPlace)];
        }

        return new[] { Lead(it, situation), papers.Of(it), papers.Where(it), reminders.Of(it, situation) }.OfType<string>();
    }

    /// <summary>The first message alone, for a question that asked no more.</summary>
    public string Lead(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return guides.Missing(situation.InsuredPlace);
        }

        var silent = it.Outcome is Outcome.Unstated or Outcome.NotCovered;
        var bubble = cites.Bubble().Add(
            texts.Say(
                OutcomeKey(it),
                ("insured", Name(situation.InsuredPlace)),
                ("care", Name(situation.CarePlace)),
                ("type", it.FilingType ?? string.Empty)),
            silent || it.Citations.Count == 0 ? null : it.Citations[0]);
        foreach (var notice in it.Notices.Take(silent ? 1 : 0))
        {
            bubble.Add(notice.Text, notice.Cite);
        }

        if (it.Tier is { } tier)
        {
            bubble.Add(tiers.Of(tier), tier.Cite).AddAll(tiers.Example(tier, situation) is { } example ? [example] : []);
        }

        return bubble.AddAll(silent ? contacts.Lines(it.Contacts) : []).ToString();
    }

    /// <summary>What was left out of <see cref="Main"/>; empty when nothing was.</summary>
    public IReadOnlyList<string> More(Determination it, Situation situation) => it.Policy is null ? [] :
    [
        .. reminders.More(it, situation),
        texts.Say("more.contacts") + "\n" + string.Join('\n', contacts.Lines(it.Contacts)),
    ];

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
