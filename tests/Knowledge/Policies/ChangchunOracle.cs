using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>
/// The guide of 长春 (work injury) read a second time, by a person who had not seen the rules of the policy file.
/// Every branch stands under the sentence that it follows.
/// </summary>
internal static class ChangchunOracle
{
    private const string Unpaid = "未按规定办理登记备案手续或在就医地非备案协议机构发生的费用，工伤保险基金不予支付";
    private const string TravelPaid = "由参保地经办机构按照相关政策规定审核报销";
    private const string Limit = "超出最高支付限额的，工伤保险基金不予支付";

    public static OracleAnswer Decide(OracleCase c)
    {
        if (c.CarePlace.StartsWith("2201", StringComparison.Ordinal))
        {
            // 到参保地外就医 (六.3) is what makes care 异地, and 参保地 is 长春市 (三). What is paid at home no sentence says.
            return new(Outcome.Local, OracleTier.Unstated) { Ways = Nothing };
        }

        if (!c.CarePlace.StartsWith("22", StringComparison.Ordinal))
        {
            // The title and every sentence say 省内; none says what holds outside, not even that it is not paid.
            return Silent with { Ways = Nothing with { NeverSays = [Unpaid] } };
        }

        if (c.Is("injuryConfirmed", "false") || c.Is("benefitsInOrder", "false"))
        {
            // 在长春市参加工伤保险且享受待遇状态正常，已完成工伤认定、…确认…可以申请备案; 对备案人员的资格进行审核并实行动态管理.
            return new(Outcome.NotCovered, IsUnpaid(c) ? NothingPaid : OracleTier.Unstated) { Ways = Nothing };
        }

        if (IsUnpaid(c))
        {
            // In hospital: what has been spent is not paid, but whether one can still file for what is to come is not said.
            return new(c is { Filed: false, Stage: "in-hospital" } ? Outcome.Unstated : Outcome.NotCovered, NothingPaid)
            {
                Ways = Nothing with { Says = [Unpaid] },
            };
        }

        return ScenarioOf(c.Reason) is { } scenario
            ? Filing(c, scenario)
            // 异地长期居住、常驻异地工作和异地转诊转院等工伤职工: students, emergencies and other journeys are not named.
            : Silent with { Ways = Nothing };
    }

    /// <summary>
    /// 工伤职工应当在就医前完成备案登记，未按规定办理登记备案手续或在就医地非备案协议机构发生的费用，工伤保险基金不予支付. Nobody can
    /// file before an emergency, and no sentence says what is 按规定 for one: so it is not taken to be said of it.
    /// </summary>
    private static bool IsUnpaid(OracleCase c) =>
        c.Reason != "emergency" && (c.Filed ? c.Is("institution", "other") : c.Stage != "before-care");

    private static OracleAnswer Filing(OracleCase c, string scenario) =>
        // 统一执行本省工伤保险诊疗项目目录…: which items, but no share.
        new(Outcome.File, OracleTier.Unstated)
        {
            FilingType = $"{(IsDevice(c) ? "异地配置辅助器具备案" : "异地医疗（康复）备案")}：{scenario}",
            Documents = [.. Documents(c)],
            Validity = c.Reason == "referral"
                // 省内转诊转院工伤职工备案有效期最长不超过6个月.
                ? new(null, AsLongAsProof: false, Months: 6, Says: "最长不超过6个月")
                // 省内异地长期居住（工作）工伤职工备案长期有效至丧失备案条件止（如居住证到期、工作地变更等情况）.
                : new(null, AsLongAsProof: false, Says: "长期有效至丧失备案条件止"),
            Ways = WaysOf(c),
        };

