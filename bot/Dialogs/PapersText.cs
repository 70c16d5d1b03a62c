using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what a filing takes: documents, time, how long it holds, and where to go.</summary>
internal sealed class PapersText(CitationText cites, ContactText contacts, Texts texts)
{
    private readonly string before = texts.Say("words.first");

    /// <summary>Everything about the filing in one message; null where none is made.</summary>
    public string? Of(Determination it)
    {
        if (it.Outcome != Outcome.File)
        {
            return null;
        }

        var bubble = cites.Bubble();
        Needed(bubble, it);
        Review(bubble, it);
        return Holding(bubble, it, it.Deadlines.Except(First(it))).ToString();
    }

    /// <summary>
    /// What has to be done before care, before leaving hospital or before settling: it belongs to the outcome. Other deadlines
    /// (a commitment letter's fifteen days) mean nothing before the documents are known.
    /// </summary>
    public IEnumerable<Statement> First(Determination it) => it.Outcome == Outcome.File
        ? it.Deadlines.Where(deadline => deadline.Text.Contains(before, StringComparison.Ordinal))
        : it.Deadlines;

    /// <summary>The documents of the filing.</summary>
    public void Needed(Bubble bubble, Determination it)
    {
        bubble.Add(texts.Say(it.Documents.Count > 0 ? "papers.head" : "papers.none"));
        Documents(bubble, it.Documents);
    }

    public void Review(Bubble bubble, Determination it)
    {
        if (it.ReviewTime is { } review)
        {
            bubble.AddItem(texts.Say("papers.review", ("text", review.Text)), review.Cite);
        }
    }

    /// <summary>How long it holds, changing and deadlines; they often rest on one sentence of the guide, quoted once.</summary>
    public Bubble Holding(Bubble bubble, Determination it, IEnumerable<Statement> deadlines)
    {
        var holding = it.Change.Concat(deadlines);
        if (it.Validity is { } validity)
        {
            holding = holding.Prepend(new Statement(texts.Say("papers.validity", ("text", validity.Text)), validity.Cite));
        }

        foreach (var group in holding.GroupBy(statement => statement.Cite))
        {
            bubble.AddItem(string.Join(string.Empty, group.Select(statement => statement.Text)), group.Key);
        }

        return bubble;
    }

    /// <summary>The documents as a list; a quotation that holds for several is shown once, below the last of them.</summary>
    public void Documents(Bubble bubble, IReadOnlyList<DocumentRequirement> documents)
    {
        bubble.AddAll(documents.Select((document, index) => Document(document, index + 1)));
        foreach (var document in documents)
        {
            bubble.Quote(document.Cite);
        }
    }

    /// <summary>Where nothing can be filed here, the place to go belongs to the answer.</summary>
    public string? Where(Determination it, Situation situation) => it switch
    {
        { Outcome: Outcome.File, Submission: not Submission.Online, Channels.Count: > 0 } => string.Join('\n', Window(it, situation)),
        { Outcome: Outcome.ProviderFiles, Channels.Count: > 0 } => texts.Say("where.provider") + "\n" + InOne(it),
        _ => null,
    };

    /// <summary>Where to go and what to do there, channel by channel.</summary>
    public IEnumerable<string> Channels(Determination it) =>
        it.Channels.Select((channel, index) => Channel(cites.Bubble(), it, channel, index).ToString());

    /// <summary>All of them in one message, the guide's title written out once.</summary>
    private string InOne(Determination it)
    {
        var bubble = cites.Bubble();
        for (var i = 0; i < it.Channels.Count; i++)
        {
            Channel(bubble, it, it.Channels[i], i);
        }

        return bubble.ToString();
    }

    private Bubble Channel(Bubble bubble, Determination it, Channel channel, int index) => bubble
        .Add(texts.Say(
            it.Channels.Count == 1 ? "channel.only" : "channel.numbered",
            ("number", ValueText.Number(index + 1)),
            ("name", channel.Name),
            ("how", texts.Say("how." + channel.Kind))))
        .AddAll(channel.Steps switch
        {
            // What the quotation says word for word is not said twice.
            [var only] => only == channel.Cite.Quote ? [] : [only],
            var steps => steps.Select((step, at) => $"{ValueText.Number(at + 1)}. {step}"),
        })
        .AddAll(channel.Note is { } note ? [note] : [])
        .AddAll(channel.Kind == "phone" ? contacts.Reachable([.. it.Contacts.Where(contact => contact.Phone is not null)]) : [])
        .Quote(channel.Cite);

    /// <summary>The ways, with telephone numbers and addresses, or that the guide gives none.</summary>
    private IEnumerable<string> Window(Determination it, Situation situation)
    {
        var reachable = it.Contacts.Any(contact => contact is { Cite: not null } and not { Phone: null, Address: null })
            || it.Channels.Any(channel => channel.Kind == "window" && channel.Steps.Count > 1);
        return
        [
            texts.Say(it.Channels.Any(channel => channel.Kind == "online") ? "where.ways" : "where.window"),
            InOne(it),
            .. reachable ? [] : new[] { texts.Say("where.no-address"), contacts.Hotline(contacts.SchemeOf(it, situation)) }.OfType<string>(),
        ];
    }

    private string Document(DocumentRequirement document, int number)
    {
        var key = !document.ByPerson ? "papers.by-system" : document.AnyOf.Count > 1 ? "papers.any-of" : "papers.one";
        var line = texts.Say(
            key, ("number", ValueText.Number(number)), ("documents", string.Join(texts.Say("papers.or"), document.AnyOf)));
        var note = document.ByPerson ? document.Note?.Replace("，任选其一", string.Empty, StringComparison.Ordinal) : null;
        return note is null ? line : texts.Say("papers.note", ("line", line), ("note", note));
    }
}
