using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>
/// The guide of 吴江区 read a second time, by a person who had not seen the policy file.
/// Every branch stands under the sentence that it follows.
/// </summary>
internal static class WujiangOracle
{
    private const string Household = "居民户口簿（户口簿首页和本人常住人口登记卡）";

    public static OracleAnswer Decide(OracleCase c)
    {
        if (c.CarePlace == "320509")
        {
            // 不影响在本地定点医药机构的实时结算功能 (四.1): care in 吴江 is not away from home.
            return new(Outcome.Local, new(TierFormula.Local));
        }

        if (IsOutsideMainland(c.CarePlace))
        {
            // 江苏省内异地就医…跨省异地就医 (四.2): Hong Kong, Macao and Taiwan are never mentioned.
            return Silent;
        }

        if (IsSuzhou(c.CarePlace))
        {
            // 长期在苏州市以外工作、居住、生活的人员 (一): the rest of 苏州 is not "outside", but also not called home.
            return Silent;
        }

        if (IsShanghai(c.CarePlace) || IsJiashan(c.CarePlace))
        {
            return WithoutFiling(c);
        }

        return FilingTypeOf(c.Reason) is { } type ? WithFiling(c, type) : WithoutFilingType(c);
    }

    /// <summary>上海, 青浦, 嘉善.</summary>
    private static OracleAnswer WithoutFiling(OracleCase c)
    {
        if (c.CarePlace == "310118" || IsJiashan(c.CarePlace))
        {
            // 至上海市青浦区和浙江省嘉善县就医可“免备案”直接结算，享受“区域同城”医保待遇: the share is not given.
            return new(Outcome.Exempt, OfCareKind(c) ?? new(TierFormula.Unstated, LabelHas: "区域同城"));
        }

        // 吴江参保人员至上海市就医可“免备案”直接结算，享受“异地转诊”医保待遇, and
        // “异地转诊”…政策结报比例与吴江本地一致.
        return new(Outcome.Exempt, OfCareKind(c) ?? new(TierFormula.Local, LabelHas: "异地转诊"));
    }

    private static OracleAnswer WithFiling(OracleCase c, string type)
    {
        if (!c.Filed && c.Stage != "before-care")
        {
            // 异地就医前…办理 (二.2, window): the guide never says whether one can still file once care has begun.
            // 未按规定办理异地就医备案手续直接赴外地医保定点医院就医的…按原结付比例的80%结付报销.
            return new(Outcome.Unstated, OfCareKind(c) ?? EightyPercent);
        }

        // 备案人员范围 (一) is drawn by person, not by kind of care: so also for 药店 and 生育.
        return new(Outcome.File, OfCareKind(c) ?? TierWhenFiled(c.Reason))
        {
            FilingType = type,
            Documents = [Identity, .. Proof(c.Reason)],
            Validity = c.Reason is "referral" or "other-temporary"
                // 异地转诊人员和其他临时外出就医人员备案有效期1年.
                ? new(1, AsLongAsProof: false)
                // 异地安置退休人员、异地长期居住人员、常驻异地工作人员备案与认定材料有效期保持一致.
                : new(null, AsLongAsProof: true),
            // 经办人员将在2个工作日完成异地就医备案审批.
            ReviewDays = 2,
        };
    }

    /// <summary>急诊抢救人员 and students have no row in the table of filing types (二.1).</summary>
    private static OracleAnswer WithoutFilingType(OracleCase c)
    {
        if (c is { Reason: "student", Filed: false } && c.Stage != "before-care")
        {
            // 参保人员…未按规定办理异地就医备案手续直接赴外地医保定点医院就医的…80%: a student who went unfiled.
            return new(Outcome.Unstated, OfCareKind(c) ?? EightyPercent);
        }

        // For an emergency the guide gives no 规定 that the person could have failed to follow, so no 80 % either.
        return new(Outcome.Unstated, OfCareKind(c) ?? OracleTier.Unstated);
    }

    private static OracleTier TierWhenFiled(string reason) =>
        reason == "other-temporary"
            // 办理“其他临时外出就医”备案…按原结付比例的80%结付报销.
            ? EightyPercent
            // 按规定办理“长期异地居住”或“异地转诊”备案手续后…政策结报比例与吴江本地一致.
            : new(TierFormula.Local);

    /// <summary>Two kinds of care that the guide takes out of every share, whoever the person is.</summary>
    private static OracleTier? OfCareKind(OracleCase c) => c.CareKind switch
    {
        // 异地药店就医仅能使用职工医保个人账户 (四.3): the pooled fund pays nothing there.
        "pharmacy" => new(TierFormula.None),
        // 生育等医疗费用请现金垫付，切勿使用医保就医凭证直接结算 (四.5): how much comes back is not said.
        "maternity" => OracleTier.Unstated,
        _ => null,
    };

    // The table 备案类型 / 所需材料 (二.1).
    private static string? FilingTypeOf(string reason) => reason switch
    {
        "retired-resettlement" => "异地安置退休人员",
        "long-term-residence" => "异地长期居住人员",
        "posted-work" => "常驻异地工作人员",
        "referral" => "异地转诊人员",
        "other-temporary" => "其他临时外出就医人员",
        _ => null,
    };

    private static IEnumerable<OracleDocument> Proof(string reason) => reason switch
    {
        // 异地安置认定材料（居民户口簿（户口簿首页和本人常住人口登记卡））.
        "retired-resettlement" => [new(true, Household)],
        // 长期居住认定材料（居住证、居民户口簿（户口簿首页和本人常住人口登记卡）任选其一）.
        "long-term-residence" => [new(true, "居住证", Household)],
        // 异地工作认定材料（参保地工作单位派出凭证、异地工作劳动合同任选其一）.
        "posted-work" => [new(true, "参保地工作单位派出凭证", "异地工作劳动合同")],
        // 苏州市规定的定点医疗机构开具的转诊转院证明材料.
        "referral" => [new(true, "苏州市规定的定点医疗机构开具的转诊转院证明材料")],
        _ => [],
    };

    private static OracleAnswer Silent => new(Outcome.Unstated, OracleTier.Unstated);

    // 有效身份证件或社会保障卡, in every row.
    private static OracleDocument Identity => new(true, "有效身份证件", "社会保障卡");

    private static OracleTier EightyPercent => new(TierFormula.LocalTimes, 0.8m);

    private static bool IsSuzhou(string code) => code.StartsWith("3205", StringComparison.Ordinal);

    private static bool IsShanghai(string code) => code.StartsWith("31", StringComparison.Ordinal);

    private static bool IsJiashan(string code) => code == "330421";

    private static bool IsOutsideMainland(string code) => code[..2] is "71" or "81" or "82";
}
