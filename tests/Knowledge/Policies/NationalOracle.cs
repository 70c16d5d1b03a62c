using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>
/// The article on cross-province inpatient care read a second time, by a person who had not seen the rules of the policy
/// file. Every branch stands under the sentence that it follows. No sentence gives a share, a review time or a validity.
/// </summary>
internal static class NationalOracle
{
    public static OracleAnswer Decide(OracleCase c)
    {
        var crossProvince = c.CarePlace[..2] != c.InsuredPlace[..2] && c.CarePlace[..2] is not ("71" or "81" or "82");
        if (!crossProvince)
        {
            // 跨省异地就医住院医疗费用直接结算: not a word on care within the province, nor on Hong Kong, Macao and Taiwan.
            return Silent;
        }

        if (c.CareKind != "inpatient")
        {
            // 异地就医住院可以直接结算; 一些门诊和药店还没有开通: "some", so neither yes nor no.
            return Silent;
        }

        if (TypeOf(c.Reason) is not { } type)
        {
            // 这四类人员: students, emergencies without 转诊证明 and other journeys are not among them.
            return Silent;
        }

        if (!c.Filed && c.Stage != "before-care")
        {
            // 在进行跨省就医之前…进行备案: whether one still can afterwards is not said.
            return Silent;
        }

        return new(Outcome.File, OracleTier.Unstated)
        {
            FilingType = type,
            // 只要你持有社会保障卡，就可以申请; 此时你会得到一张《跨省异地就医登记备案表》. 人社部取消了…证明以及盖章: nothing else is handed
            // in, but 转诊人员 are those who 已经在当地医院开具转诊证明, so it has to be there.
            Documents =
            [
                new(true, "社会保障卡"), new(true, "《跨省异地就医登记备案表》"),
                .. c.Reason == "referral" ? new[] { new OracleDocument(true, "当地医院开具的转诊证明") } : [],
            ],
            Ways = new(Submission.Window, "window", "phone", "fax", "online", "kiosk")
            {
                Deadlines = ["在进行跨省就医之前"],
                Says =
                [
                    "查询你所去的异地就诊的医院，是否已经在联网的医院中",
                    "只有在联网的医院网络中可直接进行异地就医核算",
                    "人社部取消了，异地就医需要提供的证明以及盖章的所有程序",
                    .. c.Reason == "referral" ? new[] { "已经在当地医院开具转诊证明" } : [],
                    .. NeedsProvinceOnly(c.CarePlace) ? new[] { "有些地区备案到就医省份就可以" } : [],
                ],
                NeverSays = NeedsProvinceOnly(c.CarePlace) ? [] : ["有些地区备案到就医省份就可以"],
            },
        };
    }

    // 异地常驻工作人员、异地安置退休人员、异地长期居住人员、符合参保地转诊人员.
    private static string? TypeOf(string reason) => reason switch
    {
        "posted-work" => "异地常驻工作人员",
        "retired-resettlement" => "异地安置退休人员",
        "long-term-residence" => "异地长期居住人员",
        "referral" => "符合参保地转诊人员",
        _ => null,
    };

    // 北京市、天津市、上海市、重庆市、海南省、西藏自治区.
    private static bool NeedsProvinceOnly(string code) => code[..2] is "11" or "12" or "31" or "50" or "46" or "54";

    private static OracleAnswer Silent => new(Outcome.Unstated, OracleTier.Unstated) { Ways = new(Submission.None) };
}
