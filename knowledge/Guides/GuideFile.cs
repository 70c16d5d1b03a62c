using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyBot.Knowledge.Guides;

/// <summary>Reads one guide file: front matter in YAML between two lines of ---, then the text in plain Markdown.</summary>
public static class GuideFile
{
    private const string Fence = "---";

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="content">Its text.</param>
    /// <exception cref="GuideFormatException">The file is not a guide.</exception>
    public static Guide Parse(string file, string content)
    {
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
        {
            throw new GuideFormatException(file, 1, "a guide starts with front matter between two lines of ---");
        }

        var head = Head(file, string.Join('\n', lines[1..end]));
        var id = Required(file, "id", head.Id);
        var passages = FormFields.Mark(file, new MarkdownReader(file, id).Read(lines.AsSpan(end + 1), firstLine: end + 2), head.Forms ?? []);
        if (passages.Count == 0)
        {
            throw new GuideFormatException(file, end + 1, "the guide has no text");
        }

        var guide = new Guide
        {
            Id = id,
            Title = Required(file, "title", head.Title),
            TitleIsOurs = head.OwnTitle,
            Publisher = Required(file, "publisher", head.Publisher),
            Scheme = Required(file, "scheme", head.Scheme),
            InsuredPlaces = head.InsuredPlaces is { Count: > 0 } places
                ? places
                : throw new GuideFormatException(file, 1, "insuredPlaces is missing"),
            Published = Day(file, "published", head.Published),
            HoldsFrom = Day(file, "holdsFrom", head.HoldsFrom),
            HoldsUntil = Day(file, "holdsUntil", head.HoldsUntil),
            DateNote = Required(file, "dateNote", head.DateNote),
            Status = Enum.TryParse<GuideStatus>(head.Status, ignoreCase: true, out var status)
                ? status
                : throw new GuideFormatException(file, 1, $"status is current, general or superseded, not '{head.Status}'"),
            Source = Required(file, "source", head.Source),
            Passages = passages,
        };
        guide.Contacts = [.. (head.Contacts ?? []).Select(contact => Contact(file, guide, contact))];
        return guide;
    }

    private static FrontMatter Head(string file, string yaml)
    {
        try
        {
            return Yaml.Deserialize<FrontMatter>(yaml) ?? throw new GuideFormatException(file, 1, "the front matter is empty");
        }
        catch (YamlException problem)
        {
            // The first line of the YAML is the second of the file.
            throw new GuideFormatException(file, (int)problem.Start.Line + 1, problem.Message, problem);
        }
    }

    private static GuideContact Contact(string file, Guide guide, ContactEntry entry) => new(
        Required(file, "contacts: name", entry.Name), entry.Phone, entry.Address, entry.Hours,
        guide.Cite(Required(file, "contacts: quote", entry.Quote))
            ?? throw new GuideFormatException(file, 1, $"contacts: '{entry.Quote}' does not stand in the guide"));

    private static string Required(string file, string key, string? value) =>
        !string.IsNullOrWhiteSpace(value) ? value : throw new GuideFormatException(file, 1, $"{key} is missing");

    private static DateOnly? Day(string file, string key, string? value) =>
        string.IsNullOrEmpty(value) ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new GuideFormatException(file, 1, $"{key} is a day such as 2026-02-15, not '{value}'");

    private sealed class FrontMatter
    {
        public string? Id { get; set; }

        public string? Title { get; set; }

        public bool OwnTitle { get; set; }

        public string? Publisher { get; set; }

        public string? Scheme { get; set; }

        public List<string>? InsuredPlaces { get; set; }

        public string? Published { get; set; }

        public string? HoldsFrom { get; set; }

        public string? HoldsUntil { get; set; }

        public string? DateNote { get; set; }

        public string? Status { get; set; }

        public string? Source { get; set; }

        public List<ContactEntry>? Contacts { get; set; }

        public List<string>? Forms { get; set; }
    }

    private sealed class ContactEntry
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }

        public string? Address { get; set; }

        public string? Hours { get; set; }

        public string? Quote { get; set; }
    }
}
