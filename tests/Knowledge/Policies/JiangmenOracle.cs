using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>
/// The guide of 江门 read a second time, by a person who had not seen the rules of the policy file.
/// Every branch stands under the sentence that it follows. No sentence gives a share or a period of validity.
/// </summary>
internal static class JiangmenOracle
{
    private const string UrgentDeadline = "自转院之日起10日内、异地住院出院前";
    private const string EmergencyDeadline = "在参保人入院10日内,且出院之前办理异地就医备案手续";
    private const string Extension = "到参保地社会保险经办机构办理市外异地住院延期申请手续";

    public static OracleAnswer Decide(OracleCase c)
    {
        if (c.CarePlace.StartsWith("4407", StringComparison.Ordinal))
        {
            // 市外, 离开本市: care within 江门 is not away from home. What is paid at home no sentence says.
            return new(Outcome.Local, OracleTier.Unstated) { Ways = Nothing };
        }

        if (c.CareKind != "inpatient")
        {
            // 转院…住院, 需在异地住院的情形, 患急病住院的情形: the three situations are of inpatient care.
            return Silent;
        }

        if (c.CarePlace[..2] is "71" or "81" or "82")
        {
            return OutsideMainland(c);
        }

        return c.Reason switch
        {
            "referral" => Transfer(c),
            "retired-resettlement" => Residents(c),
            // 适用于…连续工作半年以上…, 同一地连续居住达6个月以上: who has less is not among those who may file.
            "posted-work" or "long-term-residence" when c.Is("sixMonths", "false") => TooShort,
            "posted-work" or "long-term-residence" => Residents(c),
            // 含在校学生…且不受半年以上的时间限制.
            "student" => Residents(c),
            "emergency" => AcuteIllness(c),
            // A journey for care of one's own choice: the third situation asks for 急病.
            _ => Silent,
        };
    }

    private static OracleAnswer OutsideMainland(OracleCase c) => c.Reason switch
    {
        // 派驻市外(不含赴港、澳、台地区及出国)异地机构…(含在校学生…); 离开本市(不含赴港、澳、台地区及出国)期间患急病.
        "posted-work" or "student" or "emergency" => Excluded,
        // The words stand in brackets behind 派驻市外, both times, and are not repeated for 在市外长期居住 and 异地安置退休人员,
        // nor for the first situation (需市外转院诊疗).
        _ => Silent,
    };

    /// <summary>第一类情形: 由定点医疗机构…提出转院申请…核准后转院. 参保人无需到社会保险经办机构前台办理.</summary>
    private static OracleAnswer Transfer(OracleCase c)
    {
        var urgent = c.Is("urgent", "true");
        if (!c.Filed && (c.Stage == "settled" || (c.Stage == "in-hospital" && (!urgent || c.Is("tenDays", "over")))))
        {
            // Approved before the transfer; only 特殊危急病情 is reported afterwards, 自转院之日起10日内、异地住院出院前.
            // What holds for those who are too late is not said.
            return Silent;
        }

        return new(Outcome.ProviderFiles, OracleTier.Unstated)
        {
            FilingType = "市外转院申请",
            Documents = [new(false, "《江门市基本医疗保险市外转院(诊)申请表》")],
            Ways = new(Submission.Provider)
            {
                Deadlines = [urgent ? UrgentDeadline : "核准后转院"],
                // 住院的时间超过60天的,参保人或家属应凭收治医疗机构出具的需继续住院治疗相关资料…办理…延期申请手续.
                Change = [Extension],
                Says = ["本次转院可连续计算起付标准"],
                NeverSays = [EmergencyDeadline],
            },
        };
    }

    /// <summary>第二类情形. The guide sets no date for it; what has been settled is past.</summary>
    private static OracleAnswer Residents(OracleCase c) => !c.Filed && c.Stage == "settled"
        ? Silent
        : new(Outcome.File, OracleTier.Unstated)
        {
            FilingType = "单位派驻异地机构工作人员、异地安置退休人员或市外长期居住人员异地就医",
            Documents = [new(true, "《江门市基本医疗保险异地就医医疗机构申请表》"), .. Proof(c.Reason)],
            Ways = Online with { NeverSays = [EmergencyDeadline, Extension] },
        };

    private static IEnumerable<OracleDocument> Proof(string reason) => reason switch
    {
        // 提供本人身份证、社会保障卡和单位派驻证明(证明应注明工作原因、地点、时间).
        "posted-work" =>
        [
            new(true, "本人身份证"), new(true, "社会保障卡"),
            new(true, "单位派驻证明") { Explained = "证明应注明工作原因、地点、时间" },
        ],
        // 属于在校学生的,应提供学生证等能证明其学生身份的材料.
        "student" => [new(true, "学生证等能证明其学生身份的材料")],
        // 提供本人安置地身份证、户口簿、居住证等材料: neither "all" nor "any one" is said, so the words stay together.
        _ => [new(true, "本人安置地身份证、户口簿、居住证等材料")],
    };

    /// <summary>第三类情形: 在参保人入院10日内,且出院之前办理. What holds afterwards is not said.</summary>
    private static OracleAnswer AcuteIllness(OracleCase c) =>
        !c.Filed && (c.Stage == "settled" || (c.Stage == "in-hospital" && c.Is("tenDays", "over")))
        ? Silent
        : new(Outcome.File, OracleTier.Unstated)
        {
            FilingType = "外出期间异地急病就医备案",
            Documents =
            [
                new(true, "《江门市基本医疗保险非定点医疗机构就医申请表》"), new(true, "本人身份证"), new(true, "社会保障卡"),
                new(true, "本次急病或抢救住院疾病诊断证明书等资料"),
            ],
            Ways = Online with { Deadlines = [EmergencyDeadline], NeverSays = [Extension] },
        };

    /// <summary>备案电话, 咨询电话 by 参保地.</summary>
    public static IReadOnlyDictionary<string, (string Filing, string Asking)> Phones { get; } = new Dictionary<string, (string, string)>
    {
        ["440700"] = ("3272932", "3512333"), // 市直
        ["440703"] = ("3272917", "3272933"), // 蓬江区
        ["440704"] = ("3814691", "3818194"), // 江海区
        ["440705"] = ("6102028", "6616737"), // 新会区
        ["440781"] = ("5513895", "5613915"), // 台山市
        ["440783"] = ("2256983", "2212028"), // 开平市
        ["440784"] = ("8933166", "8933190"), // 鹤山市
        ["440785"] = ("7812180", "7823037"), // 恩平市
    };

    // 微信公众号, 手机APP, 网上服务大厅, 备案电话专线 (二): for the second and third situations.
    private static OracleWays Online => new(Submission.Online, "online", "online", "online", "phone");

    private static OracleWays Nothing => new(Submission.None);

    private static OracleAnswer Silent => new(Outcome.Unstated, OracleTier.Unstated) { Ways = Nothing };

    private static OracleAnswer TooShort => new(Outcome.NotCovered, OracleTier.Unstated) { Ways = Nothing };

    private static OracleAnswer Excluded =>
        new(Outcome.NotCovered, OracleTier.Unstated) { Ways = Nothing with { Says = ["不含赴港、澳、台地区及出国"] } };
}
