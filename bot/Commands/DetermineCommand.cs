using System.CommandLine;
using System.Globalization;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Commands;

/// <summary><c>policybot determine</c>: what applies. Exit code 0 determined, 1 a fact is missing.</summary>
internal static class DetermineCommand
{
    private static readonly Option<string?> Insured = new("--insured") { Description = "参保地：名称或代码" };
    private static readonly Option<string?> Care = new("--care") { Description = "就医地：名称或代码" };
    private static readonly Option<string?> Scheme = new("--scheme") { Description = "medical 或 work-injury" };
    private static readonly Option<string[]> Facts = new("--fact") { Description = "名=值，比如 reason=referral，可以写多个", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<decimal?> LocalShare = new("--local-share") { Description = "本地报销比例，0到1" };
    private static readonly Option<decimal?> EligibleCost = new("--eligible-cost") { Description = "可报销费用，元" };
    private static readonly Option<string?> AsOf = new("--as-of") { Description = "按哪一天算，比如 2026-12-01" };

    public static Command Create()
    {
        var command = new Command("determine", "判定：要不要备案、交什么、报多少") { Insured, Care, Scheme, Facts, LocalShare, EligibleCost, AsOf };
        command.SetAction(result => CommandServices.Run(services => Determine(services, result)));
        return command;
    }

    private static int Determine(CommandServices services, ParseResult result)
    {
        var facts = services.Get<FactCatalog>();
        var situation = (result.GetValue(Facts) ?? []).Select(text => Pair(text, facts)).Aggregate(
            new Situation
            {
                Scheme = result.GetValue(Scheme), InsuredPlace = services.Place(result.GetValue(Insured)), CarePlace = services.Place(result.GetValue(Care)),
                LocalShare = result.GetValue(LocalShare), EligibleCost = result.GetValue(EligibleCost), AsOf = Day(result.GetValue(AsOf)),
            },
            (known, fact) => known.With(fact.Name, fact.Value));
        var determination = Determine(services.Get<IDeterminer>(), situation);
        if (result.GetValue(CommandLine.Json))
        {
            CommandServices.WriteJson(determination);
        }
        else
        {
            PlainText.Write(determination);
        }

        return determination.Outcome == Outcome.NeedFact ? 1 : 0;
    }

    private static Determination Determine(IDeterminer determiner, Situation situation)
    {
        try
        {
            return determiner.Determine(situation);
        }
        catch (UnknownFactException e)
        {
            throw new CommandException($"{e.Fact} 没有“{e.Value}”这个值。");
        }
    }

    private static (string Name, string Value) Pair(string text, FactCatalog facts) => text.Split('=', 2) is [var name, var value]
        ? facts.Find(name) is not null ? (name, value) : throw new CommandException($"没有“{name}”这一项。可以写：{string.Join("、", facts.All.Select(fact => fact.Name))}")
        : throw new CommandException($"--fact 要写成 名=值，不能是“{text}”。");

    private static DateOnly Day(string? text) => text is null ? CommandServices.Today
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new CommandException($"日期要写成 2026-12-01 的样子，不能是“{text}”。");
}
