using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>
/// What a person may do with a filing now, by the terms under which it was filed. What is shown as allowed and what is decided
/// when it is asked for are the same function. Pure.
/// </summary>
internal static class FilingPermissions
{
    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<FilingAction> All(FilingCase it, DateOnly today, AgreedTerms terms) =>
        [Supplement(it, terms), Change(it, today, terms), Cancel(it, today, terms), Extend(it, today, terms), Renew(it, terms)];

    public static FilingAction Supplement(FilingCase it, AgreedTerms terms)
    {
        var letter = terms.Letter?.Text is [var first, ..] ? first : null;
        return it switch
        {
            { State: FilingState.Lapsed } => No(FilingActionKind.Supplement, "承诺书已经失效，补材料的时间过了。", letter?.Cite),
            { IsOver: true } => No(FilingActionKind.Supplement, Over(it, "补材料")),
            { Asked.Count: > 0 } => Yes(FilingActionKind.Supplement, $"请补交：{Names(it.Asked, terms)}。", Cite(it.Asked, terms), it.Commitment ? it.ValidUntil : null),
            _ when it.OwedUnderLetter(terms) is { Count: > 0 } owed => Yes(
                FilingActionKind.Supplement, $"请在 {it.ValidUntil:yyyy-MM-dd} 以前（含当天）补齐：{Names(owed, terms)}。", letter?.Cite, it.ValidUntil),
            { Waiting.Kind: FilingRequestKind.Supplement } => No(FilingActionKind.Supplement, "材料已经交齐，正在审核。"),
            _ => No(FilingActionKind.Supplement, "现在没有要补的材料。"),
        };
    }

    public static FilingAction Change(FilingCase it, DateOnly today, AgreedTerms terms) =>
        NotInForce(FilingActionKind.Change, it, "变更") ?? ByRule(FilingActionKind.Change, ChangeKind.Change, it, today, terms);

    public static FilingAction Extend(FilingCase it, DateOnly today, AgreedTerms terms) =>
        NotInForce(FilingActionKind.Extend, it, "延期") ?? ByRule(FilingActionKind.Extend, ChangeKind.Extend, it, today, terms);

    public static FilingAction Cancel(FilingCase it, DateOnly today, AgreedTerms terms) => it.IsOver
        ? No(FilingActionKind.Cancel, Over(it, "取消"))
        : ByRule(FilingActionKind.Cancel, ChangeKind.Cancel, it, today, terms);

    /// <summary>A renewal is a new filing; this says whether the old one is done with.</summary>
    public static FilingAction Renew(FilingCase it, AgreedTerms terms) => it switch
    {
        { State: FilingState.Lapsed } when terms.Letter is { BarsAnother: true, Text: [var first, ..] } =>
            Yes(FilingActionKind.Renew, "可以重新备案，但要交齐材料，不能再用承诺书。", first.Cite),
        { IsOver: true } => Yes(FilingActionKind.Renew, "可以重新备案。", null),
        { Commitment: true } => No(FilingActionKind.Renew, "现在要做的是补齐材料，不用重新备案。"),
        { IsInForce: true, ValidUntil: { } last } => new FilingAction(
            FilingActionKind.Renew, false, last.AddDays(1), null, $"有效期到 {last:yyyy-MM-dd}。到期以后还要用的，重新备案。", terms.Validity?.Cite),
        { IsInForce: true } => No(FilingActionKind.Renew, "备案还有效，不用重新办。", terms.Validity?.Cite),
        _ => No(FilingActionKind.Renew, "这件备案还没有办完，不用重新办。"),
    };

    private static FilingAction? NotInForce(FilingActionKind kind, FilingCase it, string what) => it switch
    {
        { IsOver: true } => No(kind, Over(it, what)),
        { IsInForce: false } => No(kind, $"备案还没有审核通过，通过以后才能{what}。"),
        { Commitment: true } => No(kind, $"请先补齐承诺要交的材料，再{what}。"),
        { Waiting: { } waiting } => No(kind, $"{Name(waiting.Kind)}正在审核，办完以后才能再{what}。"),
        _ => null,
    };

    private static FilingAction ByRule(FilingActionKind kind, ChangeKind asked, FilingCase it, DateOnly today, AgreedTerms terms)
    {
        switch (terms.RuleFor(asked))
        {
            case null:
                return Unstated(kind, it, terms);
            case { At: not (null or Submission.Online) } elsewhere:
                return No(kind, elsewhere.Text, elsewhere.Cite);
            case { NotWithinMonths: { } months } waits when FilingTerms.FirstDayAfter(it.FiledOn, months) is var first && first > today:
                var exception = waits.InPrinciple ? $"有特殊情况的，请问经办机构。{terms.Ask}" : string.Empty;
                return new FilingAction(kind, false, first, null, $"{waits.Text}最早 {first:yyyy-MM-dd} 可以办。{exception}", waits.Cite);
            case { AfterDays: { } days } later when it.StartsOn.AddDays(days) is var first && first > today:
                return new FilingAction(kind, false, first, null, $"{later.Text}最早 {first:yyyy-MM-dd} 可以办。", later.Cite);
            case var rule:
                return Yes(kind, rule.Text, rule.Cite);
        }
    }

    /// <summary>What the guide does not say is not done here; the person is told so, and what the guide does allow instead.</summary>
    private static FilingAction Unstated(FilingActionKind kind, FilingCase it, AgreedTerms terms)
    {
        var ask = $"请向参保地医保经办机构问清楚。{terms.Ask}";
        return kind switch
        {
            FilingActionKind.Cancel => No(kind, $"指南没有写这种备案能不能取消，{ask}"),
            FilingActionKind.Extend when it.ValidUntil is not null => No(kind, "指南没有写这种备案可以延期。到期以后还要用的，重新备案。", terms.Validity?.Cite),
            FilingActionKind.Extend => No(kind, $"指南没有写这种备案可以延期，{ask}"),
            _ when terms.RuleFor(ChangeKind.Cancel) is { Freely: true } free => No(kind, $"指南没有写这种备案怎样变更。{free.Text}取消以后可以重新备案。", free.Cite),
            _ => No(kind, $"指南没有写这种备案怎样变更，{ask}"),
        };
    }

    private static string Over(FilingCase it, string what) => it.State switch
    {
        FilingState.Cancelled => $"这件备案已经取消，不能再{what}。",
        FilingState.Expired => $"这件备案已经到期，不能再{what}。",
        FilingState.Lapsed => $"这件备案已经失效，不能再{what}。",
        _ => $"这件备案没有通过，不能再{what}。",
    };

    private static string Name(FilingRequestKind kind) => kind switch
    {
        FilingRequestKind.Change => "上一次变更",
        FilingRequestKind.Extension => "上一次延期",
        _ => "补交的材料",
    };

    private static string Names(IReadOnlyList<string> ids, AgreedTerms terms) => string.Join(
        "；", terms.Required.Where(document => ids.Contains(document.Id)).Select(document => string.Join("或", document.AnyOf.Select(name => $"“{name}”"))));

    private static Citation? Cite(IReadOnlyList<string> ids, AgreedTerms terms) =>
        terms.Required.FirstOrDefault(document => ids.Contains(document.Id))?.Cite;

    private static FilingAction Yes(FilingActionKind kind, string text, Citation? cite, DateOnly? until = null) => new(kind, true, null, until, text, cite);

    private static FilingAction No(FilingActionKind kind, string text, Citation? cite = null) => new(kind, false, null, null, text, cite);
}
