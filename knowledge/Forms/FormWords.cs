namespace PolicyBot.Knowledge.Forms;

/// <summary>Our own words on printed papers, in one place. The guides' words are never among them.</summary>
internal static class FormWords
{
    public const char Empty = '□';
    public const char Ticked = '☑';

    /// <summary>Between check boxes and in lines to be filled in by hand.</summary>
    public const string Gap = "\u3000";

    public const string Date = Gap + Gap + "年" + Gap + Gap + "月" + Gap + Gap + "日";
    public const string Until = "至";
    public const string Colon = "：";
    public const string RoomToSign = Gap + Gap + Gap + Gap + Gap + Gap + Gap + Gap;
    public const string Male = "男";
    public const string Female = "女";
    public const string Remarks = "备注：";

    public const string ChecklistTitle = "异地就医备案：办事清单";
    public const string NotSubmitted = "这份材料只是替您准备好的，没有替您提交。要自己去办了才算。";
    public const string Documents = "要带的材料";
    public const string NoDocuments = "指南没有写要交材料。";
    public const string Or = " 或 ";
    public const string AnyOf = "，任选其一";
    public const string BySystem = "（不用您准备）";
    public const string Enclosed = "已经填在前面的表上：";
    public const string Blanks = "表上还空着、要用笔填的：";
    public const string BlanksBetween = "、";
    public const string Unprinted = "指南只写了表的名字，没有附表的样子，所以没有替您做。请向办理的地方要这张表。";
    public const string FormStart = "《";
    public const string FormEnd = "表》";
    public const string Where = "去哪里办";
    public const string ByHospital = "由医院来办，您不用自己交。请找给您看病的医院。";
    public const string Dates = "期限和有效期";
    public const string Review = "多久办好：";
    public const string Validity = "能用多久：";
    public const string Notices = "请留意";
    public const string Contacts = "电话和时间";
    public const string OurContact = "（本平台给的，不是指南里写的）";
    public const string NoPhone = "指南没有写电话。";
    public const string NoHours = "指南没有写办公时间。";
    public const string QuotedAbove = "（指南原话见上面）";
    public const string From = "参保地：";
    public const string To = "就医地：";
    public const string Type = "备案类型：";
    public const string AsOf = "按这一天的规定：";
    public const string Source = "出处：";

    public static string LeftFor(string filledBy) => filledBy switch
    {
        "doctor" => "由初诊医师填写，请留空",
        "expert" => "由会诊专家填写，请留空",
        _ => "由经办机构填写，请留空",
    };
}
