using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline.Pages;

namespace PolicyBot.Adapters.Hotline.Filings;

/// <summary>A filing as a clerk reads it: what it is, what it was made of, its documents, its history.</summary>
internal static class FilingPage
{
    public static Html Write(FilingDossier dossier, FilingWords words, Html steps, string? problem)
    {
        var filing = dossier.Filing;
        return Html.Of(
            $"""
            {(problem is null ? null : Html.Of($"""<p class="problem" role="alert">没有执行：{problem}</p>"""))}
            <div class="columns">
            <div>
            <section aria-labelledby="about"><h2 id="about">备案</h2><dl>
            <dt>状态</dt><dd>{FilingWords.Of(filing.State)}{(filing.Review is { Kind: not FilingRequestKind.Submission } review ? $"；{FilingWords.Of(review.Kind)}{(review.Taken ? "审核中" : "待受理")}" : "")}</dd>
            <dt>姓名</dt><dd>{filing.MaskedName}</dd>
            <dt>证件号码</dt><dd>{filing.MaskedIdNumber}</dd>
            <dt>电话</dt><dd>{filing.MaskedPhone}</dd>
            {(dossier.Agent is { } agent ? Html.Of($"<dt>代办人</dt><dd>{agent.Name}，{agent.IdNumber}，{agent.Phone}</dd>") : null)}
            <dt>备案类型</dt><dd>{filing.FilingType}{(filing.Commitment ? "（用承诺书代替证明）" : "")}</dd>
            <dt>参保地</dt><dd>{words.Place(filing.InsuredPlace)}</dd>
            <dt>就医地</dt><dd>{words.Place(filing.CarePlace)}{Proposed(filing.Proposed?.CarePlace is { } place ? words.Place(place) : null)}</dd>
            <dt>开始日期</dt><dd>{FilingWords.Day(filing.StartsOn)}{Proposed(filing.Proposed?.StartsOn is { } day ? FilingWords.Day(day) : null)}</dd>
            <dt>有效期到</dt><dd>{FilingWords.Day(filing.ValidUntil)} <span class="soft">{filing.Validity?.Text}</span></dd>
            <dt>办结期限</dt><dd>{FilingWords.Day(filing.ReviewBy)}{(filing.HolidaysUnknown ? "（当年放假安排还没有公布，只扣了周末）" : "")}</dd>
            <dt>依据</dt><dd>{words.Guide(filing.Policy)}</dd>
            </dl></section>
            {Documents(dossier)}
            {Pairs("情况", dossier.Facts.Select(fact => words.Fact(fact.Key, fact.Value)).ToList())}
            {Pairs("填写的内容", dossier.Fields.Select(field => words.Field(filing.Policy, field.Key, field.Value)).ToList())}
            {History(dossier)}
            </div>
            <div>{steps}</div>
            </div>
            """);
    }

    private static Html? Proposed(string? value) => value is null ? null : Html.Of($" <strong>申请改为 {value}</strong>");

    private static Html? Pairs(string title, IReadOnlyList<(string Name, string Value)> pairs) => pairs.Count == 0 ? null : Html.Of(
        $"""
        <section><h2>{title}</h2><table><tbody>{Html.Of(pairs, pair => Html.Of($"""<tr><th scope="row">{pair.Name}</th><td>{pair.Value}</td></tr>"""))}</tbody></table></section>
        """);

    private static Html Documents(FilingDossier dossier) => Html.Of(
        $"""
        <section><h2>材料</h2><table>
        <thead><tr><th scope="col">要求</th><th scope="col">交来的</th><th scope="col">文件</th><th scope="col">收到</th></tr></thead>
        <tbody>{Html.Of(dossier.Documents, document => Html.Of(
            $"""
            <tr><th scope="row">{Requirement(dossier, document.Requirement)}</th><td>{document.Document}{(document.Replaced ? "（已被替换）" : "")}</td>
            <td><a href="/hotline/filings/{dossier.Filing.Number}/attachments/{document.Attachment}" target="_blank" rel="noopener">{document.Name}</a></td>
            <td class="nowrap">{FilingWords.Time(document.ReceivedAt)}</td></tr>
            """))}
        {Html.Of(dossier.Filing.Missing, missing => Html.Of($"""<tr><th scope="row">{string.Join("、或 ", missing.AnyOf)}</th><td colspan="3">还没有交</td></tr>"""))}</tbody></table></section>
        """);

    private static string Requirement(FilingDossier dossier, string id) =>
        dossier.Required.FirstOrDefault(document => document.Id == id) is { } required ? string.Join("、或 ", required.AnyOf) : id;

    private static Html History(FilingDossier dossier) => Html.Of(
        $"""
        <section><h2>经过</h2><table>
        <thead><tr><th scope="col">时间</th><th scope="col">事项</th><th scope="col">经手</th><th scope="col">说明</th></tr></thead>
        <tbody>{Html.Of(dossier.History.Reverse(), step => Html.Of(
            $"""
            <tr><td class="nowrap">{FilingWords.Time(step.Event.At)}</td><th scope="row">{FilingWords.Of(step.Event.Kind)}</th><td>{step.By ?? "—"}</td>
            <td>{step.Event.Note}</td></tr>
            """))}</tbody></table></section>
        """);
}
