using PolicyBot.Knowledge;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Support;

/// <summary>Determines the same for everybody: a long-term filing with two documents, of which a commitment letter can replace one.</summary>
internal sealed class FixedDeterminer : IDeterminer
{
    public const string Policy = "wujiang-medical";
    public const string FilingType = "异地长期居住人员";

    public static readonly Citation Cite = new(Policy, "备案材料", "异地长期居住人员需提供居住证等材料");

    public Determination Determination { get; set; } = new()
    {
        Policy = Policy,
        Outcome = Outcome.File,
        FilingType = FilingType,
        Submission = Submission.Online,
        Documents =
        [
            new DocumentRequirement("identity", ["医保电子凭证", "有效身份证件", "社会保障卡"], null, Cite),
            new DocumentRequirement("proof", ["居住证", "户口簿"], null, Cite),
            new DocumentRequirement("form", ["备案登记表"], null, Cite, ByPerson: false),
        ],
        ReviewTime = new ReviewTime(2, "2 个工作日", Cite),
        Validity = new Validity("有效期1年", Years: 1, Days: null, AsLongAsProof: false, Cite),
        Citations = [Cite],
    };

    public CommitmentLetter? Letter { get; set; } = new(15, ["proof"], []);

    public IReadOnlyList<FormField> Fields { get; set; } = [];

    /// <summary>Situations that it was asked about.</summary>
    public List<Situation> Asked { get; } = [];

    public Determination Determine(Situation situation)
    {
        lock (Asked)
        {
            Asked.Add(situation);
        }

        return Determination;
    }

    public Determination DetermineAsking(Situation situation) => Determine(situation);

    public FilingForm? FormFor(Determination determination) => new(Policy, Fields, Letter);
}
