using System.Globalization;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>Reads one policy file and refuses every quotation that does not stand verbatim in its guide.</summary>
internal sealed class PolicyReader
{
    private readonly FactCatalog facts;
    private readonly PlaceCatalog places;
    private readonly Guide guide;
    private readonly QuoteReader quotes;
    private readonly FormReader forms;
    private readonly YamlMap root;
    private readonly string file;
    private readonly ConditionReader conditions;
    private IReadOnlyList<Dimension> dimensions = [];

    private PolicyReader(string file, YamlMap root, Guide guide, GuideLibrary guides, FactCatalog facts, PlaceCatalog places)
    {
        (this.file, this.root, this.guide, this.facts, this.places) = (file, root, guide, facts, places);
        quotes = new QuoteReader(guide, guides);
        conditions = new ConditionReader(() => dimensions);
        forms = new FormReader(quotes, conditions);
    }

    /// <exception cref="PolicyFormatException">The file cannot be used; says where and why.</exception>
    public static Policy Read(string file, GuideLibrary guides, FactCatalog facts, PlaceCatalog places)
    {
        var root = YamlMap.Load(file);
        var guide = guides.Find(root.Text("guide")) ?? throw root.Error($"there is no guide '{root.Text("guide")}'");
        return new PolicyReader(file, root, guide, guides, facts, places).Read();
    }

    private Policy Read()
    {
        var relations = root.Maps("where").Select(ReadRelation).ToList();
        var where = new Dimension("where", [.. relations.Select(relation => relation.Id)], -1, null, true, false, null);
        var maps = root.Maps("facts");
        dimensions = [where, .. maps.Select(map => ReadDimension(map))];
        dimensions = [where, .. maps.Zip(dimensions.Skip(1), WithAssumeWhen)];

        var policy = new Policy
        {
            Id = root.Text("id"),
            File = file,
            Guide = guide,
            Scheme = root.Text("scheme"),
            General = root.Flag("general", false),
            Insured = [.. root.Texts("insured").Select(code => KnownPlace(root, code))],
            Relations = relations,
            Dimensions = dimensions,
            FilingTypes = [.. root.Maps("filingTypes").Select(ReadFilingType)],
            Outcomes = [.. root.Maps("outcomes").Select(ReadOutcome)],
            Tiers = [.. root.Maps("tiers").Select(ReadTier)],
            Submissions = Entries("submission", map => Choice<Submission>(map, "submission"), cited: false),
            Channels = Entries("channels", ReadChannel),
            ReviewTimes = Entries("reviewTime", map => new ReviewTime(map.Number("workingDays") ?? throw map.Error("'workingDays' is missing"), map.Text("text"), quotes.Cite(map))),
            Validities = Entries("validity", ReadValidity),
            Changes = Entries("change", map => ChangeReader.Read(map, quotes)),
            Deadlines = Entries("deadlines", ReadStatement),
            Settlements = Entries("settlement", ReadSettlement),
            BetterChoices = Entries("betterChoices", ReadBetterChoice),
            Notices = Entries("notices", map => new NoticeRule(new Statement(map.Text("text"), map.Has("quote") ? quotes.Cite(map) : null), map.Flag("stated", false)), cited: false),
            ContactEntries = [.. root.Maps("contacts").Select(ReadContact)],
            Form = root.Map("form") is { } form ? forms.ReadOnline(root.Text("id"), form, DocumentIds()) : null,
            PaperForms = [.. root.Maps("paperForms").Select(forms.ReadPaper)],
            Contradictions = [.. root.Maps("contradictions").Select(map => Finished(map, quotes.Contradiction))],
        };
        root.Finish();
        CheckNames(policy);
        CheckRelations(policy);
        return policy;
    }

    private PlaceRelation ReadRelation(YamlMap map)
    {
        var relation = new PlaceRelation(
            map.Text("id"), map.Text("label"), [.. map.Texts("within").Select(code => code == "*" ? code : KnownPlace(map, code))],
            map.OptionalText("same"), map.Flag("county", false), [.. map.Texts("alsoCounty").Select(code => KnownPlace(map, code))],
            map.Flag("onlyWhenNamed", false));
        if (relation.Same is not (null or "area" or "prefecture" or "province"))
        {
            throw map.Error("'same' must be area, prefecture or province");
        }

        map.Finish();
        return relation;
    }

