using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>
/// What else must be kept in mind: what weighs at once, the rest when asked for (更多提醒). What holds only for a kind of care
/// that the person did not speak of is named in one line with what it costs.
/// </summary>
internal sealed class ReminderText(
    OtherCare others, PapersText papers, GeneralGuide general, CitationText cites, GuideLibrary guides, Texts texts)
{
    private readonly string silence = texts.Say("words.guide-silent");

    private readonly string[] weighty = texts.Say("words.weighty").Split(' ');

    /// <summary>Null when there is nothing to be reminded of.</summary>
    public string? Of(Determination it, Situation situation)
    {
        var bubble = cites.Bubble();
        var elsewhere = others.Of(it, situation);
        var folded = Folded(it, situation, elsewhere);
        foreach (var notice in Notices(it).Where(notice => Weighs(notice) && !IsLast(notice) && !elsewhere.ContainsKey(notice))
            .Concat(it.Outcome == Outcome.File ? [] : it.Change)
            .OrderBy(notice => notice.Cite is not null && !it.Change.Contains(notice))
            .Concat(IsSettled(situation) ? [] : ClaimDeadlines(it).Where(deadline => !folded.Any(fold => fold.Notice == deadline))))
        {
            bubble.AddItem(notice.Text, notice.Cite);
        }

        foreach (var settlement in IsSettled(situation) ? it.Settlement : [])
        {
            Claim(bubble, settlement);
        }

        if (folded.Count > 0)
        {
            bubble.Add("- " + texts.Say("reminders.other", ("items", string.Join("；", folded.Select(Named)))));
        }

        foreach (var own in Own(it))
        {
            bubble.AddItem(own);
        }

        return Join(Better(it), bubble.IsEmpty ? null : texts.Say("reminders.head") + "\n" + bubble);
    }

    /// <summary>The rest: what does not weigh, what was only named, and how money is claimed.</summary>
    public IEnumerable<string> More(Determination it, Situation situation)
    {
        var elsewhere = others.Of(it, situation);
        var notices = cites.Bubble();
        foreach (var notice in Notices(it).Where(notice => !Weighs(notice) || elsewhere.ContainsKey(notice)))
        {
            notices.AddItem(notice.Text, notice.Cite);
        }

        if (!notices.IsEmpty)
        {
            yield return texts.Say("more.notices") + "\n" + notices;
        }

        var claims = cites.Bubble();
        foreach (var settlement in IsSettled(situation) ? [] : it.Settlement)
        {
            Claim(claims, settlement);
        }

        if (!claims.IsEmpty)
        {
            yield return texts.Say("more.settlement") + "\n" + claims;
        }
    }

    /// <summary>What is only named: notices for other kinds of care, and the deadlines of claims that nobody has made yet.</summary>
    private List<(string Kind, Statement Notice)> Folded(
        Determination it, Situation situation, IReadOnlyDictionary<Statement, string> elsewhere)
    {
        var folded = Notices(it).Where(notice => elsewhere.ContainsKey(notice) && Weighs(notice))
            .Select(notice => (Kind: elsewhere[notice], Notice: notice)).ToList();
        if (!IsSettled(situation) && !OtherCare.IsKnown(situation))
        {
            folded.AddRange(ClaimDeadlines(it).Select(deadline => (string.Empty, deadline)));
        }

        return folded;
    }

    private string Named((string Kind, Statement Notice) folded)
    {
        var gist = Gist.Of(folded.Notice.Text, Weighs) + (folded.Notice.Cite is { } cite ? cites.Brief(cite) : string.Empty);
        var kind = folded.Kind.Length == 0 ? string.Empty : texts.Say("kind." + folded.Kind);
        return kind.Length == 0 || gist.Contains(kind, StringComparison.Ordinal)
            ? gist
            : texts.Say("reminders.other-one", ("kind", kind), ("text", gist));
    }

    private void Claim(Bubble bubble, Settlement settlement)
    {
        bubble.AddItem(settlement.Text, settlement.Cite);
        foreach (var deadline in settlement.Deadlines)
        {
            bubble.AddItem(deadline.Text, deadline.Cite);
        }

        if (settlement.Documents.Count > 0)
        {
            bubble.Add(texts.Say(settlement.Kind == "direct" ? "claim.card" : "claim.papers"));
            papers.Documents(bubble, settlement.Documents);
        }

        if (settlement.Channels.Count > 0)
        {
            bubble.Add(
                texts.Say("claim.where", ("places", string.Join(texts.Say("papers.or"), settlement.Channels.Select(channel => channel.Name)))),
                settlement.Channels[0].Cite);
        }
    }

    private static IEnumerable<Statement> ClaimDeadlines(Determination it) => it.Settlement.SelectMany(settlement => settlement.Deadlines);

    /// <summary>The notices that the first message has not said.</summary>
    private IEnumerable<Statement> Notices(Determination it) =>
        it.Outcome is Outcome.Unstated or Outcome.NotCovered ? general.Notices(it).Skip(1) : general.Notices(it);

    private static bool IsSettled(Situation situation) => situation.Facts.GetValueOrDefault(FactNames.Stage) == "settled";

    /// <summary>What would come out better, by what is gained.</summary>
    private string? Better(Determination it)
    {
        var bubble = cites.Bubble();
        foreach (var choice in it.BetterChoices)
        {
            bubble.AddItem(
                choice.GainPoints is > 0
                    ? texts.Say("reminders.better-by", ("text", choice.Text), ("points", TierText.Points(choice.GainPoints.Value)))
                    : choice.Text,
                choice.Cite);
        }

        return bubble.IsEmpty ? null : texts.Say("reminders.better") + "\n" + bubble;
    }

    /// <summary>
    /// What the guide leaves out in one sentence, and what is known of its date: our own words, which are read last. Three lines
    /// that all begin with 指南没有写 are one.
    /// </summary>
    private IEnumerable<string> Own(Determination it)
    {
        var silent = Notices(it).Where(IsSilence).Select(notice => notice.Text[silence.Length..].TrimEnd('。')).ToList();
        if (silent.Count > 0)
        {
            yield return silence + string.Join('、', silent) + '。';
        }

        foreach (var date in Notices(it).Where(IsDate))
        {
            yield return date.Text;
        }
    }

    private bool IsLast(Statement notice) => IsSilence(notice) || IsDate(notice);

    private bool IsSilence(Statement notice) => notice.Cite is null && notice.Text.StartsWith(silence, StringComparison.Ordinal);

    private bool IsDate(Statement notice) => notice.Cite is null && guides.Guides.Any(guide => guide.DateNote == notice.Text);

    private static string? Join(params string?[] parts) =>
        parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join('\n', said) : null;

    /// <summary>Whether a notice speaks of money, a deadline or an exclusion; our own warnings always count.</summary>
    private bool Weighs(Statement notice) => notice.Cite is null || Weighs(notice.Text);

    private bool Weighs(string text) => Array.Exists(weighty, word => text.Contains(word, StringComparison.Ordinal));
}
