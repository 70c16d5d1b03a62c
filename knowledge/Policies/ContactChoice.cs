using PolicyBot.Knowledge.Places;

namespace PolicyBot.Knowledge.Policies;

/// <summary>Which of a policy's contacts answer for an insured place: its own district first, other districts left out.</summary>
internal static class ContactChoice
{
    private const int Unrestricted = -1;

    /// <param name="insured">The insured place as finely as it is known; null for all contacts.</param>
    public static IEnumerable<Contact> For(Policy policy, PlaceCatalog places, Place? insured)
    {
        if (insured is null)
        {
            return policy.Contacts;
        }

        return policy.ContactEntries.Where(Answers).OrderByDescending(Nearness).Select(entry => entry.Contact);

        // A prefecture stands for all its districts until the district is known.
        bool Answers(ContactEntry entry) => entry.For.Count == 0 || entry.For.Any(code => Covers(code) || places.IsWithin(code, insured.Code));

        int Nearness(ContactEntry entry) => entry.For.Where(Covers).Select(code => (int)places.Find(code)!.Level).DefaultIfEmpty(Unrestricted).Max();

        bool Covers(string code) => places.IsWithin(insured.Code, code);
    }
}
