using PolicyBot.Adapters.Filings;
using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Whether the determination is that this filing is to be submitted online.</summary>
internal static class PolicyRules
{
    public static List<FilingProblem> Check(FilingSubmission submission, Determination determination)
    {
        var cite = determination.Citations is [var first, ..] ? first : null;
        if (determination.Outcome != Outcome.File)
        {
            return [NotToFile(determination, cite)];
        }

        List<FilingProblem> problems = [];
        if (determination.Policy != submission.Policy)
        {
            problems.Add(new FilingProblem("policy", "参保地适用的政策与提交的不一致，请重新判定后再提交。", cite));
        }

        if (determination.Submission != Submission.Online)
        {
            problems.Add(new FilingProblem(null, Elsewhere(determination.Submission), Window(determination)?.Cite ?? cite));
        }

        if (determination.FilingType is null)
        {
            problems.Add(new FilingProblem("filingType", "指南没有写明这种情况的备案类型，请先向参保地医保经办机构问清楚。" + Phones(determination), cite));
        }
        else if (determination.FilingType != submission.FilingType)
        {
            problems.Add(new FilingProblem("filingType", $"按填写的情况，备案类型应当是“{determination.FilingType}”。", cite));
        }

        return problems;
    }

    private static FilingProblem NotToFile(Determination determination, Citation? cite) => determination.Outcome switch
    {
        Outcome.NeedFact => new FilingProblem(
            determination.Ask is { } ask ? $"facts.{ask.Fact}" : "facts", $"还缺少一项情况：{determination.Ask?.Prompt}", determination.Ask?.Cite ?? cite),
        Outcome.Exempt => new FilingProblem(null, "按指南，这种情况不需要备案。", cite),
        Outcome.ProviderFiles => new FilingProblem(null, Elsewhere(Submission.Provider), cite),
        Outcome.Local => new FilingProblem("carePlace", "就医地就在参保地，不属于异地就医，不需要备案。", cite),
        Outcome.NotCovered => new FilingProblem(null, "按指南，这种情况不能备案。", cite),
        _ => new FilingProblem(null, "指南没有写明这种情况怎样备案，请先向参保地医保经办机构问清楚。" + Phones(determination), cite),
    };

    private static string Elsewhere(Submission submission) => submission switch
    {
        Submission.Window => "这种备案要到窗口办理，不能在网上提交。",
        Submission.Provider => "这种备案由医院办理，不用自己提交。",
        _ => "这种备案不能在网上提交。",
    };

    private static Channel? Window(Determination determination) => determination.Channels.FirstOrDefault(channel => channel.Kind == "window");

    public static string Phones(Determination determination)
    {
        var phones = string.Join("、", determination.Contacts.Where(contact => contact.Phone is not null).Select(contact => contact.Phone));
        return phones.Length == 0 ? string.Empty : $"电话：{phones}。";
    }
}
