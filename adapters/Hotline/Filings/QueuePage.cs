using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline.Pages;

namespace PolicyBot.Adapters.Hotline.Filings;

/// <summary>What waits, oldest first.</summary>
internal static class QueuePage
{
    public static Html Write(IReadOnlyList<QueuedFiling> queue, FilingWords words, int limit) => queue.Count == 0
        ? Html.Of($"""<p class="card">现在没有要审核的。</p>""")
        : Html.Of(
            $"""
            <section class="scroll" tabindex="0" aria-label="待审核的备案">
            <table>
            <thead><tr><th scope="col">编号</th><th scope="col">申请</th><th scope="col">姓名</th><th scope="col">备案类型</th><th scope="col">参保地 → 就医地</th><th scope="col">提交时间</th><th scope="col">办结期限</th><th scope="col">受理人</th></tr></thead>
            <tbody>
            {Html.Of(queue, filing => Row(filing, words))}
            </tbody>
            </table>
            {(queue.Count < limit ? null : Html.Of($"""<p class="soft">只列出最早的 {limit} 件。</p>"""))}
            </section>
            """);

    private static Html Row(QueuedFiling filing, FilingWords words) => Html.Of(
        $"""
        <tr>
        <th scope="row" class="nowrap"><a href="/hotline/filings/{filing.Number}">{filing.Number}</a></th>
        <td class="nowrap">{FilingWords.Of(filing.Kind)}{(filing.Commitment ? "（承诺书）" : "")}</td>
        <td class="nowrap">{filing.MaskedName}</td>
        <td>{filing.FilingType}</td>
        <td>{words.Place(filing.InsuredPlace)} → {words.Place(filing.CarePlace)}</td>
        <td class="nowrap">{FilingWords.Time(filing.Since)}</td>
        <td class="nowrap">{FilingWords.Day(filing.ReviewBy)}</td>
        <td>{filing.TakenBy ?? "—"}</td>
        </tr>
        """);
}
