using PolicyBot.Knowledge.Guides;

namespace PolicyBot.Knowledge.Policies;

/// <summary>
/// The commented beginning of a policy file. It asks for what every policy needs; whatever is not filled in does not stand in
/// the guide, so the loader names it with its line until the file is whole.
/// </summary>
public static class PolicySkeleton
{
    /// <param name="guide">An imported guide whose front matter is filled in.</param>
    public static string For(Guide guide) => $$"""
        # 《{{guide.Title.ReplaceLineEndings(" ")}}》的规则。
        # 怎么填：每一条的 quote 从 knowledge/guides/{{guide.Id}}.md 里原样复制（同样的话出现几次的，用 under 写出小标题）。
        # text、label、note 是讲给参保人听的话，不能比 quote 多说。指南没有写的，用 outcome: unstated 加 why，或 formula: unstated，不要猜。
        # 边填边跑 policybot policies check：它指出还没填好的那一行；全部填好以后，它走遍所有组合，指出漏掉的和打架的规则。
        id: {{guide.Id}}
        guide: {{guide.Id}}
        scheme: {{guide.Scheme}}
        insured: [{{string.Join(", ", guide.InsuredPlaces.Select(code => $"\"{code}\""))}}]

        # 就医地离参保地多远，从上往下，先对上的算；最后一条必须是 within: ["*"]。
        # same: area 同一个县（或同一市的市辖区）；same: prefecture 同一个市；same: province 同一个省；within 写代码；county: true 只算县域。
        where:
          - { id: home, label: 参保地, same: area }
          # - { id: same-prefecture, label: 同一市的其他地方, same: prefecture }
          - { id: outside-mainland, label: 港澳台, within: ["710000", "810000", "820000"] }
          - { id: elsewhere, label: 参保地以外, within: ["*"] }

        # 要问参保人的事，按问的顺序；可用的名字和值在 facts.zh-CN.yaml。assume：没有说的时候按哪一种；ask: false：对话里不问。
        facts:
          - name: reason
            quote: '待填：指南里说明为什么要分原因的那句话'
          - { name: careKind, assume: inpatient }
          - { name: stage, assume: before-care }
          # - { name: filed, assume: "false", ask: false }

        # 备案类型用指南自己的叫法；每样材料一条，anyOf 里任选一种。
        filingTypes:
          - name: 待填：备案类型
            documents:
              - { id: identity, anyOf: [待填], quote: '待填：写这样材料的那句话' }

        # 判定：每种组合正好由一条决定。outcome：file 要备案，exempt 不用备案，provider-files 由医院办理，local 不算异地，
        # not-covered 指南不包括（要写 why），unstated 指南没有写（要写 why）。over: [别的规则]：两条都对得上时，这一条优先。
        outcomes:
          - id: at-home
            when: { where: home }
            outcome: local
            quotes: ['待填：在参保地看病不算异地的那句话']
          - id: outside-mainland
            when: { where: outside-mainland }
            outcome: unstated
            why: 指南没有说去香港、澳门、台湾看病怎么办。
          - id: away
            when: { where: elsewhere }
            outcome: file
            filingType: 待填：备案类型
            quotes: ['待填：要备案的那句话']

        # 报多少：每种组合也正好由一条决定。formula：local 和本地一样；local-minus-points 减几个百分点；local-times 乘几；
        # self-pay-first 先自付百分之几；none 不付；unstated 指南没有写（不用 quote）。中间三种要写 value。
        tiers:
          - id: unstated
            when: {}
            tier: { label: 指南没有写报多少, formula: unstated }

        # 怎么提交：online 网上，window 窗口，provider 由医院。
        submission:
          - { when: { outcome: file }, submission: window }

        # kind：online、window、phone、fax、kiosk。
        channels:
          - { id: window, when: { outcome: file }, name: 待填, kind: window, quote: '待填：写这个渠道的那句话' }

        # 下面各项指南没有写就留空。例子：
        # reviewTime: [{ when: { outcome: file }, workingDays: 2, text: 2个工作日办好。, quote: '…' }]
        reviewTime: []
        # validity: [{ when: { outcome: file }, text: 1年, years: 1, quote: '…' }]
        validity: []
        # change: [{ when: { outcome: file }, text: 随时可以取消。, kinds: [cancel], freely: true, quote: '…' }]
        change: []
        # deadlines: [{ when: { outcome: file, stage: before-care }, text: 看病前先备案。, quote: '…' }]
        deadlines: []
        # settlement: [{ id: direct, when: { outcome: file }, kind: direct, text: 出院时直接结算。, quote: '…' }]
        settlement: []
        # betterChoices: [{ id: referral, when: { reason: other-temporary }, change: { reason: referral }, text: …, quote: '…' }]
        betterChoices: []
        # notices: [{ id: card, when: {}, text: 带好社保卡。, quote: '…' }]
        notices: []

        # 电话和地址要在 quote 里原样出现。
        contacts:
          - { name: 待填, phone: 待填, quote: '待填：写电话的那句话' }

        # 能在网上备案的，写要填哪些项：
        # form: { fields: [{ name: name, label: 姓名, kind: name }, { name: idNumber, label: 身份证号, kind: id-number }] }

        # 指南前后不一致的两句话，留下来给工作人员看：
        # contradictions: [{ id: …, text: …, here: '…', there: '…' }]

        """;
}
