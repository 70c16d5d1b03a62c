using Microsoft.Extensions.Options;
using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Judges a submission by the policy's own rules: what the guide asks for, and nothing that it does not ask for.</summary>
internal sealed class FilingRules(IDeterminer determiner, IOptions<FilingServiceOptions> options, TimeProvider clock)
{
    /// <param name="attachments">Those of the named attachments that are here and belong to no other filing.</param>
    public Verdict Judge(FilingSubmission submission, IReadOnlySet<string> attachments)
    {
        var now = clock.GetUtcNow();
        var day = JudgedFor(submission, now);
        List<FilingProblem> problems =
        [
            .. PersonRules.Check("person", submission.Person, day),
            .. submission.Agent is { } agent ? PersonRules.Check("agent", agent, day) : [],
            .. Agent(submission),
            .. StartDay(submission, day),
            .. ConsentGiven(submission.Consent, now),
        ];
        var (determination, unfit) = Determine(submission, day);
        problems.AddRange(unfit);
        var form = determination is null || unfit.Count > 0 ? null : determiner.FormFor(determination);
        if (determination is not null && unfit.Count == 0)
        {
            problems.AddRange(DocumentRules.Check(submission, determination, form?.Commitment, attachments));
            problems.AddRange(FormRules.Check(submission, form));
        }

        return new Verdict(determination is null ? null : AgreedTerms.Of(determination, form?.Commitment), problems);
    }

    /// <summary>Judges a filing in force as it would be after a change; what is not changed was judged before.</summary>
    /// <param name="changed">As submitted, with the change and all documents in place.</param>
    /// <param name="startsOn">The new first day, if that is changed.</param>
    public IReadOnlyList<FilingProblem> JudgeChange(FilingSubmission changed, DateOnly? startsOn, IReadOnlySet<string> attachments)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var (determination, unfit) = Determine(changed, today);
        return
        [
            .. unfit,
            .. determination is not null && unfit.Count == 0 ? DocumentRules.Check(changed, determination, determiner.FormFor(determination)?.Commitment, attachments) : [],
            .. startsOn is null ? [] : StartDay(changed with { StartsOn = startsOn.Value }, today),
        ];
    }

    /// <summary>The terms of a filing from before they were kept with it: as the policy has them now for the day of submission.</summary>
    public AgreedTerms TermsOf(FilingSubmission submission) =>
        Determine(submission, ChinaTime.DayOf(submission.ConfirmedAt ?? clock.GetUtcNow())).Determination is { } determination
            ? AgreedTerms.Of(determination, determiner.FormFor(determination)?.Commitment)
            : new AgreedTerms();

    /// <summary>The day on which the person confirmed it, if that is a few days ago at most; else today.</summary>
    private DateOnly JudgedFor(FilingSubmission submission, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        var confirmed = submission.ConfirmedAt is { } at ? ChinaTime.DayOf(at) : today;
        return confirmed <= today && confirmed >= today.AddDays(-options.Value.MaxDaysOnTheWay) ? confirmed : today;
    }

    private (Determination? Determination, List<FilingProblem> Problems) Determine(FilingSubmission submission, DateOnly day)
    {
        var situation = new Situation { AsOf = day };
        foreach (var (name, value) in submission.Facts)
        {
            situation = situation.With(name, value);
        }

        if ((situation.Scheme ?? submission.Scheme) != submission.Scheme
            || (situation.InsuredPlace ?? submission.InsuredPlace) != submission.InsuredPlace
            || (situation.CarePlace ?? submission.CarePlace) != submission.CarePlace)
        {
            return (null, [new FilingProblem("facts", "填写的险种、参保地或就医地与判定所用的不一致。", null)]);
        }

        try
        {
            var determination = determiner.Determine(situation with
            {
                Scheme = submission.Scheme, InsuredPlace = submission.InsuredPlace, CarePlace = submission.CarePlace,
            });
            return (determination, PolicyRules.Check(submission, determination));
        }
        catch (UnknownFactException unknown)
        {
            // The value is not repeated: it may be anything that was typed.
            return (null, [new FilingProblem($"facts.{unknown.Fact}", "填写的情况里有无法识别的内容，请重新核对。", null)]);
        }
    }

    /// <summary>Who files before care cannot file for days gone by; who makes a filing up (补办) does just that.</summary>
    private IEnumerable<FilingProblem> StartDay(FilingSubmission submission, DateOnly day)
    {
        var madeUp = submission.Facts.GetValueOrDefault(FactNames.Stage) is "in-hospital" or "settled";
        var (first, last) = (madeUp ? day.AddDays(-options.Value.MaxDaysBack) : day, day.AddDays(options.Value.MaxDaysAhead));
        if (submission.StartsOn < first)
        {
            yield return new FilingProblem("startsOn", madeUp
                ? $"备案开始日期太早了，最早可以填 {first:yyyy-MM-dd}。"
                : $"备案开始日期不能早于提交当天（{day:yyyy-MM-dd}）。", null);
        }
        else if (submission.StartsOn > last)
        {
            yield return new FilingProblem("startsOn", $"备案开始日期太远了，最晚可以填 {last:yyyy-MM-dd}。", null);
        }
    }

    private static IEnumerable<FilingProblem> Agent(FilingSubmission submission)
    {
        if (submission.Agent is null && submission.Facts.TryGetValue(FactNames.Applicant, out var applicant) && applicant == "agent")
        {
            yield return new FilingProblem("agent", "由别人代办的，要填写代办人的姓名、身份证号码和手机号码。", null);
        }
    }

    private static IEnumerable<FilingProblem> ConsentGiven(Consent consent, DateTimeOffset now)
    {
        // Five minutes: the clocks of two machines.
        if (string.IsNullOrWhiteSpace(consent.Version) || consent.GivenAt > now.AddMinutes(5))
        {
            yield return new FilingProblem("consent", "没有有效的个人信息使用同意记录。", null);
        }
    }
}
