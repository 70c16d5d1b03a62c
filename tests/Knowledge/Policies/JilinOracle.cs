using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>
/// The guide of 吉林省 read a second time, by a person who had not seen the policy file.
/// Every branch stands under the sentence that it follows.
/// </summary>
internal static class JilinOracle
{
    private const string Changbaishan = "2299CB";

    public static OracleAnswer Decide(OracleCase c)
    {
        if (c.CarePlace == c.InsuredPlace || (AreUrban(c) && IsWithinPrefecture(c)))
        {
            // 参保人员离开参保地 is what makes care 异地; the guide knows 市(州)本级 and 县域 only, so two urban districts of
            // one city are both 市本级.
            return new(Outcome.Local, new(TierFormula.Local));
        }

        if (IsOutsideMainland(c.CarePlace))
        {
            // 目前全国所有统筹地区都已开通异地就医直接结算服务: Hong Kong, Macao and Taiwan are never mentioned.
            return Silent;
        }

        if (IsWithinPrefecture(c) || IsCountyOfJilin(c.CarePlace))
        {
            return ExemptPlace(c);
        }

        if (c.CareKind is "outpatient" or "pharmacy" or "chronic-outpatient")
        {
            // 无需办理备案即可直接结算: 异地门诊及定点药店就医购药. The three tiers are 住院待遇支付比例 only.
            return new(Outcome.Exempt, OracleTier.Unstated);
        }

        if (c.CareKind == "maternity")
        {
            // No word on 生育 or 产检 anywhere in the guide.
            return Silent;
        }

        return NeedsFiling(c);
    }

    private static OracleAnswer ExemptPlace(OracleCase c) =>
        // 市(州)内跨县域就医(参保人员离开参保地至市(州)本级或其他县域的);
        // 跨市(州)县域就医(…长白山管委会、梅河口市在异地就医范围分类时可按照县域认定): 无需办理备案, whatever the care.
        // 住院待遇支付比例…一档待遇:执行参保地规定的本地就医支付比例。包括…市(州)内跨县域就医、跨市(州)县域就医的人员,
        // whatever the reason; but it is said of 住院 only.
        new(Outcome.Exempt, c.CareKind == "inpatient" ? First : OracleTier.Unstated);

    /// <summary>Inpatient care in another province, or in the urban area of another prefecture (跨省和跨市(州)非县域就医).</summary>
    private static OracleAnswer NeedsFiling(OracleCase c)
    {
        switch (c.Reason)
        {
            // 办理长期异地就医备案: 异地安置认定材料, 长期居住认定材料, 异地工作证明材料 make the one group.
            case "retired-resettlement" or "long-term-residence" or "posted-work":
                // 一档待遇…包括跨省和跨市(州)非县域就医的异地长期居住人员.
                return new(Outcome.File, First) { FilingType = "长期异地就医", Documents = [Identity, Form, LongTermProof] };

            case "referral":
                // 参保人办理转诊转院备案; 二档待遇…包括跨省和跨市(州)非县域就医的转诊和急诊人员.
                return new(Outcome.File, Second) { FilingType = "转诊转院", Documents = [Identity, Form, ReferralProof] };

            case "emergency":
                return Emergency(c);

            case "other-temporary":
                // 备案类型覆盖…临时外出就医等多种情形, but no documents are named for it;
                // 三档待遇…包括一档待遇、二档待遇规定外的其他异地就医人员.
                return new(Outcome.File, Third) { FilingType = "临时外出就医" };

            default:
                // Students are named nowhere: neither as 异地长期居住人员 nor by a document of their own.
                return Silent;
        }
    }

    private static OracleAnswer Emergency(OracleCase c)
    {
        if (c.CarePlace.StartsWith("22", StringComparison.Ordinal))
        {
            // 若在省外突发疾病 is the only emergency for which the guide says who does what; inside the province it gives
            // the share alone: 二档待遇…跨市(州)非县域就医的转诊和急诊人员.
            return new(Outcome.Unstated, Second);
        }

        if (c.Stage == "settled")
        {
            // 直接结算 is over. 结算后补办异地就医备案手续的,可向经办机构申请医保手工报销 is for 符合办理异地就医备案的; whether an
            // emergency is one of them, under which type and with which documents, is not said.
            return new(Outcome.Unstated, Second);
        }

        // 若在省外突发疾病需住院治疗…就诊医院可直接上传急诊信息,按照异地急诊待遇(…降低10个百分点)直接结算.
        return new(Outcome.ProviderFiles, Second);
    }

    private static OracleAnswer Silent => new(Outcome.Unstated, OracleTier.Unstated);

    // 一档待遇:执行参保地规定的本地就医支付比例.
    private static OracleTier First => new(TierFormula.Local, LabelHas: "一档");

    // 二档待遇:在参保地规定的本地就医支付比例基础上降低10个百分点.
    private static OracleTier Second => new(TierFormula.LocalMinusPoints, 10);

    // 三档待遇:在参保地规定的本地就医支付比例基础上降低20个百分点.
    private static OracleTier Third => new(TierFormula.LocalMinusPoints, 20, LabelHas: "三档");

    // 1.医保电子凭证或有效身份证件或社会保障卡.
    private static OracleDocument Identity => new(true, "医保电子凭证", "有效身份证件", "社会保障卡");

    // 2.《吉林省异地就医登记备案表》(办理时不需提供,系统可自动生成).
    private static OracleDocument Form => new(false, "《吉林省异地就医登记备案表》");

    // 3, 4, 5; 以上材料中3、4、5提供任意一项即可.
    private static OracleDocument LongTermProof => new(
        true,
        "异地安置认定材料(户口簿首页、本人常住人口登记卡)",
        "长期居住认定材料(居住证、居民户口簿(户口簿首页和本人常住人口登记卡)任选其一)",
        "异地工作证明材料(参保地工作单位派出凭证、异地工作劳动合同任选其一)");

    // 3.参保地具有转诊权的定点医疗机构或省级以上区域医疗中心出具的转诊转院证明材料(病历或疾病诊断书等有效医疗证明文书).
    private static OracleDocument ReferralProof => new(true, "参保地具有转诊权的定点医疗机构或省级以上区域医疗中心出具的转诊转院证明材料")
    {
        Explained = "病历或疾病诊断书等有效医疗证明文书",
    };

    private static bool IsWithinPrefecture(OracleCase c) =>
        c.CarePlace != Changbaishan && c.InsuredPlace != Changbaishan && c.CarePlace[..4] == c.InsuredPlace[..4];

    private static bool AreUrban(OracleCase c) => !IsCountyOfJilin(c.CarePlace) && !IsCountyOfJilin(c.InsuredPlace);

    // GB/T 2260: 21 and above are counties and county-level cities, 01 to 20 urban districts, except that the
    // autonomous prefecture 延边 (2224) numbers its county-level cities from 01 and has no urban district.
    private static bool IsCountyOfJilin(string code) =>
        code == Changbaishan
        || code.StartsWith("2224", StringComparison.Ordinal)
        || (code.StartsWith("22", StringComparison.Ordinal) && string.CompareOrdinal(code[4..], "21") >= 0);

    private static bool IsOutsideMainland(string code) => code[..2] is "71" or "81" or "82";
}
