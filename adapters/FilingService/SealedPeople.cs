using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Person and agent of a filing as they stand in its row.</summary>
internal sealed record SealedPeople(
    string Name, string IdNumber, string IdTail, string IdHash, string Phone, string? AgentName, string? AgentIdNumber, string? AgentPhone)
{
    public static SealedPeople Of(Vault vault, string number, Person person, Person? agent)
    {
        var id = Clean(person.IdNumber)!;
        return new SealedPeople(
            vault.Seal(DataKind.Name, person.Name.Trim()), vault.Seal(DataKind.IdNumber, id), TailHashOf(vault, number, id[^4..]), HashOf(vault, id),
            PhoneOf(vault, person.Phone), vault.SealOrNull(DataKind.Name, agent?.Name.Trim()),
            vault.SealOrNull(DataKind.IdNumber, Clean(agent?.IdNumber)), vault.SealOrNull(DataKind.Phone, Clean(agent?.Phone)));
    }

    /// <summary>By which all filings of a person are found.</summary>
    public static string HashOf(Vault vault, string idNumber) => vault.Hash(DataKind.IdNumber, idNumber.Trim().ToUpperInvariant());

    /// <summary>By which the last four characters are checked. Bound to the number: there are but eleven thousand such ends.</summary>
    public static string TailHashOf(Vault vault, string number, string tail) => vault.Hash(DataKind.IdNumber, $"{number}/{tail.ToUpperInvariant()}");

    public static string PhoneOf(Vault vault, string phone) => vault.Seal(DataKind.Phone, Clean(phone)!);

    private static string? Clean(string? number) => number?.Trim().ToUpperInvariant();
}
