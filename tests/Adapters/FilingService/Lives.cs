using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.FilingService;
using PolicyBot.Knowledge.Policies;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Adapters.FilingService;

/// <summary>Filings in every state, reached by the acts that lead there.</summary>
internal static class Lives
{
    public const string Clerk = "王经办";

    public static readonly FilingLife Life = new(RealKnowledge.Calendar);

    /// <summary>Terms that allow everything, so that only the state decides.</summary>
    public static readonly AgreedTerms Open = new()
    {
        Validity = new Validity("有效期1年", 1, null, false, FixedDeterminer.Cite),
        Letter = new CommitmentLetter(15, ["proof"], [new Statement("15日内补齐", FixedDeterminer.Cite)], BarsAnother: true),
        ReviewTime = new ReviewTime(2, "2个工作日", FixedDeterminer.Cite),
        Changes = [new ChangeRule("随时", FixedDeterminer.Cite, [ChangeKind.Change, ChangeKind.Cancel, ChangeKind.Extend], Freely: true)],
        Required = [new DocumentRequirement("identity", ["身份证"], null, FixedDeterminer.Cite), new DocumentRequirement("proof", ["居住证"], null, FixedDeterminer.Cite)],
    };

    public static FilingCase Begin(bool commitment, int ahead) => Life.Begin(
        "330100", Day(Some.Morning).AddDays(ahead), commitment, commitment ? ["identity"] : ["identity", "proof"], Some.Morning, Open);

    public static (FilingCase Case, DateTimeOffset Now) Reach(string state)
    {
        var letter = state.StartsWith("letter", StringComparison.Ordinal) || state == "lapsed";
        var way = state switch
        {
            "submitted" or "letter" => "",
            "in-review" or "ahead" => "take",
            "returned" => "take return",
            "resubmitted" => "take return supplement",
            "approved" or "active" or "letter-active" or "expired" or "lapsed" => "take approve",
            "changing" => "take approve change",
            "change-taken" => "take approve change take",
            "extending" => "take approve extend",
            "extension-taken" => "take approve extend take",
            "letter-supplied" => "take approve supplement",
            "letter-taken" => "take approve supplement take",
            "refused" => "take refuse",
            _ => "cancel",
        };
        var now = Some.Morning;
        var it = way.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            Begin(letter, state is "approved" or "ahead" ? 20 : 0), (filing, act) => Life.Next(filing, Act(act, filing, now), now, Open) is { Problems.Count: 0 } done
                ? done.Case
                : throw new InvalidOperationException($"{act} on the way to {state}"));
        now = state switch { "expired" => now.AddYears(2), "lapsed" => now.AddDays(20), _ => now };
        return (FilingClock.Tick(it, now, Open), now);
    }

    public static FilingAct Act(string act, FilingCase it, DateTimeOffset now) => act switch
    {
        "supplement" => new SupplementAct(it.Owed(Open) is { Count: > 0 } owed ? owed : ["identity"]),
        "change" => new ChangeAct(new ProposedChange("110000", null), Phone: false),
        "cancel" => new CancelAct(null),
        "extend" => new ExtendAct(),
        "take" => new TakeAct(Clerk),
        "approve" => new ApproveAct(Clerk, it.Waiting?.Kind == FilingRequestKind.Extension ? Later(it, now) : null),
        "return" => new ReturnAct(Clerk, "看不清", ["proof"]),
        _ => new RefuseAct(Clerk, "不符合条件"),
    };

    public static DateOnly Later(FilingCase it, DateTimeOffset now) =>
        (it.ValidUntil is { } last && last > Day(now) ? last : Day(now)).AddMonths(3);

    public static DateOnly Day(DateTimeOffset now) => ChinaTime.DayOf(now);

    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(8));

    public static string Word(FilingState state) =>
        System.Text.Json.JsonSerializer.Serialize(state, FilingJson.Options).Trim('"');
}
