using System.Globalization;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.Hotline.Filings;

/// <summary>The names of what a filing is made of, as a clerk reads them.</summary>
internal sealed class FilingWords(PlaceCatalog places, PolicyLibrary policies, GuideLibrary guides)
{
    public string Place(string code) => places.Find(code) is null ? code : places.FullName(code);

    public string Guide(string policy) => guides.Guides.FirstOrDefault(guide => guide.Id == policy)?.Title ?? policy;

    /// <summary>A fact's question and the label of its value; the bare words where neither is known.</summary>
    public (string Name, string Value) Fact(string name, string value) => policies.Facts.Find(name) is { } fact
        ? (fact.Prompt, fact.Options.FirstOrDefault(option => option.Value == value)?.Label ?? Place(value)) : (name, Place(value));

    public (string Name, string Value) Field(string policy, string name, string value) =>
        policies.Policies.FirstOrDefault(it => it.Id == policy)?.Form?.Fields.FirstOrDefault(it => it.Name == name) is { } field
            ? (field.Label, field.Options.FirstOrDefault(option => option.Value == value)?.Label ?? Place(value)) : (name, Place(value));

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>In Chinese time.</summary>
    public static string Time(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Of(FilingRequestKind kind) => kind switch
    {
        FilingRequestKind.Submission => "新备案",
        FilingRequestKind.Supplement => "补材料",
        FilingRequestKind.Change => "变更",
        FilingRequestKind.Cancellation => "取消",
        _ => "延期",
    };

    public static string Of(FilingState state) => state switch
    {
        FilingState.Submitted => "待审核",
        FilingState.InReview => "审核中",
        FilingState.Approved => "已通过，未开始",
        FilingState.Returned => "已退回，待补材料",
        FilingState.Refused => "未通过",
        FilingState.Active => "有效",
        FilingState.Cancelled => "已取消",
        FilingState.Expired => "已到期",
        _ => "承诺书失效",
    };

    public static string Of(FilingEventKind kind) => kind switch
    {
        FilingEventKind.Submitted => "提交",
        FilingEventKind.Taken => "受理",
        FilingEventKind.Returned => "退回补材料",
        FilingEventKind.Supplemented => "补交材料",
        FilingEventKind.Approved => "通过",
        FilingEventKind.Refused => "不予通过",
        FilingEventKind.Started => "生效",
        FilingEventKind.ChangeRequested => "申请变更",
        FilingEventKind.Changed => "变更",
        FilingEventKind.PhoneCorrected => "更正电话",
        FilingEventKind.ExtensionRequested => "申请延期",
        FilingEventKind.Extended => "延期",
        FilingEventKind.Declined => "不同意变更或延期",
        FilingEventKind.Cancelled => "取消",
        FilingEventKind.Expired => "到期",
        _ => "承诺书失效",
    };
}
