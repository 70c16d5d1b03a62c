using System.Globalization;
using PolicyBot.Knowledge.Guides;
using PolicyBot.Knowledge.Places;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Knowledge.Forms;

/// <summary>Makes the checklist of a determination: its own sentences with their quotations, nothing added.</summary>
public sealed class ChecklistMaker(GuideLibrary guides, PlaceCatalog places)
{
    /// <summary>Whether it is a form that the guide names but does not print: it must be asked for, none is made up.</summary>
    public static bool IsUnprintedForm(DocumentRequirement document) => document is { Form: null, ByPerson: true }
        && document.AnyOf.Any(name => name.StartsWith(FormWords.FormStart, StringComparison.Ordinal) && name.EndsWith(FormWords.FormEnd, StringComparison.Ordinal));

    public Checklist Make(Determination it, Situation situation, IReadOnlyDictionary<string, FormSheet> enclosed)
    {
        var quotes = new ChecklistQuotes(guides);
        return new Checklist(
            FormWords.ChecklistTitle,
            [
                .. Lead(FormWords.From, situation.InsuredPlace is { } insured ? places.FullName(insured) : null),
                .. Lead(FormWords.To, situation.CarePlace is { } care ? places.FullName(care) : null),
                .. Lead(FormWords.Type, it.FilingType),
                FormWords.AsOf + situation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ],
            FormWords.NotSubmitted,
            [
                .. new ChecklistPart[]
                {
                    new(FormWords.Documents, [.. Documents(it, enclosed, quotes)]),
                    new(FormWords.Where, [.. Where(it, quotes)]),
                    new(FormWords.Contacts, [.. Contacts(it, quotes)]),
                    new(FormWords.Dates, [.. Dates(it).Select(statement => Item(statement, quotes))]),
                    new(FormWords.Notices, [.. it.Notices.Select(statement => Item(statement, quotes))]),
                }.Where(part => part.Items.Count > 0),
            ],
            [.. quotes.Guides.Select(Source)]);
    }

    private static IEnumerable<string> Lead(string label, string? value) => value is null ? [] : [label + value];

    private IEnumerable<ChecklistItem> Documents(Determination it, IReadOnlyDictionary<string, FormSheet> enclosed, ChecklistQuotes quotes)
    {
        if (it.Documents.Count == 0)
        {
            yield return new ChecklistItem(FormWords.NoDocuments, [], null);
        }

        foreach (var document in it.Documents)
        {
            var names = string.Join(FormWords.Or, document.AnyOf) + (document.AnyOf.Count > 1 ? FormWords.AnyOf : string.Empty);
            var note = document.Note is { Length: > 0 } text ? $"（{text}）" : string.Empty;
            yield return new ChecklistItem(
                names + note + (document.ByPerson ? string.Empty : FormWords.BySystem), [.. Form(document, enclosed)], quotes.Of(document.Cite), Box: document.ByPerson);
        }

        // The form has boxes for this filing, although the list of documents does not name it; a notice says so.
        foreach (var (_, sheet) in enclosed.Where(form => it.Documents.All(document => document.Form != form.Key)))
        {
            yield return new ChecklistItem($"《{sheet.Title}》", [.. Enclosed(sheet)], null, Box: true);
        }
    }

    private static IEnumerable<string> Form(DocumentRequirement document, IReadOnlyDictionary<string, FormSheet> enclosed) =>
        document.Form is { } id && enclosed.TryGetValue(id, out var sheet) ? Enclosed(sheet).Prepend(FormWords.Enclosed + sheet.Title)
        : IsUnprintedForm(document) ? [FormWords.Unprinted]
        : [];

    private static IEnumerable<string> Enclosed(FormSheet sheet) =>
        sheet.Blanks.Count == 0 ? [] : [FormWords.Blanks + string.Join(FormWords.BlanksBetween, sheet.Blanks)];

    private static IEnumerable<ChecklistItem> Where(Determination it, ChecklistQuotes quotes) => it switch
    {
        { Channels.Count: > 0 } => it.Channels.Select(channel => new ChecklistItem(
            channel.Name, [.. channel.Steps.Where(step => step != channel.Cite.Quote), .. channel.Note is { } note ? [note] : Array.Empty<string>()], quotes.Of(channel.Cite))),
        { Outcome: Outcome.ProviderFiles } => [new ChecklistItem(FormWords.ByHospital, [], it.Citations is [var cite, ..] ? quotes.Of(cite) : null)],
        _ => [],
    };

    private static IEnumerable<Statement> Dates(Determination it) =>
        new[]
        {
            it.ReviewTime is { } review ? new Statement(FormWords.Review + review.Text, review.Cite) : null,
            it.Validity is { } validity ? new Statement(FormWords.Validity + validity.Text, validity.Cite) : null,
        }.OfType<Statement>().Concat(it.Deadlines).Concat(it.Change);

    private static ChecklistItem Item(Statement statement, ChecklistQuotes quotes) =>
        new(statement.Text, [], statement.Cite is { } cite ? quotes.Of(cite) : null);

    private static IEnumerable<ChecklistItem> Contacts(Determination it, ChecklistQuotes quotes)
    {
        foreach (var contact in it.Contacts)
        {
            yield return new ChecklistItem(
                string.Join(' ', new[] { contact.Name, contact.Phone, contact.Address }.OfType<string>()),
                contact.Hours is { } hours ? [hours] : [],
                contact.Cite is { } cite ? quotes.Of(cite) : FormWords.OurContact);
        }

        var guides = it.Contacts.Where(contact => contact.Cite is not null).ToList();
        if (guides.TrueForAll(contact => contact.Phone is null))
        {
            yield return new ChecklistItem(FormWords.NoPhone, [], null);
        }

        if (guides.TrueForAll(contact => contact.Hours is null))
        {
            yield return new ChecklistItem(FormWords.NoHours, [], null);
        }
    }

    private static string Source(Guide guide) => $"{FormWords.Source}《{guide.Title}》，{guide.Publisher}。{guide.DateNote}";
}
