using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Calendars;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>
/// The life of a filing: what an act makes of it, or why it is refused. Pure but for the calendar of public holidays; the clock
/// is applied before and after every act, so no act ever meets a stale state.
/// </summary>
internal sealed class FilingLife(WorkCalendar calendar)
{
    public FilingCase Begin(string carePlace, DateOnly startsOn, bool commitment, IReadOnlyList<string> documents, DateTimeOffset now, AgreedTerms terms)
    {
        var it = new FilingCase
        {
            State = FilingState.Submitted, CarePlace = carePlace, StartsOn = startsOn, FiledOn = startsOn, HandedIn = documents,
            Commitment = commitment && terms.Letter is not null,
        };
        it = it with { Commitment = it.OwedUnderLetter(terms).Count > 0 };
        it = it with { ValidUntil = FilingTerms.ValidUntil(terms.Validity, it.Commitment ? terms.Letter : null, startsOn) };
        return Wait(it, FilingRequestKind.Submission, now, terms).With(FilingEventKind.Submitted, now, FilingState.Submitted);
    }

    public LifeResult Next(FilingCase before, FilingAct act, DateTimeOffset now, AgreedTerms terms)
    {
        var it = FilingClock.Tick(before, now, terms);
        var result = act switch
        {
            SupplementAct supplement => Supplement(it, supplement, now, terms),
            ChangeAct change => Change(it, change, now, terms),
            CancelAct cancel => Cancel(it, cancel, now, terms),
            ExtendAct => Extend(it, now, terms),
            TakeAct take => ClerkSteps.Take(it, take, now),
            ApproveAct approve => ClerkSteps.Approve(it, approve, now, terms),
            ReturnAct back => ClerkSteps.Return(it, back, now, terms),
            RefuseAct refuse => ClerkSteps.Refuse(it, refuse, now),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        return result with { Case = FilingClock.Tick(result.Case, now, terms) };
    }

    private LifeResult Supplement(FilingCase it, SupplementAct act, DateTimeOffset now, AgreedTerms terms)
    {
        if (FilingPermissions.Supplement(it, terms) is { Allowed: false } no)
        {
            return LifeResult.Refused(it, no);
        }

        // 补齐: what is owed comes at once, so that a clerk looks at it once.
        var left = it.Owed(terms).Except(act.Documents).ToHashSet(StringComparer.Ordinal);
        if (left.Count > 0)
        {
            return new LifeResult(it, [.. terms.Required.Where(document => left.Contains(document.Id)).Select(DocumentRules.Lacking)]);
        }

        var more = it with { HandedIn = [.. it.HandedIn.Union(act.Documents)], Asked = [] };
        return LifeResult.Done(Wait(more, FilingRequestKind.Supplement, now, terms)
            .With(FilingEventKind.Supplemented, now, it.IsInForce ? it.State : FilingState.Submitted));
    }

    private LifeResult Change(FilingCase it, ChangeAct act, DateTimeOffset now, AgreedTerms terms)
    {
        if (act.Change is null && !act.Phone)
        {
            return LifeResult.Refused(it, "没有写要变更什么。");
        }

        if (act.Change is null && it.IsOver)
        {
            return LifeResult.Refused(it, FilingPermissions.Change(it, ChinaTime.DayOf(now), terms));
        }

        if (act.Change is not null && FilingPermissions.Change(it, ChinaTime.DayOf(now), terms) is { Allowed: false } no)
        {
            return LifeResult.Refused(it, no);
        }

        it = act.Phone ? it.With(FilingEventKind.PhoneCorrected, now, it.State) : it;
        return LifeResult.Done(act.Change is null ? it
            : Wait(it with { Proposed = act.Change }, FilingRequestKind.Change, now, terms)
                .With(FilingEventKind.ChangeRequested, now, it.State, cite: terms.RuleFor(ChangeKind.Change)?.Cite));
    }

    private static LifeResult Cancel(FilingCase it, CancelAct act, DateTimeOffset now, AgreedTerms terms)
    {
        var permission = FilingPermissions.Cancel(it, ChinaTime.DayOf(now), terms);
        return permission.Allowed
            ? LifeResult.Done((it with { Waiting = null, ReviewBy = null, HolidaysUnknown = false, Proposed = null, Asked = [] })
                .With(FilingEventKind.Cancelled, now, FilingState.Cancelled, act.Reason, permission.Cite))
            : LifeResult.Refused(it, permission);
    }

    private LifeResult Extend(FilingCase it, DateTimeOffset now, AgreedTerms terms)
    {
        var permission = FilingPermissions.Extend(it, ChinaTime.DayOf(now), terms);
        return permission.Allowed
            ? LifeResult.Done(Wait(it, FilingRequestKind.Extension, now, terms).With(FilingEventKind.ExtensionRequested, now, it.State, cite: permission.Cite))
            : LifeResult.Refused(it, permission);
    }

    private FilingCase Wait(FilingCase it, FilingRequestKind kind, DateTimeOffset now, AgreedTerms terms)
    {
        var review = FilingTerms.ReviewBy(terms.ReviewTime, ChinaTime.DayOf(now), calendar);
        return it with { Waiting = new WaitingRequest(kind, now, null), ReviewBy = review?.Day, HolidaysUnknown = review?.HolidaysUnknown ?? false };
    }
}