    private Dimension ReadDimension(YamlMap map)
    {
        var name = map.Text("name");
        var fact = facts.Find(name) ?? throw map.Error($"the fact '{name}' is not in facts.zh-CN.yaml");
        var dimension = new Dimension(
            name, [.. fact.Options.Select(option => option.Value)], -1, null, map.Flag("ask", true), map.Flag("open", false),
            map.Has("quote") ? quotes.Cite(map) : null);
        var assume = map.OptionalText("assume");
        _ = map.Map("assumeWhen");
        map.Finish();
        return assume is null ? dimension
            : dimension.IndexOf(assume) is >= 0 and var index ? dimension with { Assume = index }
            : throw map.Error($"'{assume}' is not a value of {name}");
    }

    private Dimension WithAssumeWhen(YamlMap map, Dimension dimension) =>
        map.Map("assumeWhen") is { } when ? dimension with { AssumeWhen = conditions.Read(when) } : dimension;

    private FilingType ReadFilingType(YamlMap map)
    {
        var name = map.Text("name");
        var documents = map.Maps("documents").Select(ReadDocument).ToList();
        map.Finish();
        return new FilingType(name, documents, map.Line);
    }

    private Entry<DocumentRequirement> ReadDocument(YamlMap map)
    {
        var cites = quotes.Cites(map);
        var cite = cites.Count > 0 ? cites[0] : throw map.Error("'quote' is missing");
        var entry = new Entry<DocumentRequirement>(
            map.Text("id"), conditions.Read(map.Map("when")),
            new DocumentRequirement(map.Text("id"), map.Texts("anyOf"), map.OptionalText("note"), cite, map.Flag("byPerson", true), map.OptionalText("form")),
            cites, map.Line);
        map.Finish();
        return entry.Item.AnyOf.Count > 0 ? entry : throw map.Error("'anyOf' is missing");
    }

    private OutcomeRule ReadOutcome(YamlMap map)
    {
        var rule = new OutcomeRule(
            map.Text("id"), conditions.Read(map.Map("when")), map.Texts("over"), map.Line, Choice<Outcome>(map, "outcome"),
            map.OptionalText("filingType"), map.OptionalText("why"), quotes.Cites(map));
        map.Finish();
        return rule switch
        {
            { Outcome: Outcome.NeedFact } => throw map.Error("need-fact is not an outcome of a rule"),
            { Outcome: Outcome.Unstated or Outcome.NotCovered, Why: null } => throw map.Error("'why' is missing: the person is told what the guide does not say"),
            { Outcome: not Outcome.Unstated, Cites.Count: 0 } => throw map.Error("'quotes' is missing"),
            _ => rule,
        };
    }

    private TierRule ReadTier(YamlMap map)
    {
        var tier = map.Map("tier") ?? throw map.Error("'tier' is missing");
        var formula = Choice<TierFormula>(tier, "formula");
        var value = tier.Decimal("value");
        var rule = new TierRule(
            map.Text("id"), conditions.Read(map.Map("when")), map.Texts("over"), map.Line, tier.Text("label"), formula, value, quotes.Cites(map));
        tier.Finish();
        map.Finish();
        var takesValue = formula is TierFormula.LocalMinusPoints or TierFormula.LocalTimes or TierFormula.SelfPayFirst;
        return takesValue != value.HasValue ? throw map.Error($"'value' does not go with {formula}")
            : formula != TierFormula.Unstated && rule.Cites.Count == 0 ? throw map.Error("'quote' is missing")
            : rule;
    }

    private Channel ReadChannel(YamlMap map) =>
        new(map.Text("name"), map.Text("kind"), [.. map.Texts("steps").Select(step => quotes.Verbatim(map, step).Quote)], map.OptionalText("note"), quotes.Cite(map));

    private Validity ReadValidity(YamlMap map)
    {
        var cite = quotes.Cite(map);
        return new Validity(
            map.Text("text"), ChangeReader.Figure(map, "years", cite, "年"), ChangeReader.Figure(map, "days", cite, "日", "天"),
            map.Flag("asLongAsProof", false), cite, ChangeReader.Figure(map, "months", cite, "个月"));
    }

    private Statement ReadStatement(YamlMap map) => new(map.Text("text"), quotes.Cite(map));

    private SettlementRule ReadSettlement(YamlMap map) => new(
        map.Text("kind"), map.Text("text"), [.. map.Maps("documents").Select(ReadDocument)],
        [.. map.Maps("channels").Select(channel => Finished(channel, c => { _ = c.OptionalText("id"); return ReadChannel(c); }))],
        [.. map.Maps("deadlines").Select(deadline => Finished(deadline, ReadStatement))]);

