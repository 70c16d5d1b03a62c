using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Adapters.Hotline.Pages;

namespace PolicyBot.Adapters.Hotline.Filings;

/// <summary>The forms for a clerk's steps, as far as the filing's state has room for them; the service decides all the same.</summary>
internal static class StepForms
{
    /// <param name="reason">What was typed before a step was refused, so that it is not lost.</param>
    public static Html Write(FilingDossier dossier, Html token, string reason)
    {
        var path = $"/hotline/filings/{dossier.Filing.Number}";
        return dossier.Filing.Review switch
        {
            null => Html.Of($"""<section><h2>办理</h2><p>现在没有要审核的内容。</p></section>"""),
            { Taken: false } => Html.Of(
                $"""
                <section><h2>办理</h2><form method="post" action="{path}/take">{token}<p class="soft">受理以后才能审核；受理人记入经过。</p><button>受理</button></form></section>
                """),
            { Kind: var kind } => Html.Of(
                $"""
                <p class="card">受理人：{dossier.TakenBy}</p>
                <section><h2>通过</h2><form method="post" action="{path}/approve">{token}{Until(dossier.Filing, kind)}<button>通过</button></form></section>
                {(kind is FilingRequestKind.Change or FilingRequestKind.Extension ? null : Return(dossier, path, token, reason))}
                {(kind == FilingRequestKind.Supplement && dossier.Filing.State is (FilingState.Active or FilingState.Approved) ? null : Refuse(path, token, reason))}
                """),
        };
    }

    /// <summary>A last day is asked for only where the guide leaves it to the proof, or gives an extension no length.</summary>
    private static Html? Until(Filing filing, FilingRequestKind kind) =>
        kind == FilingRequestKind.Extension ? Day("延长到哪一天（含当天）", required: true)
        : kind != FilingRequestKind.Change && !filing.Commitment && filing.ValidUntil is null ? Day("证明材料的有效期到哪一天（没有写的留空）", required: false)
        : null;

    private static Html Day(string label, bool required) => Html.Of(
        $"""<label for="until">{label}</label><input id="until" name="until" type="date"{(required ? Html.Of($" required") : null)}>""");

    private static Html Return(FilingDossier dossier, string path, Html token, string reason) => Html.Of(
        $"""
        <section><h2>退回补材料</h2><form method="post" action="{path}/return">{token}
        <fieldset><legend>要补交的材料</legend>{Html.Of(dossier.Required, document => Html.Of(
            $"""<label class="tick"><input type="checkbox" name="requirement" value="{document.Id}">{string.Join("、或 ", document.AnyOf)}</label>"""))}</fieldset>
        {Reason("return-reason", reason)}<button>退回</button></form></section>
        """);

    private static Html Refuse(string path, Html token, string reason) => Html.Of(
        $"""
        <section><h2>不予通过</h2><form method="post" action="{path}/refuse">{token}{Reason("refuse-reason", reason)}<button class="grave">不予通过</button></form></section>
        """);

    private static Html Reason(string id, string reason) => Html.Of(
        $"""<label for="{id}">理由（本人会看到，不要写个人信息）</label><textarea id="{id}" name="reason" rows="3" maxlength="500" required>{reason}</textarea>""");
}
