using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what a filing takes: documents, time, how long it holds, and where to go.</summary>
internal sealed class PapersText(CitationText cites, Texts texts)
{
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
        return Holding(bubble, it).ToString();
    }

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
    public Bubble Holding(Bubble bubble, Determination it)
    {
        var holding = it.Change.Concat(it.Deadlines);
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
    public string? Where(Determination it) => it switch
    {
        { Outcome: Outcome.File, Submission: not Submission.Online, Channels.Count: > 0 } =>
            texts.Say("where.window") + "\n" + string.Join('\n', Channels(it)),
        { Outcome: Outcome.ProviderFiles } => string.Join('\n', Channels(it).Prepend(texts.Say("where.provider"))),
        _ => null,
    };

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

    private string Document(DocumentRequirement document, int number)
    {
        var key = !document.ByPerson ? "papers.by-system" : document.AnyOf.Count > 1 ? "papers.any-of" : "papers.one";
        var line = texts.Say(
            key, ("number", ValueText.Number(number)), ("documents", string.Join(texts.Say("papers.or"), document.AnyOf)));
        var note = document.ByPerson ? document.Note?.Replace("，任选其一", string.Empty, StringComparison.Ordinal) : null;
        return note is null ? line : texts.Say("papers.note", ("line", line), ("note", note));
    }
}
