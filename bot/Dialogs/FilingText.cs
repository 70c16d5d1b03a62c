using PolicyBot.Adapters.Filings;
using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Says what became of a filing.</summary>
internal sealed class FilingText(PlaceCatalog places, ValueText values, CitationText cites, Texts texts)
{
    /// <summary>Right after it was confirmed.</summary>
    public string Confirmed(FilingReceipt receipt) => receipt.Filing is { } filing
        ? texts.Say("confirm.done", ("number", filing.Number)) + "\n" + string.Join('\n', Dates(filing))
        : texts.Say("confirm.pending");

    /// <summary>When it is asked for later.</summary>
    public string Of(FilingReceipt receipt) => receipt switch
    {
        { Filing: { } filing } => Of(filing),
        { Status: ReceiptStatus.Refused } => Refused("status.refused", receipt),
        _ => texts.Say("status.pending"),
    };

    /// <summary>Why the agency did not take it, each reason with the guide's words.</summary>
    public string Refused(string lead, FilingReceipt receipt) => string.Join(
        '\n', receipt.Problems.Select(problem => cites.Cited("- " + problem.Text, problem.Cite)).Prepend(texts.Say(lead)));

    public string Of(Filing filing) => string.Join(
        '\n',
        [
            texts.Say("status.number", ("number", filing.Number)),
            texts.Say("status.state", ("state", texts.Say(StateKey(filing.State)))),
            texts.Say("status.type", ("type", filing.FilingType), ("place", places.FullName(filing.CarePlace))),
            texts.Say("status.person", ("name", Markdown.Escape(filing.MaskedName))),
            .. Dates(filing),
            .. filing.History.Count > 0 && filing.History[^1].Note is { Length: > 0 } note
                ? [texts.Say("status.note", ("note", Markdown.Escape(note)))]
                : Array.Empty<string>(),
            .. filing.Missing.Count > 0
                ? [texts.Say("status.missing", ("names", string.Join('、', filing.Missing.Select(document => string.Join('或', document.AnyOf)))))]
                : Array.Empty<string>(),
            .. filing.Actions.Where(action => action.Allowed || action.Cite is not null).ToList() is { Count: > 0 } actions
                ? actions.Select(action => cites.Cited("- " + action.Text, action.Cite)).Prepend(texts.Say("status.actions"))
                : [],
        ]);

    private IEnumerable<string> Dates(Filing filing)
    {
        if (filing is { State: FilingState.Submitted or FilingState.InReview, ReviewBy: { } review })
        {
            yield return texts.Say("status.review-by", ("date", values.Date(review)));
        }

        yield return texts.Say("status.starts", ("date", values.Date(filing.StartsOn)));
        if (filing.ValidUntil is { } until)
        {
            yield return texts.Say("status.until", ("date", values.Date(until)));
        }

        if (filing.Commitment)
        {
            yield return texts.Say("status.commitment");
        }
    }

    private static string StateKey(FilingState state) => state switch
    {
        FilingState.Submitted => "state.submitted",
        FilingState.InReview => "state.in-review",
        FilingState.Approved => "state.approved",
        FilingState.Returned => "state.returned",
        FilingState.Refused => "state.refused",
        FilingState.Active => "state.active",
        FilingState.Cancelled => "state.cancelled",
        FilingState.Expired => "state.expired",
        FilingState.Lapsed => "state.lapsed",
        _ => "state.other",
    };
}
