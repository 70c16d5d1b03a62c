using System.Globalization;
using System.Text.Json;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.FilingService;

/// <summary>A row of <c>filings</c>, named as the columns are, for Dapper.</summary>
#pragma warning disable IDE1006
internal sealed class FilingRow
{
    public required string number { get; init; }

    public required string state { get; init; }

    public required string policy { get; init; }

    public required string filing_type { get; init; }

    public required string scheme { get; init; }

    public required string insured_place { get; init; }

    public required string care_place { get; init; }

    public required string starts_on { get; init; }

    public string? valid_until { get; init; }

    public required string submitted_at { get; init; }

    public string? review_by { get; init; }

    public long commitment { get; init; }

    public required string name { get; init; }

    public required string id_number { get; init; }

    public required string phone { get; init; }

    public string? agent_name { get; init; }

    public string? agent_id_number { get; init; }

    public string? agent_phone { get; init; }

    public string? id_hash { get; init; }

    public string? terms { get; init; }

    public string? filed_on { get; init; }

    public string? waiting { get; init; }

    public string? waiting_since { get; init; }

    public string? taken_by { get; init; }

    public long holidays_unknown { get; init; }

    public string? new_care_place { get; init; }

    public string? new_starts_on { get; init; }

    public string? asked { get; init; }

    /// <param name="otherwise">The terms of a filing from before they were kept with it.</param>
    public StoredFiling ToStored(FilingVault vault, IReadOnlyList<string> handedIn, IReadOnlyList<DossierStep> history, Func<AgreedTerms> otherwise) => new(
        number, policy, filing_type, scheme, insured_place, Instant(submitted_at),
        Masked(vault, name, id_number, phone),
        agent_name is null ? null : Masked(vault, agent_name, agent_id_number, agent_phone),
        id_hash, terms is null ? otherwise() : JsonSerializer.Deserialize<AgreedTerms>(terms, FilingJson.Options)!,
        new FilingCase
        {
            State = Enum.Parse<FilingState>(state), CarePlace = care_place, StartsOn = Day(starts_on)!.Value, FiledOn = Day(filed_on) ?? Day(starts_on)!.Value,
            ValidUntil = Day(valid_until), Commitment = commitment != 0,
            Waiting = waiting is null ? null : new WaitingRequest(Enum.Parse<FilingRequestKind>(waiting), Instant(waiting_since ?? submitted_at), taken_by),
            ReviewBy = Day(review_by), HolidaysUnknown = holidays_unknown != 0,
            Proposed = new_care_place is null && new_starts_on is null ? null : new ProposedChange(new_care_place, Day(new_starts_on)),
            HandedIn = handedIn, Asked = asked is null ? [] : JsonSerializer.Deserialize<List<string>>(asked, FilingJson.Options)!, History = history,
        });

    public static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(Citation? cite) => cite is null ? null : JsonSerializer.Serialize(cite, FilingJson.Options);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static MaskedPerson Masked(FilingVault vault, string name, string? idNumber, string? phone) => new(
        PersonName.Mask(vault.Open(DataKind.Name, name)), IdNumber.Mask(vault.OpenOrNull(DataKind.IdNumber, idNumber) ?? string.Empty),
        PhoneNumber.Mask(vault.OpenOrNull(DataKind.Phone, phone) ?? string.Empty));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
#pragma warning restore IDE1006