    private static IEnumerable<OracleDocument> Documents(OracleCase c)
    {
        if (IsDevice(c) && c.Is("firstDevice", "true"))
        {
            // 首次配置或配置项目有变化的，另须提供工伤认定决定书原件、劳动能力鉴定表原件. Who brings the original has brought the 决定书.
            yield return new(true, "工伤认定决定书原件");
            yield return new(true, "劳动能力鉴定表原件");
        }
        else
        {
            yield return new(true, "工伤认定决定书");
        }

        if (IsDevice(c))
        {
            // The table's own name of the form, in all three scenarios.
            yield return new(true, "《工伤保险跨省异地配置辅助器具直接结算备案表》") { Explained = "可在协议机构领取或经办机构网站下载" };
        }
        else if (c.Reason == "referral")
        {
            // In the table for treatment the form stands in the row 转诊转院 alone.
            yield return new(true, "《工伤保险异地就医（康复）直接结算备案表》") { Explained = "可在协议机构领取或经办机构网站下载" };
        }

        switch (c.Reason)
        {
            case "referral" when IsDevice(c):
                yield return new(true, "参保地协议机构转诊转院意见");
                break;
            case "posted-work":
                // 参保地工作单位派出证明或异地工作单位证明或劳动合同.
                yield return new(true, "参保地工作单位派出证明", "异地工作单位证明", "劳动合同");
                break;
            case "retired-resettlement" or "long-term-residence" when c.Is("residence", "registered"):
                yield return new(true, "户籍相关材料（如户口已迁至就医地）");
                break;
            case "retired-resettlement" or "long-term-residence":
                // 须提供居住证或居住证明（如在就医地租房）.
                yield return new(true, "居住证", "居住证明（如在就医地租房）");
                break;
            default:
                break;
        }

        if (c.Is("applicant", "agent"))
        {
            // 工伤职工近亲属申请的，另须提供代办人身份证.
            yield return new(true, "代办人身份证");
        }
    }

    /// <summary>工伤职工或近亲属到参保地经办窗口现场申请: the one channel.</summary>
    private static OracleWays WaysOf(OracleCase c) => new(Submission.Window, "window")
    {
        Deadlines =
        [
            "工伤职工应当在就医前完成备案登记",
            .. c.Reason == "referral" ? new[] { "有效期结束后仍有省内异地就医需求的，需重新办理登记备案" } : [],
        ],
        // 如需变更或取消备案 is said of 异地长期居住（工作） only.
        Change = c.Reason == "referral" ? [] : ["原则上需距上次备案满3个月"],
        Says =
        [
            Unpaid,
            "省内各工伤保险协议机构按改造进度陆续上线",
            "可持社保卡（或电子社保卡）到就医地协议机构进行治疗",
            c.Reason == "referral" ? TravelPaid : "省内异地长期居住或工作的工伤职工不享受此项待遇",
            .. c.Reason == "referral" && !IsDevice(c)
                ? new[] { "须填写参保地协议机构转诊转院意见", "省内转诊转院的应选定1家就医地工伤保险协议机构", "有效期内可在转诊对应医院多次就医" }
                : [],
            .. IsDevice(c) ? new[] { Limit, "省内异地配置工伤职工应选定1家协议机构进行配置" } : [],
        ],
        NeverSays =
        [
            .. IsDevice(c) ? Array.Empty<string>() : [Limit],
            .. c.Reason == "referral" ? new[] { "原则上需距上次备案满3个月" } : ["最长不超过6个月"],
        ],
    };

    // The scenarios (场景) of both tables. Who has settled elsewhere on retirement lives there for long.
    private static string? ScenarioOf(string reason) => reason switch
    {
        "retired-resettlement" or "long-term-residence" => "异地居住",
        "posted-work" => "异地工作",
        "referral" => "转诊转院",
        _ => null,
    };

    // 异地医疗（康复）: treatment and rehabilitation share a table.
    private static bool IsDevice(OracleCase c) => c.Is("service", "assistive-device");

    private static OracleWays Nothing => new(Submission.None);

    private static OracleAnswer Silent => new(Outcome.Unstated, OracleTier.Unstated);

    private static OracleTier NothingPaid => new(TierFormula.None);
}
