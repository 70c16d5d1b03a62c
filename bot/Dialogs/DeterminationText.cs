using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what a determination comes to: in a few short messages first, the rest when asked for (更多提醒).</summary>
internal sealed class DeterminationText(
    PlaceCatalog places, GuidePlaces guides, CitationText cites, TierText tiers, ContactText contacts, Texts texts)
{
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
        var lines = new List<string>
        {
            cites.Cited(
                texts.Say(
                    OutcomeKey(it),
                    ("insured", Name(situation.InsuredPlace)),
                    ("care", Name(situation.CarePlace)),
                    ("type", it.FilingType ?? string.Empty)),
                it.Citations.Count > 0 && it.Outcome is not Outcome.Unstated ? it.Citations[0] : null),
        };
        lines.AddRange(it.Outcome is Outcome.Unstated or Outcome.NotCovered
            ? it.Notices.Take(1).Select(notice => cites.Cited(notice.Text, notice.Cite))
            : []);
        if (it.Tier is { } tier)
        {
            lines.Add(tiers.Of(tier, situation));
        }

        lines.AddRange(it.Outcome is Outcome.Unstated or Outcome.NotCovered ? contacts.Lines(it.Contacts) : []);
        return string.Join('\n', lines);
    }

    /// <summary>What was left out of <see cref="Main"/>; empty when nothing was.</summary>
    public IReadOnlyList<string> More(Determination it, Situation situation)
    {
        if (it.Policy is null)
        {
            return [];
        }

        var notices = Notices(it).Where(notice => !Weighs(notice)).Select(notice => Item(notice.Text, notice.Cite)).ToList();
        var claims = it.Settlement.Where(_ => !IsSettled(situation)).SelectMany(Claim).ToList();
        return
        [
            .. notices.Count > 0 ? [texts.Say("more.notices") + "\n" + string.Join('\n', notices)] : Array.Empty<string>(),
            .. claims.Count > 0 ? [texts.Say("more.settlement") + "\n" + string.Join('\n', claims)] : Array.Empty<string>(),
            texts.Say("more.contacts") + "\n" + string.Join('\n', contacts.Lines(it.Contacts)),
        ];
    }

    /// <summary>Where to go and what to do there, channel by channel.</summary>
    public IEnumerable<string> Channels(Determination it) => it.Channels.Select((channel, index) => string.Join(
        '\n',
        [
            texts.Say(
                channel.Kind == "online" ? "channel.online" : "channel.window",
                ("number", ValueText.Number(index + 1)),
                ("name", channel.Name)),
            .. channel.Steps.Count == 1 ? channel.Steps : channel.Steps.Select((step, at) => $"{ValueText.Number(at + 1)}. {step}"),
            .. channel.Note is { } note ? [note] : Array.Empty<string>(),
            cites.Of(channel.Cite),
        ]));

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

        var lines = new List<string>();
        if (it.Documents.Count > 0)
        {
            lines.Add(texts.Say("papers.head"));
            lines.AddRange(it.Documents.Select((document, index) => Document(document, index + 1)));
            lines.AddRange(it.Documents.Select(document => document.Cite).Distinct().Select(cites.Of));
        }
        else
        {
            lines.Add(texts.Say("papers.none"));
        }

        if (it.ReviewTime is { } review)
        {
            lines.Add(Item(texts.Say("papers.review", ("text", review.Text)), review.Cite));
        }

        // Validity and cancelling often rest on one sentence of the guide: quoted once.
        var holding = new List<Statement>();
        if (it.Validity is { } validity)
        {
            holding.Add(new Statement(texts.Say("papers.validity", ("text", validity.Text)), validity.Cite));
        }

        holding.AddRange(it.Change);
        holding.AddRange(it.Deadlines);
        foreach (var group in holding.GroupBy(statement => statement.Cite))
        {
            lines.Add(Item(string.Join('\n', group.Select(statement => statement.Text)), group.Key));
        }

        return string.Join('\n', lines);
    }

    private string Document(DocumentRequirement document, int number)
    {
        var key = !document.ByPerson ? "papers.by-system" : document.AnyOf.Count > 1 ? "papers.any-of" : "papers.one";
        var line = texts.Say(key, ("number", ValueText.Number(number)), ("documents", string.Join("；", document.AnyOf)));
        return document.Note is { } note && !line.Contains(note, StringComparison.Ordinal)
            ? texts.Say("papers.note", ("line", line), ("note", note))
            : line;
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
        var lines = new List<string>();
        lines.AddRange(Notices(it).Where(Weighs).Select(notice => Item(notice.Text, notice.Cite)));
        lines.AddRange(it.Outcome == Outcome.File ? [] : it.Deadlines.Select(deadline => Item(deadline.Text, deadline.Cite)));
        lines.AddRange(IsSettled(situation)
            ? it.Settlement.SelectMany(Claim)
            : it.Settlement.SelectMany(settlement => settlement.Deadlines).Select(deadline => Item(deadline.Text, deadline.Cite)));
        lines.AddRange(it.BetterChoices.Select(Better));
        return lines.Count == 0 ? null : texts.Say("reminders.head") + "\n" + string.Join('\n', lines);
    }

    private string Better(BetterChoice choice) => Item(
        choice.GainPoints is > 0
            ? texts.Say("reminders.better-by", ("text", choice.Text), ("points", TierText.Points(choice.GainPoints.Value)))
            : texts.Say("reminders.better", ("text", choice.Text)),
        choice.Cite);

    private IEnumerable<string> Claim(Settlement settlement)
    {
        yield return Item(settlement.Text, settlement.Cite);
        foreach (var deadline in settlement.Deadlines)
        {
            yield return Item(deadline.Text, deadline.Cite);
        }

        if (settlement.Documents.Count > 0)
        {
            yield return texts.Say("claim.papers");
            foreach (var (document, index) in settlement.Documents.Select((document, index) => (document, index)))
            {
                yield return Document(document, index + 1);
            }

            foreach (var cite in settlement.Documents.Select(document => document.Cite).Distinct().Take(3))
            {
                yield return cites.Of(cite);
            }
        }

        if (settlement.Channels.Count > 0)
        {
            yield return texts.Say("claim.where", ("places", string.Join("；", settlement.Channels.Select(channel => channel.Name))));
        }
    }

    /// <summary>The notices that <see cref="Lead"/> has not said.</summary>
    private static IEnumerable<Statement> Notices(Determination it) =>
        it.Outcome is Outcome.Unstated or Outcome.NotCovered ? it.Notices.Skip(1) : it.Notices;

    private static bool IsSettled(Situation situation) => situation.Facts.GetValueOrDefault(FactNames.Stage) == "settled";

    /// <summary>Whether a notice speaks of money, a deadline or an exclusion; our own warnings always count.</summary>
    private bool Weighs(Statement notice) =>
        notice.Cite is null || weighty.Any(word => notice.Text.Contains(word, StringComparison.Ordinal));

    private readonly string[] weighty = texts.Say("words.weighty").Split(' ');

    private string Item(string text, Knowledge.Citation? cite) => cites.Cited("- " + text, cite);

    private string Name(string? place) => place is null ? string.Empty : places.FullName(place);
}
