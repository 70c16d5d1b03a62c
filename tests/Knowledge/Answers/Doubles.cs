using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Knowledge.Answers;

/// <summary>Determines the few situations that the judged questions need, with the guides' own words; else asks for the reason.</summary>
internal sealed class FewDeterminations(GuideLibrary library) : IDeterminer
{
    private static readonly (string Insured, string Care, string Guide, string Quote)[] Exempt =
    [
        ("320509", "310118", "wujiang-medical", "吴江参保人员至上海市青浦区和浙江省嘉善县就医可“免备案”直接结算"),
        ("320509", "330421", "wujiang-medical", "吴江参保人员至上海市青浦区和浙江省嘉善县就医可“免备案”直接结算"),
        ("320509", "31", "wujiang-medical", "吴江参保人员至上海市就医可“免备案”直接结算"),
        ("2202", "2202", "jilin-medical", "市(州)内跨县域就医(参保人员离开参保地至市(州)本级或其他县域的)。"),
        ("2202", "220182", "jilin-medical", "跨市(州)县域就医"),
        ("2202", "220581", "jilin-medical", "跨市(州)县域就医"),
    ];

    public Determination Determine(Situation situation)
    {
        foreach (var (insured, care, guide, quote) in Exempt)
        {
            if (situation.InsuredPlace!.StartsWith(insured, StringComparison.Ordinal)
                && situation.CarePlace!.StartsWith(care, StringComparison.Ordinal))
            {
                return new Determination { Policy = guide, Outcome = Outcome.Exempt, Citations = [Cite(guide, quote)] };
            }
        }

        return new Determination { Outcome = Outcome.NeedFact };
    }

    public Determination DetermineAsking(Situation situation) => Determine(situation);

    public FilingForm? FormFor(Determination determination) => null;

    private Citation Cite(string guide, string quote) => library.Find(guide)!.Cite(quote)!;
}

/// <summary>Reads no facts: the judged questions must be answered from their words alone.</summary>
internal sealed class NoFacts : IFactReader
{
    public IReadOnlyList<FactMention> Read(string text) => [];
}
