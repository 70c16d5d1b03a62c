namespace PolicyBot.Knowledge.Policies;

/// <summary>Reads what a person fills in: the online form of the policy, and the guide's own forms on paper.</summary>
internal sealed class FormReader(QuoteReader quotes, ConditionReader conditions)
{
    private static readonly string[] FilledBy = ["applicant", "doctor", "expert", "agency"];

    /// <param name="documents">Ids of the documents of all filing types: what a commitment letter may replace.</param>
    public FilingForm ReadOnline(string policy, YamlMap form, IReadOnlySet<string> documents)
    {
        var result = new FilingForm(
            policy,
            [.. form.Maps("fields").Select(field => ReadField(field, field.Has("quote") ? quotes.Cite(field) : null))],
            form.Map("commitment") is { } letter ? ReadCommitment(letter, documents) : null);
        form.Finish();
        return result;
    }

    /// <summary>Every label and every check box of a paper form stands verbatim below its title in the guide.</summary>
    public PaperForm ReadPaper(YamlMap map)
    {
        var title = map.Text("title");
        var sections = map.Maps("sections").Select(section => ReadSection(section, title)).ToList();
        var form = new PaperForm(
            map.Text("id"), title, quotes.Verbatim(map, title), sections,
            [.. map.Texts("remarks").Select(remark => quotes.Verbatim(map, remark, title))],
            map.Map("for") is { } facts ? ReadMatch(facts) : null,
            [.. map.Maps("ticks").Select(tick => ReadTick(tick, sections))],
            map.Line);
        map.Finish();
        return form;
    }

    /// <summary>Only a box of the applicant's own part may be ticked here.</summary>
    private FormTick ReadTick(YamlMap map, List<PaperFormSection> sections)
    {
        var (field, option) = (map.Text("field"), map.Text("option"));
        var known = sections.Where(section => section.FilledBy == "applicant").SelectMany(section => section.Fields)
            .FirstOrDefault(candidate => candidate.Name == field);
        if (known is null || known.Options.All(candidate => candidate.Value != option))
        {
            throw map.Error($"the applicant's part of the form has no box '{option}' in a field '{field}'");
        }

        var tick = new FormTick(field, option, ReadMatch(map.Map("when") ?? throw map.Error("'when' is missing")));
        map.Finish();
        return tick;
    }

    private FactMatch ReadMatch(YamlMap map)
    {
        _ = conditions.Read(map);
        return new FactMatch(map.Keys.ToDictionary(key => key, map.Texts, StringComparer.Ordinal));
    }

    private PaperFormSection ReadSection(YamlMap map, string form)
    {
        var title = map.Text("title");
        var by = map.Text("filledBy");
        var heading = quotes.Heading(map, title, form);
        var section = new PaperFormSection(
            title, FilledBy.Contains(by) ? by : throw map.Error($"'filledBy' is one of {string.Join(", ", FilledBy)}"), map.Number("rows") ?? 1,
            [.. map.Maps("fields").Select(field => ReadPaperField(field, heading.Section))], heading);
        map.Finish();
        return section;
    }

    private FormField ReadPaperField(YamlMap map, string section)
    {
        var field = ReadField(map, quotes.Verbatim(map, map.Text("label"), section));
        foreach (var option in field.Options)
        {
            quotes.Verbatim(map, "□" + option.Label, section);
        }

        return field;
    }

    private static FormField ReadField(YamlMap map, Citation? cite)
    {
        var field = new FormField(
            map.Text("name"), map.Text("label"), map.Text("kind"), map.Flag("required", true),
            [.. map.Texts("options").Select(option => new AskOption(option, option))], cite);
        map.Finish();
        return field;
    }

    private CommitmentLetter ReadCommitment(YamlMap map, IReadOnlySet<string> documents)
    {
        if (map.Texts("replaces").FirstOrDefault(id => !documents.Contains(id)) is { } unknown)
        {
            throw map.Error("replaces", $"'replaces' names '{unknown}', which is no document of a filing type");
        }

        var text = map.Maps("text").Select(ReadStatement).ToList();
        var cite = text is [{ Cite: { } first }, ..] ? first : throw map.Error("'text' is missing: what the person is told, with the sentence");
        var letter = new CommitmentLetter(
            ChangeReader.Figure(map, "days", cite, "日", "天") ?? throw map.Error("'days' is missing"), map.Texts("replaces"), text, map.Flag("barsAnother", false));
        map.Finish();
        return letter;
    }

    private Statement ReadStatement(YamlMap map)
    {
        var statement = new Statement(map.Text("text"), quotes.Cite(map));
        map.Finish();
        return statement;
    }
}
