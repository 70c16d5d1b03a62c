using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Bot.Commands;

/// <summary>The path of CONTRIBUTING.md from a new guide to a running region, for a county that does not exist, on a copy of the knowledge.</summary>
public sealed class NewRegionTests : IDisposable
{
    private const string Guide = """
        云溪县医疗保险异地就医备案指南
        一、备案对象
        本县参保人员到县外住院治疗的，应当办理异地就医备案；在县内就医的，无需备案。
        二、备案材料
        备案时提供社会保障卡。
        三、办理渠道
        到云溪县医保中心窗口办理，电话：0999-5550100。
        四、报销待遇
        已备案的，住院支付比例在本县支付比例基础上降低5个百分点。
        """;

    private const string Policy = """
        id: yunxi-medical
        guide: yunxi-medical
        scheme: medical
        insured: ["220299"]
        where:
          - { id: home, label: 云溪县, same: area }
          - { id: elsewhere, label: 云溪县以外, within: ["*"] }
        facts:
          - { name: careKind, assume: inpatient }
        filingTypes:
          - name: 异地就医备案
            documents:
              - { id: card, anyOf: [社会保障卡], quote: '备案时提供社会保障卡。' }
        outcomes:
          - { id: at-home, when: { where: home }, outcome: local, quotes: ['在县内就医的，无需备案。'] }
          - id: inpatient
            when: { where: elsewhere, careKind: inpatient }
            outcome: file
            filingType: 异地就医备案
            quotes: ['本县参保人员到县外住院治疗的，应当办理异地就医备案']
          - id: other-care
            when: { where: elsewhere, careKind: [outpatient, pharmacy, chronic-outpatient, maternity] }
            outcome: unstated
            why: 指南只写了住院。
        tiers:
          - id: inpatient
            when: { where: elsewhere, careKind: inpatient }
            tier: { label: 降低5个百分点, formula: local-minus-points, value: 5 }
            quote: '已备案的，住院支付比例在本县支付比例基础上降低5个百分点。'
          - { id: at-home, when: { where: home }, tier: { label: 指南没有写, formula: unstated } }
          - { id: other-care, when: { where: elsewhere, careKind: [outpatient, pharmacy, chronic-outpatient, maternity] }, tier: { label: 指南没有写, formula: unstated } }
        submission:
          - { when: { outcome: file }, submission: window }
        channels:
          - { id: window, when: { outcome: file }, name: 云溪县医保中心窗口, kind: window, quote: '到云溪县医保中心窗口办理，电话：0999-5550100。' }
        contacts:
          - { name: 云溪县医保中心, phone: 0999-5550100, quote: '到云溪县医保中心窗口办理，电话：0999-5550100。' }
        """;

    private readonly TemporaryFolder root = new();

    public NewRegionTests()
    {
        foreach (var file in Directory.GetFiles(Repository.Path("knowledge"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var copy = root.File(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Copy(Repository.Path("appsettings.json"), root.File("appsettings.json"));
        File.AppendAllText(root.File("knowledge/places/committees.csv"), "220299,云溪县,220200\n");
        File.WriteAllText(root.File("云溪.txt"), Guide);
    }

    [Fact]
    public async Task A_guide_and_a_policy_file_are_all_that_a_region_needs()
    {
        await Run(0, "guides", "import", "云溪.txt", "--id", "yunxi-medical");
        Assert.Contains("yunxi-medical.md(1): publisher is missing", (await Run(1, "policies", "check")).ErrorLine);
        Assert.Contains("publisher is missing", (await Run(2, "policies", "new", "yunxi-medical")).ErrorLine);

        FillIn("publisher:", "publisher: 云溪县医保中心");
        FillIn("scheme:", "scheme: medical");
        FillIn("insuredPlaces: []", "insuredPlaces: [\"220299\"]");
        FillIn("dateNote:", "dateNote: 原文没有写日期。");
        await Run(0, "policies", "new", "yunxi-medical");
        Assert.Matches(@"^yunxi-medical\.yaml:\d+: this does not stand in the guide yunxi-medical: 待填", (await Run(1, "policies", "check")).ErrorLine);
        Assert.Contains("请用 --id 另起一个编号", (await Run(2, "policies", "new", "yunxi-medical")).ErrorLine);

        File.WriteAllText(root.File("knowledge/policies/yunxi-medical.yaml"), Policy);
        Assert.Contains("yunxi-medical: 10 combinations, 3 outcome rules, 3 tier rules, 0 findings", (await Run(0, "policies", "check")).Output);

        var determination = (await Run(
            0, "determine", "--insured", "云溪县", "--care", "北京", "--scheme", "medical", "--local-share", "0.8", "--eligible-cost", "10000", "--json")).Json;
        Assert.Equal("yunxi-medical", determination.GetProperty("policy").GetString());
        Assert.Equal("file", determination.GetProperty("outcome").GetString());
        Assert.Equal("7500.00", determination.GetProperty("tier").GetProperty("expectedPayment").GetRawText());
        Assert.StartsWith("# 《云溪县医疗保险异地就医备案指南》政策规则审阅单", (await Run(0, "policies", "print", "yunxi-medical")).Output, StringComparison.Ordinal);
        Assert.Contains("0999-5550100", (await Run(0, "ask", "去哪里办备案，电话多少", "--place", "云溪县")).Output);
    }

    public void Dispose() => root.Dispose();

    private async Task<CommandRun> Run(int exitCode, params string[] arguments)
    {
        var run = await CommandRun.In(root.Path, arguments);
        Assert.True(run.ExitCode == exitCode, $"'{string.Join(' ', arguments)}' ended with {run.ExitCode}: {run.Output}{run.Error}");
        return run;
    }

    private void FillIn(string line, string with)
    {
        var guide = root.File("knowledge/guides/yunxi-medical.md");
        var text = File.ReadAllText(guide);
        Assert.Contains($"\n{line}\n", text);
        File.WriteAllText(guide, text.Replace($"\n{line}\n", $"\n{with}\n", StringComparison.Ordinal));
    }
}
