using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what a determination comes to: in a few short messages first, the rest when asked for (更多提醒).</summary>
internal sealed class DeterminationText(
    PlaceCatalog places, GuidePlaces guides, CitationText cites, TierText tiers, ContactText contacts, Texts texts)
{
    private readonly string[] weighty = texts.Say("words.weighty").Split(' ');

    /// <summary>What matters now; never leaves out a deadline, an exclusion or what it costs.</summary>
    public IEnumerable<string> Main(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return [NoGuide(situation)];
        }

        return new[] { Lead(it, situation), Papers(it), Where(it), Reminders(it, situation) }.OfType<string>();
    }

    /// <summary>The first message alone, for a question that asked no more.</summary>
    public string Lead(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return NoGuide(situation);
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
    public IReadOnlyList<string> More(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return [];
        }

        var notices = cites.Bubble();
        foreach (var notice in Notices(it).Where(notice => !Weighs(notice)))
        {
            notices.AddItem(notice.Text, notice.Cite);
        }

        var claims = cites.Bubble();
        foreach (var settlement in IsSettled(situation) ? [] : it.Settlement)
        {
            Claim(claims, settlement);
        }

        return
        [
            .. notices.IsEmpty ? Array.Empty<string>() : [texts.Say("more.notices") + "\n" + notices],
            .. claims.IsEmpty ? Array.Empty<string>() : [texts.Say("more.settlement") + "\n" + claims],
            texts.Say("more.contacts") + "\n" + string.Join('\n', contacts.Lines(it.Contacts)),
        ];
    }

    /// <summary>Where to go and what to do there, channel by channel.</summary>
    public IEnumerable<string> Channels(Determination it) => it.Channels.Select((channel, index) => cites.Bubble()
        .Add(texts.Say(
            channel.Kind == "online" ? "channel.online" : "channel.window",
            ("number", ValueText.Number(index + 1)),
            ("name", channel.Name)))
        .AddAll(channel.Steps.Count == 1
            ? channel.Steps
            : channel.Steps.Select((step, at) => $"{ValueText.Number(at + 1)}. {step}"))
        .AddAll(channel.Note is { } note ? [note] : [])
        .Quote(channel.Cite)
        .ToString());

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

    private string NoGuide(Situation situation) => string.Join(
        '\n',
        [
            situation.InsuredPlace is null
                ? texts.Say("no-guide.scheme")
                : texts.Say("no-guide.place", ("place", Name(situation.InsuredPlace))),
            texts.Say("no-guide.others"),
            texts.Say("no-guide.places", ("places", string.Join('、', guides.Names))),
            .. contacts.Hotline() is { } hotline ? [hotline] : Array.Empty<string>(),
        ]);

    private string? Papers(Determination it)
    {
        if (it.Outcome != Outcome.File)
        {
            return null;
        }

        var bubble = cites.Bubble().Add(texts.Say(it.Documents.Count > 0 ? "papers.head" : "papers.none"));
        Documents(bubble, it.Documents);
        if (it.ReviewTime is { } review)
        {
            bubble.AddItem(texts.Say("papers.review", ("text", review.Text)), review.Cite);
        }

        // Validity and cancelling often rest on one sentence of the guide: quoted once.
        var holding = it.Change.Concat(it.Deadlines);
        if (it.Validity is { } validity)
        {
            holding = holding.Prepend(new Statement(texts.Say("papers.validity", ("text", validity.Text)), validity.Cite));
        }

        foreach (var group in holding.GroupBy(statement => statement.Cite))
        {
            bubble.AddItem(string.Join(string.Empty, group.Select(statement => statement.Text)), group.Key);
        }

        return bubble.ToString();
    }

    /// <summary>The documents as a list; a quotation that holds for several is shown once, below the last of them.</summary>
    private void Documents(Bubble bubble, IReadOnlyList<DocumentRequirement> documents)
    {
        bubble.AddAll(documents.Select((document, index) => Document(document, index + 1)));
        foreach (var document in documents)
        {
            bubble.Quote(document.Cite);
        }
    }

    private string Document(DocumentRequirement document, int number)
    {
        var key = !document.ByPerson ? "papers.by-system" : document.AnyOf.Count > 1 ? "papers.any-of" : "papers.one";
        var line = texts.Say(
            key, ("number", ValueText.Number(number)), ("documents", string.Join(texts.Say("papers.or"), document.AnyOf)));
        var note = document.ByPerson ? document.Note?.Replace("，任选其一", string.Empty, StringComparison.Ordinal) : null;
        return note is null ? line : texts.Say("papers.note", ("line", line), ("note", note));
    }

    /// <summary>Where nothing can be filed here, the place to go belongs to the answer.</summary>
    private string? Where(Determination it) => it switch
    {
        { Outcome: Outcome.File, Submission: not Submission.Online, Channels.Count: > 0 } =>
            texts.Say("where.window") + "\n" + string.Join('\n', Channels(it)),
        { Outcome: Outcome.ProviderFiles } => string.Join('\n', Channels(it).Prepend(texts.Say("where.provider"))),
        _ => null,
    };

    private string? Reminders(Determination it, Situation situation)
    {
        var bubble = cites.Bubble();
        foreach (var notice in Notices(it).Where(Weighs).OrderBy(notice => notice.Cite is not null)
            .Concat(it.Outcome == Outcome.File ? [] : it.Deadlines)
            .Concat(IsSettled(situation) ? [] : it.Settlement.SelectMany(settlement => settlement.Deadlines)))
        {
            bubble.AddItem(notice.Text, notice.Cite);
        }

        foreach (var settlement in IsSettled(situation) ? it.Settlement : [])
        {
            Claim(bubble, settlement);
        }

        foreach (var choice in it.BetterChoices)
        {
            bubble.AddItem(
                choice.GainPoints is > 0
                    ? texts.Say("reminders.better-by", ("text", choice.Text), ("points", TierText.Points(choice.GainPoints.Value)))
                    : texts.Say("reminders.better", ("text", choice.Text)),
                choice.Cite);
        }

        return bubble.IsEmpty ? null : texts.Say("reminders.head") + "\n" + bubble;
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
            bubble.Add(texts.Say("claim.papers"));
            Documents(bubble, settlement.Documents);
        }

        if (settlement.Channels.Count > 0)
        {
            bubble.Add(
                texts.Say("claim.where", ("places", string.Join(texts.Say("papers.or"), settlement.Channels.Select(channel => channel.Name)))),
                settlement.Channels[0].Cite);
        }
    }

    /// <summary>The notices that <see cref="Lead"/> has not said.</summary>
    private static IEnumerable<Statement> Notices(Determination it) =>
        it.Outcome is Outcome.Unstated or Outcome.NotCovered ? it.Notices.Skip(1) : it.Notices;

    private static bool IsSettled(Situation situation) => situation.Facts.GetValueOrDefault(FactNames.Stage) == "settled";

    /// <summary>Whether a notice speaks of money, a deadline or an exclusion; our own warnings always count.</summary>
    private bool Weighs(Statement notice) =>
        notice.Cite is null || weighty.Any(word => notice.Text.Contains(word, StringComparison.Ordinal));

    private string Name(string? place) => place is null ? string.Empty : places.FullName(place);
}
