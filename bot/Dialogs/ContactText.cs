using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Whom to ask: the guide's own contacts, and the operating agency's hotline, worded as its own.</summary>
internal sealed class ContactText(AgencyOptions agency, PolicyLibrary policies, Texts texts)
{
    private const string Medical = "medical";

    /// <summary>The hotline for that scheme, medical insurance while none is known; null when none is configured.</summary>
    public string WithHotline(string text, string? scheme) => string.Join('\n', new[] { text, Hotline(scheme) }.OfType<string>());

    public string? Hotline(string? scheme) => agency.Hotlines
        .Where(line => line.Scheme == (scheme ?? Medical))
        .Select(line => texts.Say("contact.hotline", ("name", line.Name ?? texts.Say("contact.hotline-name")), ("phone", line.Phone)))
        .FirstOrDefault();

    /// <summary>Whom to ask about a determination.</summary>
    public IEnumerable<string> Of(Determination it, Situation situation) => Lines(it.Contacts, SchemeOf(it, situation));

    public IEnumerable<string> Lines(IReadOnlyList<Contact> contacts, string? scheme) =>
        Named(contacts).Append(Hotline(scheme) ?? texts.Say("contact.none"));

    /// <summary>The guide's telephone numbers and addresses alone; nothing where it gives none.</summary>
    public IEnumerable<string> Reachable(IReadOnlyList<Contact> contacts) =>
        Named([.. contacts.Where(contact => contact.Phone is not null || contact.Address is not null)]);

    public string? SchemeOf(Determination it, Situation situation) =>
        policies.Policies.FirstOrDefault(policy => policy.Id == it.Policy)?.Scheme ?? situation.Scheme;

    /// <summary>
    /// The numbers of one office (开平市 备案电话, 开平市 咨询电话) in one line, and hours that hold for all of them once: eight
    /// districts are read on a phone.
    /// </summary>
    private IEnumerable<string> Named(IReadOnlyList<Contact> contacts)
    {
        var own = contacts.Where(contact => agency.Hotlines.All(line => line.Phone != contact.Phone)).ToList();
        var hours = own.Where(contact => contact.Phone is not null).Select(contact => contact.Hours).Distinct().ToList();
        var common = own.Count(contact => contact.Phone is not null) > 1 && hours is [{ } one] ? one : null;
        foreach (var office in own.GroupBy(contact => contact.Name.Split(' ')[0]))
        {
            yield return office.Skip(1).Any()
                ? texts.Say(
                    "contact.office",
                    ("name", office.Key),
                    ("details", string.Join("，", office.Select(contact => $"{contact.Name[office.Key.Length..].Trim()} {Details(contact, common)}"))))
                : Line(office.First(), common);
        }

        if (common is not null)
        {
            yield return texts.Say("contact.hours", ("hours", common));
        }
    }

    private string Line(Contact contact, string? common) => Details(contact, common) is { Length: > 0 } details
        ? texts.Say("contact.line", ("name", contact.Name), ("details", " " + details))
        : texts.Say("contact.line", ("name", contact.Name), ("details", string.Empty));

    private static string Details(Contact contact, string? common) => string.Join("， ", new[]
        { contact.Phone, contact.Address, contact.Phone is not null && contact.Hours == common ? null : contact.Hours }.OfType<string>());
}
