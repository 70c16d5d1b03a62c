using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Bot.Dialogs;

/// <summary>Whom to ask: the guide's own contacts, and the operating agency's hotline, worded as its own.</summary>
internal sealed class ContactText(AgencyOptions agency, Texts texts)
{
    /// <summary>Null when no hotline is configured.</summary>
    public string? Hotline() => string.IsNullOrEmpty(agency.Hotline) ? null : texts.Say(
        "contact.hotline",
        ("name", agency.HotlineName ?? texts.Say("contact.hotline-name")),
        ("phone", agency.Hotline));

    public IEnumerable<string> Lines(IReadOnlyList<Contact> contacts)
    {
        foreach (var contact in contacts.Where(contact => contact.Phone is null || contact.Phone != agency.Hotline))
        {
            yield return texts.Say(
                "contact.line",
                ("name", contact.Name),
                ("details", string.Join("，", new[] { contact.Phone, contact.Address, contact.Hours }.OfType<string>().Select(detail => " " + detail))));
        }

        yield return Hotline() ?? texts.Say("contact.none");
    }
}