    private BetterChoiceRule ReadBetterChoice(YamlMap map)
    {
        var change = map.Map("change") ?? throw map.Error("'change' is missing");
        _ = conditions.Read(change);
        return new BetterChoiceRule(change.Keys.ToDictionary(key => key, change.Text, StringComparer.Ordinal), map.Text("text"));
    }

    /// <summary>Phone and address stand in the quotation itself, opening hours anywhere in the guide.</summary>
    private ContactEntry ReadContact(YamlMap map)
    {
        var contact = new Contact(map.Text("name"), map.OptionalText("phone"), map.OptionalText("address"), map.OptionalText("hours"), quotes.Cite(map));
        var entry = new ContactEntry(map.OptionalText("id") ?? contact.Name, contact, [.. map.Texts("for").Select(code => KnownPlace(map, code))]);
        map.Finish();
        foreach (var said in new[] { contact.Phone, contact.Address })
        {
            if (said is not null && !contact.Cite!.Quote.Contains(said, StringComparison.Ordinal))
            {
                throw map.Error($"'{said}' does not stand in the quotation");
            }
        }

        if (contact.Hours is { } hours)
        {
            quotes.Verbatim(map, hours);
        }

        return entry;
    }

    private HashSet<string> DocumentIds() =>
        root.Maps("filingTypes").SelectMany(type => type.Maps("documents")).Select(document => document.Text("id")).ToHashSet(StringComparer.Ordinal);

    private List<Entry<T>> Entries<T>(string key, Func<YamlMap, T> read, bool cited = true)
    {
        var entries = new List<Entry<T>>();
        foreach (var map in root.Maps(key))
        {
            var cites = quotes.Cites(map);
            if (cited && cites.Count == 0)
            {
                throw map.Error("'quote' is missing");
            }

            entries.Add(new Entry<T>(map.OptionalText("id") ?? string.Create(CultureInfo.InvariantCulture, $"{key}-{entries.Count + 1}"), conditions.Read(map.Map("when")), read(map), cites, map.Line));
            map.Finish();
        }

        return entries;
    }

    private static T Finished<T>(YamlMap map, Func<YamlMap, T> read)
    {
        var result = read(map);
        map.Finish();
        return result;
    }

    private string KnownPlace(YamlMap map, string code) =>
        places.Find(code) is not null ? code : throw map.Error($"there is no place with code {code}");

    private static T Choice<T>(YamlMap map, string key)
        where T : struct, Enum =>
        Enum.TryParse<T>(map.Text(key).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw map.Error(string.Create(CultureInfo.InvariantCulture, $"'{map.Text(key)}' is not a {typeof(T).Name}"));

    /// <summary>The last relation must take every place that the others leave, or a determination could find none.</summary>
    private void CheckRelations(Policy policy)
    {
        if (policy.Relations is not [.., { Within: ["*"], Same: null, County: false }])
        {
            throw new PolicyFormatException(file, root.Maps("where") is [.., var last] ? last.Line : 1, "the last entry of 'where' must be within: [\"*\"]");
        }
    }

    private void CheckNames(Policy policy)
    {
        foreach (var document in policy.FilingTypes.SelectMany(type => type.Documents).Where(
            document => document.Item.Form is { } form && policy.PaperForms.All(known => known.Id != form)))
        {
            throw new PolicyFormatException(file, document.Line, $"the form '{document.Item.Form}' is not among paperForms");
        }

        foreach (var outcome in policy.Outcomes.Where(rule => rule.FilingType is { } type && policy.FilingTypes.All(known => known.Name != type)))
        {
            throw new PolicyFormatException(file, outcome.Line, $"the filing type '{outcome.FilingType}' is not among filingTypes");
        }

        foreach (var (rules, kind) in new (IReadOnlyList<Rule>, string)[] { (policy.Outcomes, "outcome"), (policy.Tiers, "tier") })
        {
            var ids = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var rule in rules)
            {
                if (rule.Over.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
                {
                    throw new PolicyFormatException(file, rule.Line, $"'over' names '{unknown}', which is no {kind} rule");
                }
            }

            if (ids.Count != rules.Count)
            {
                throw root.Error($"two {kind} rules share an id");
            }
        }
    }
}
