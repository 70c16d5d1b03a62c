using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What a clerk's step makes of a filing. Whoever decides has taken it first, so two clerks do not decide at once. Pure.</summary>
internal static class ClerkSteps
{
    private const int LongestReason = 500;

    public static LifeResult Take(FilingCase it, TakeAct act, DateTimeOffset now) => it switch
    {
        { Waiting: null } => LifeResult.Refused(it, "这件备案现在没有要审核的内容。"),
        { Waiting.TakenBy: { } other } => LifeResult.Refused(it, $"已经由 {other} 受理。"),
        _ => LifeResult.Done((it with { Waiting = it.Waiting with { TakenBy = act.Clerk } })
            .With(FilingEventKind.Taken, now, it.IsInForce ? it.State : FilingState.InReview, by: act.Clerk)),
    };

    public static LifeResult Approve(FilingCase it, ApproveAct act, DateTimeOffset now, AgreedTerms terms)
    {
        if (NotTaken(it) is { } refusal)
        {
            return refusal;
        }

        return it.Waiting!.Kind switch
        {
            FilingRequestKind.Change => ApproveChange(it, it.Proposed ?? new ProposedChange(null, null), act, now, terms),
            FilingRequestKind.Extension => ApproveExtension(it, act, now, terms),
            _ when it.OwedUnderLetter(terms).Count > 0 => act.Until is not null ? LifeResult.Refused(it, "承诺书的期限由指南定，不用填日期。")
                : LifeResult.Done(Settled(it).With(
                    FilingEventKind.Approved, now, it.IsInForce ? it.State : FilingState.Approved,
                    $"按承诺书通过，请在 {it.ValidUntil:yyyy-MM-dd} 以前（含当天）补齐材料。", Letter(terms)?.Cite, act.Clerk)),
            _ => ApproveWhole(it, act, now, terms),
        };
    }

    public static LifeResult Return(FilingCase it, ReturnAct act, DateTimeOffset now, AgreedTerms terms)
    {
        if (NotTaken(it) is { } refusal)
        {
            return refusal;
        }

        if (it.Waiting!.Kind is FilingRequestKind.Change or FilingRequestKind.Extension)
        {
            return LifeResult.Refused(it, "变更和延期只能同意或者不同意；要补的材料请写在理由里。");
        }

        if (BadReason(it, act.Reason) is { } bad)
        {
            return bad;
        }

        var asked = act.Documents.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0 || asked.Exists(id => terms.Required.All(document => document.Id != id)))
        {
            return LifeResult.Refused(it, "请选择要补交哪些材料。");
        }

        return LifeResult.Done((Settled(it) with { Asked = asked })
            .With(FilingEventKind.Returned, now, it.IsInForce ? it.State : FilingState.Returned, act.Reason.Trim(), by: act.Clerk));
    }

    public static LifeResult Refuse(FilingCase it, RefuseAct act, DateTimeOffset now) =>
        NotTaken(it) ?? BadReason(it, act.Reason) ?? it switch
        {
            { IsInForce: true, Waiting.Kind: FilingRequestKind.Supplement } => LifeResult.Refused(it, "补交的材料不合要求的，请退回并写明要补什么。"),
            { IsInForce: true } => LifeResult.Done(Settled(it).With(FilingEventKind.Declined, now, it.State, act.Reason.Trim(), by: act.Clerk)),
            _ => LifeResult.Done(Settled(it).With(FilingEventKind.Refused, now, FilingState.Refused, act.Reason.Trim(), by: act.Clerk)),
        };

    private static LifeResult ApproveWhole(FilingCase it, ApproveAct act, DateTimeOffset now, AgreedTerms terms)
    {
        var byProof = terms.Validity is null or { AsLongAsProof: true } or { Years: null, Months: null, Days: null };
        if (act.Until is { } until && (!byProof || until < ChinaTime.DayOf(now)))
        {
            return LifeResult.Refused(it, byProof ? "认定材料的有效期已经过了。" : "这类备案的有效期由指南定，不用填日期。");
        }

        var full = Settled(it) with { Commitment = false, ValidUntil = act.Until ?? FilingTerms.ValidUntil(terms.Validity, null, it.StartsOn) };
        return LifeResult.Done(full.With(
            FilingEventKind.Approved, now, it.IsInForce ? it.State : FilingState.Approved, terms.Validity?.Text, terms.Validity?.Cite, act.Clerk));
    }

    private static LifeResult ApproveChange(FilingCase it, ProposedChange change, ApproveAct act, DateTimeOffset now, AgreedTerms terms)
    {
        if (act.Until is not null)
        {
            return LifeResult.Refused(it, "变更不改有效期，不用填日期。");
        }

        var today = ChinaTime.DayOf(now);
        var startsOn = change.StartsOn ?? it.StartsOn;
        var changed = Settled(it) with
        {
            CarePlace = change.CarePlace ?? it.CarePlace, StartsOn = startsOn, FiledOn = today,
            ValidUntil = startsOn == it.StartsOn ? it.ValidUntil : FilingTerms.ValidUntil(terms.Validity, null, startsOn) ?? it.ValidUntil,
        };
        return LifeResult.Done(changed.With(
            FilingEventKind.Changed, now, startsOn > today ? FilingState.Approved : FilingState.Active, cite: terms.RuleFor(ChangeKind.Change)?.Cite, by: act.Clerk));
    }

    private static LifeResult ApproveExtension(FilingCase it, ApproveAct act, DateTimeOffset now, AgreedTerms terms) =>
        act.Until is { } until && until >= ChinaTime.DayOf(now) && (it.ValidUntil is not { } last || until > last)
            ? LifeResult.Done((Settled(it) with { ValidUntil = until }).With(
                FilingEventKind.Extended, now, it.State, $"延长到 {until:yyyy-MM-dd}。", terms.RuleFor(ChangeKind.Extend)?.Cite, act.Clerk))
            : LifeResult.Refused(it, "请填写延长到哪一天，要比现在的有效期晚。");

    private static FilingCase Settled(FilingCase it) => it with { Waiting = null, ReviewBy = null, HolidaysUnknown = false, Proposed = null };

    private static LifeResult? NotTaken(FilingCase it) => it.Waiting switch
    {
        null => LifeResult.Refused(it, "这件备案现在没有要审核的内容。"),
        { TakenBy: null } => LifeResult.Refused(it, "请先受理，再审核。"),
        _ => null,
    };

    private static LifeResult? BadReason(FilingCase it, string reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason ? LifeResult.Refused(it, $"请写明理由，{LongestReason} 字以内。") : null;

    private static Statement? Letter(AgreedTerms terms) => terms.Letter?.Text is [var first, ..] ? first : null;
}
