using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Policies;

/// <summary>Every case that the two guides can be asked about, with real places standing for every relation.</summary>
internal static class FactSpace
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly string[] Reasons =
        ["retired-resettlement", "long-term-residence", "posted-work", "student", "referral", "emergency", "other-temporary"];

    public static readonly string[] CareKinds = ["inpatient", "outpatient", "pharmacy", "chronic-outpatient", "maternity"];

    public static readonly string[] Stages = ["before-care", "in-hospital", "settled"];

    public static readonly string[] Filed = ["true", "false"];

    /// <summary>吴江 → itself, 姑苏, 黄浦, 青浦, 嘉善, 南京 (district and city), 北京朝阳, 杭州, 香港.</summary>
    public static readonly (string Insured, string[] Care) Wujiang =
        ("320509", ["320509", "320508", "310101", "310118", "330421", "320102", "320100", "110105", "330100", "810000"]);

    /// <summary>For each insured place: home, same prefecture, county elsewhere, urban elsewhere, other province, 香港.</summary>
    public static readonly (string Insured, string[] Care)[] Jilin =
    [
        // 蛟河市
        ("220281", ["220281", "220202", "220282", "220182", "220581", "2299CB", "222401", "220104", "220502", "110105", "330100", "810000"]),
        // 长春市朝阳区
        ("220104", ["220104", "220102", "220182", "220281", "220581", "2299CB", "222401", "220202", "110105", "330100", "810000"]),
        // 梅河口市
        ("220581", ["220581", "220502", "220521", "220281", "2299CB", "222401", "220104", "110105", "330100", "810000"]),
        // 延吉市
        ("222401", ["222401", "222403", "220281", "220581", "2299CB", "220104", "220202", "110105", "330100", "810000"]),
        // 长白山管委会
        ("2299CB", ["2299CB", "222401", "220621", "220581", "220104", "220602", "110105", "330100", "810000"]),
    ];

    /// <summary>长春朝阳区 and 榆树 → 长春 itself, another of its places, 吉林市 (district and city), 延吉, 长白山, 北京, 香港.</summary>
    public static readonly (string Insured, string[] Care)[] Changchun =
    [
        ("220104", ["220104", "220182", "220202", "220200", "222401", "2299CB", "110105", "810000"]),
        ("220182", ["220182", "220281"]),
    ];

    /// <summary>开平 and 蓬江 → 江门 itself, 广州 (district and city), 北京, 杭州, 香港, 澳门, 台湾.</summary>
    public static readonly (string Insured, string[] Care)[] Jiangmen =
    [
        ("440783", ["440783", "440703", "440103", "440100", "110105", "330100", "810000", "820000", "710000"]),
        ("440703", ["440783", "440100", "310101", "820000"]),
    ];

    /// <summary>Places without a guide of their own → same county, same province, the six provinces, another one, 港澳台.</summary>
    public static readonly (string Insured, string[] Care)[] National =
    [
        ("330106", ["330106", "330400", "110105", "120101", "310101", "500101", "460100", "540100", "220104", "440100", "810000", "820000", "710000"]),
        ("110105", ["110101", "130100", "310115", "460200"]),
        ("320508", ["320509", "320100", "310118", "330421"]),
        ("440100", ["440783", "220281", "540000"]),
    ];

    /// <summary>What only the guide of 长春 asks for.</summary>
    public static readonly (string Fact, string[] Values)[] ChangchunFacts =
    [
        ("injuryConfirmed", ["true", "false"]), ("benefitsInOrder", ["true", "false"]),
        ("service", ["treatment", "rehabilitation", "assistive-device"]), ("institution", ["filed", "other"]),
        ("residence", ["registered", "permit"]), ("firstDevice", ["true", "false"]), ("applicant", ["self", "agent"]),
    ];

    /// <summary>What only the guide of 江门 asks for.</summary>
    public static readonly (string Fact, string[] Values)[] JiangmenFacts =
        [("sixMonths", ["true", "false"]), ("urgent", ["true", "false"]), ("tenDays", ["within", "over"])];

    /// <summary>Each case once for every combination of <paramref name="facts"/>.</summary>
    public static IEnumerable<OracleCase> With(this IEnumerable<OracleCase> cases, params (string Fact, string[] Values)[] facts) =>
        facts.Aggregate(cases, (all, fact) =>
            from c in all
            from value in fact.Values
            select c with { More = c.More.SetItem(fact.Fact, value) });

    public static IEnumerable<OracleCase> Cases(params (string Insured, string[] Care)[] places) =>
        from place in places
        from care in place.Care
        from reason in Reasons
        from careKind in CareKinds
        from stage in Stages
        from filed in Filed
        select new OracleCase(place.Insured, care, reason, careKind, stage, filed == "true");

    /// <summary>Every combination in which each fact but the insured place is given or left unknown (null).</summary>
    public static IEnumerable<Situation> WithUnknowns(params (string Insured, string[] Care)[] places) =>
        from place in places
        from care in place.Care.Append(null)
        from reason in Reasons.Append(null)
        from careKind in CareKinds.Append(null)
        from stage in Stages.Append(null)
        from filed in Filed.Append(null)
        select new Situation { AsOf = Today, Scheme = "medical", InsuredPlace = place.Insured, CarePlace = care }
            .With(FactNames.Reason, reason)
            .With(FactNames.CareKind, careKind)
            .With(FactNames.Stage, stage)
            .With(FactNames.Filed, filed);

    public static Situation SituationOf(OracleCase c) =>
        c.More.Aggregate(
            new Situation { AsOf = Today, Scheme = c.Scheme, InsuredPlace = c.InsuredPlace, CarePlace = c.CarePlace }
                .With(FactNames.Reason, c.Reason)
                .With(FactNames.CareKind, c.CareKind)
                .With(FactNames.Stage, c.Stage)
                .With(FactNames.Filed, c.Filed ? "true" : "false")
                .With(FactNames.Applicant, "self")
                .With(FactNames.Residence, "registered"),
            (situation, fact) => situation.With(fact.Key, fact.Value));
}
