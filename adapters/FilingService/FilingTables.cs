using System.Data.Common;
using System.Globalization;
using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Filings in the database, sealed. What is read is masked here, so that clear personal data does not get further.</summary>
internal static class FilingTables
{
    /// <summary>Adds a filing with all that belongs to it; false when the number is taken.</summary>
    public static async Task<bool> InsertAsync(FilingVault vault, DbTransaction transaction, FilingSubmission submission, Filing filing)
    {
        var connection = transaction.Connection!;
        var number = filing.Number;
        var people = SealedPeople.Of(vault, number, submission.Person, submission.Agent);
        var inserted = await connection.ExecuteAsync(
            """
            INSERT INTO filings (number, state, policy, filing_type, scheme, insured_place, care_place, starts_on, valid_until, submitted_at, review_by,
                commitment, name, id_number, id_tail, id_hash, phone, agent_name, agent_id_number, agent_phone, consent_version, consent_at)
            VALUES (@number, @state, @Policy, @FilingType, @Scheme, @InsuredPlace, @CarePlace, @startsOn, @validUntil, @submittedAt, @reviewBy,
                @Commitment, @Name, @IdNumber, @IdTail, @IdHash, @Phone, @AgentName, @AgentIdNumber, @AgentPhone, @consent, @consentAt)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                number, state = filing.State.ToString(), submission.Policy, submission.FilingType, submission.Scheme, submission.InsuredPlace,
                submission.CarePlace, startsOn = Text(filing.StartsOn), validUntil = Text(filing.ValidUntil), submittedAt = Text(filing.SubmittedAt),
                reviewBy = Text(filing.ReviewBy), submission.Commitment, people.Name, people.IdNumber, people.IdTail, people.IdHash, people.Phone,
                people.AgentName, people.AgentIdNumber, people.AgentPhone,
                consent = submission.Consent.Version, consentAt = Text(submission.Consent.GivenAt),
            },
            transaction);
        if (inserted == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(
            "INSERT INTO filing_facts (number, kind, name, value) VALUES (@number, @kind, @Key, @value)",
            submission.Facts.Select(fact => new { number, kind = "fact", fact.Key, value = vault.Seal(DataKind.Field, fact.Value) })
                .Concat(submission.Fields.Select(field => new { number, kind = "field", field.Key, value = vault.Seal(DataKind.Field, field.Value) })),
            transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO filing_documents (number, requirement, document, attachment) VALUES (@number, @Requirement, @Document, @Attachment);
            UPDATE attachments SET number = @number WHERE id = @Attachment;
            """,
            submission.Documents.Select(document => new { number, document.Requirement, document.Document, document.Attachment }),
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO filing_history (number, at, state, note) VALUES (@number, @at, @state, @Note)",
            filing.History.Select(entry => new { number, at = Text(entry.At), state = entry.State.ToString(), entry.Note }),
            transaction);
        return true;
    }

    /// <summary>The filing of that number, if the ID number ends so.</summary>
    public static async Task<Filing?> FindAsync(FilingVault vault, DbConnection connection, string number, string idTail)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>("SELECT * FROM filings WHERE number = @number AND id_tail = @hash", new { number, hash = SealedPeople.TailHashOf(vault, number, idTail) });
        if (row is null)
        {
            return null;
        }

        var history = await connection.QueryAsync<(string At, string State, string? Note)>(
            "SELECT at, state, note FROM filing_history WHERE number = @number ORDER BY id", new { number });
        return new Filing
        {
            Number = row.number, State = Enum.Parse<FilingState>(row.state), Policy = row.policy, FilingType = row.filing_type,
            InsuredPlace = row.insured_place, CarePlace = row.care_place, StartsOn = Day(row.starts_on)!.Value, ValidUntil = Day(row.valid_until),
            SubmittedAt = Instant(row.submitted_at), ReviewBy = Day(row.review_by), Commitment = row.commitment != 0,
            MaskedName = PersonName.Mask(vault.Open(DataKind.Name, row.name)), MaskedIdNumber = IdNumber.Mask(vault.Open(DataKind.IdNumber, row.id_number)),
            MaskedPhone = PhoneNumber.Mask(vault.Open(DataKind.Phone, row.phone)),
            History = [.. history.Select(entry => new FilingEvent(Instant(entry.At), Enum.Parse<FilingState>(entry.State), entry.Note))],
        };
    }

    /// <summary>Those of the attachments that are here and belong to no filing yet.</summary>
    public static async Task<IReadOnlySet<string>> FreeAttachmentsAsync(DbTransaction transaction, IEnumerable<string> ids) =>
        (await transaction.Connection!.QueryAsync<string>(
            "SELECT id FROM attachments WHERE id IN @ids AND number IS NULL", new { ids }, transaction)).ToHashSet(StringComparer.Ordinal);

    public static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Named as the columns are, for Dapper.
#pragma warning disable IDE1006
    private sealed class Row
    {
        public required string number { get; init; }

        public required string state { get; init; }

        public required string policy { get; init; }

        public required string filing_type { get; init; }

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
    }
#pragma warning restore IDE1006
}
