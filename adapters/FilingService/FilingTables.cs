using System.Data.Common;
using System.Text.Json;
using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Knowledge;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Filings in the database, sealed. What is read is masked here, so that clear personal data does not get further.</summary>
internal static class FilingTables
{
    /// <summary>Adds a filing with all that belongs to it; false when the number is taken.</summary>
    public static async Task<bool> InsertAsync(FilingVault vault, DbTransaction transaction, FilingSubmission submission, StoredFiling filing)
    {
        var connection = transaction.Connection!;
        var (number, it) = (filing.Number, filing.Case);
        var people = SealedPeople.Of(vault, number, submission.Person, submission.Agent);
        var inserted = await connection.ExecuteAsync(
            """
            INSERT INTO filings (number, state, policy, filing_type, scheme, insured_place, care_place, starts_on, valid_until, submitted_at, review_by,
                commitment, name, id_number, id_tail, id_hash, phone, agent_name, agent_id_number, agent_phone, consent_version, consent_at,
                terms, filed_on, waiting, waiting_since, holidays_unknown, due_on)
            VALUES (@number, @state, @Policy, @FilingType, @Scheme, @InsuredPlace, @CarePlace, @startsOn, @validUntil, @submittedAt, @reviewBy,
                @commitment, @Name, @IdNumber, @IdTail, @IdHash, @Phone, @AgentName, @AgentIdNumber, @AgentPhone, @consent, @consentAt,
                @terms, @filedOn, @waiting, @waitingSince, @holidaysUnknown, @dueOn)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                number, state = it.State.ToString(), submission.Policy, submission.FilingType, submission.Scheme, submission.InsuredPlace,
                submission.CarePlace, startsOn = FilingRow.Text(it.StartsOn), validUntil = FilingRow.Text(it.ValidUntil),
                submittedAt = FilingRow.Text(filing.SubmittedAt), reviewBy = FilingRow.Text(it.ReviewBy), commitment = it.Commitment,
                people.Name, people.IdNumber, people.IdTail, people.IdHash, people.Phone, people.AgentName, people.AgentIdNumber, people.AgentPhone,
                consent = submission.Consent.Version, consentAt = FilingRow.Text(submission.Consent.GivenAt),
                terms = JsonSerializer.Serialize(filing.Terms, FilingJson.Options), filedOn = FilingRow.Text(it.FiledOn),
                waiting = it.Waiting?.Kind.ToString(), waitingSince = it.Waiting is { } waiting ? FilingRow.Text(waiting.Since) : null,
                holidaysUnknown = it.HolidaysUnknown, dueOn = FilingRow.Text(FilingClock.DueOn(it, filing.Terms)),
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
        await HandInAsync(transaction, number, submission.Documents);
        await AddHistoryAsync(vault, transaction, number, it.History);
        return true;
    }

    /// <summary>The filing of that number, masked; null when there is none, or the ID number does not end so.</summary>
    /// <param name="idTail">Null for a clerk, who needs no proof.</param>
    /// <param name="otherwise">The terms of a filing from before they were kept with it.</param>
    public static async Task<StoredFiling?> FindAsync(
        FilingVault vault, DbConnection connection, DbTransaction? transaction, string number, string? idTail, Func<FilingSubmission, AgreedTerms> otherwise)
    {
        var row = await connection.QuerySingleOrDefaultAsync<FilingRow>(
            "SELECT * FROM filings WHERE number = @number AND (@hash IS NULL OR id_tail = @hash)",
            new { number, hash = idTail is null ? null : SealedPeople.TailHashOf(vault, number, idTail) }, transaction);
        if (row is null)
        {
            return null;
        }

        var handedIn = await connection.QueryAsync<string>(
            "SELECT requirement FROM filing_documents WHERE number = @number ORDER BY requirement", new { number }, transaction);
        var history = await connection.QueryAsync<(string At, string State, string? Note, string Kind, string? Cite, string? Clerk)>(
            "SELECT at, state, note, kind, cite, clerk FROM filing_history WHERE number = @number ORDER BY id", new { number }, transaction);
        var bare = row.terms is null ? await SubmissionAsync(vault, connection, transaction, row) : null;
        return row.ToStored(
            vault, handedIn.AsList(),
            [.. history.Select(entry => new DossierStep(
                new FilingEvent(
                    FilingRow.Instant(entry.At), Enum.Parse<FilingState>(entry.State), vault.OpenOrNull(DataKind.Field, entry.Note), Enum.Parse<FilingEventKind>(entry.Kind),
                    entry.Cite is null ? null : JsonSerializer.Deserialize<Citation>(entry.Cite, FilingJson.Options)),
                entry.Clerk))],
            () => otherwise(bare!));
    }

    /// <summary>What was submitted, without the people: for judging it again.</summary>
    public static async Task<FilingSubmission> SubmissionAsync(FilingVault vault, DbConnection connection, DbTransaction? transaction, string number) =>
        await SubmissionAsync(vault, connection, transaction, await connection.QuerySingleAsync<FilingRow>("SELECT * FROM filings WHERE number = @number", new { number }, transaction));

    /// <summary>Writes what an act or the clock has changed. The history is only added to.</summary>
    public static async Task SaveAsync(FilingVault vault, DbTransaction transaction, StoredFiling filing, FilingCase before)
    {
        var it = filing.Case;
        await transaction.Connection!.ExecuteAsync(
            """
            UPDATE filings SET state = @state, care_place = @CarePlace, starts_on = @startsOn, filed_on = @filedOn, valid_until = @validUntil,
                commitment = @Commitment, review_by = @reviewBy, holidays_unknown = @HolidaysUnknown, waiting = @waiting, waiting_since = @waitingSince,
                taken_by = @takenBy, new_care_place = @newCarePlace, new_starts_on = @newStartsOn, asked = @asked, due_on = @dueOn
            WHERE number = @Number
            """,
            new
            {
                filing.Number, state = it.State.ToString(), it.CarePlace, startsOn = FilingRow.Text(it.StartsOn), filedOn = FilingRow.Text(it.FiledOn),
                validUntil = FilingRow.Text(it.ValidUntil), it.Commitment, reviewBy = FilingRow.Text(it.ReviewBy), it.HolidaysUnknown,
                waiting = it.Waiting?.Kind.ToString(), waitingSince = it.Waiting is { } waiting ? FilingRow.Text(waiting.Since) : null,
                takenBy = it.Waiting?.TakenBy, newCarePlace = it.Proposed?.CarePlace, newStartsOn = FilingRow.Text(it.Proposed?.StartsOn),
                asked = JsonSerializer.Serialize(it.Asked, FilingJson.Options), dueOn = FilingRow.Text(FilingClock.DueOn(it, filing.Terms)),
            },
            transaction);
        await AddHistoryAsync(vault, transaction, filing.Number, it.History.Skip(before.History.Count));
    }

    /// <summary>Files documents under a filing; what they take the place of is kept.</summary>
    public static Task HandInAsync(DbTransaction transaction, string number, IEnumerable<SubmittedDocument> documents) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO filing_documents_replaced (number, requirement, document, attachment)
            SELECT number, requirement, document, attachment FROM filing_documents WHERE number = @number AND requirement = @Requirement;
        INSERT INTO filing_documents (number, requirement, document, attachment) VALUES (@number, @Requirement, @Document, @Attachment)
            ON CONFLICT (number, requirement) DO UPDATE SET document = @Document, attachment = @Attachment;
        UPDATE attachments SET number = @number WHERE id = @Attachment;
        """,
        documents.Select(document => new { number, document.Requirement, document.Document, document.Attachment }),
        transaction);

    public static Task CorrectPhoneAsync(FilingVault vault, DbTransaction transaction, string number, string phone) =>
        transaction.Connection!.ExecuteAsync("UPDATE filings SET phone = @phone WHERE number = @number", new { number, phone = SealedPeople.PhoneOf(vault, phone) }, transaction);

    /// <summary>Those of the attachments that are here and belong to no filing yet.</summary>
    public static async Task<IReadOnlySet<string>> FreeAttachmentsAsync(DbTransaction transaction, IEnumerable<string> ids) =>
        (await transaction.Connection!.QueryAsync<string>(
            "SELECT id FROM attachments WHERE id IN @ids AND number IS NULL", new { ids }, transaction)).ToHashSet(StringComparer.Ordinal);

    private static Task AddHistoryAsync(FilingVault vault, DbTransaction transaction, string number, IEnumerable<DossierStep> steps) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO filing_history (number, at, state, note, kind, cite, clerk) VALUES (@number, @at, @state, @note, @kind, @cite, @By)",
        steps.Select(step => new
        {
            number, at = FilingRow.Text(step.Event.At), state = step.Event.State.ToString(), note = vault.SealOrNull(DataKind.Field, step.Event.Note), kind = step.Event.Kind.ToString(),
            cite = FilingRow.Text(step.Event.Cite), step.By,
        }),
        transaction);

    private static async Task<FilingSubmission> SubmissionAsync(FilingVault vault, DbConnection connection, DbTransaction? transaction, FilingRow row)
    {
        var facts = await connection.QueryAsync<(string Kind, string Name, string Value)>(
            "SELECT kind, name, value FROM filing_facts WHERE number = @number", new { row.number }, transaction);
        var documents = await connection.QueryAsync<(string Requirement, string Document, string Attachment)>(
            "SELECT requirement, document, attachment FROM filing_documents WHERE number = @number", new { row.number }, transaction);
        var byKind = facts.ToLookup(fact => fact.Kind, StringComparer.Ordinal);
        return new FilingSubmission
        {
            Policy = row.policy, FilingType = row.filing_type, Scheme = row.scheme, InsuredPlace = row.insured_place, CarePlace = row.care_place,
            StartsOn = DateOnly.ParseExact(row.starts_on, "yyyy-MM-dd"), Person = new Person(string.Empty, string.Empty, string.Empty),
            Facts = byKind["fact"].ToDictionary(fact => fact.Name, fact => vault.Open(DataKind.Field, fact.Value), StringComparer.Ordinal),
            Fields = byKind["field"].ToDictionary(fact => fact.Name, fact => vault.Open(DataKind.Field, fact.Value), StringComparer.Ordinal),
            Documents = [.. documents.Select(document => new SubmittedDocument(document.Requirement, document.Document, document.Attachment))],
            Commitment = row.commitment != 0, Consent = new Consent(string.Empty, DateTimeOffset.UnixEpoch),
            ConfirmedAt = FilingRow.Instant(row.submitted_at),
        };
    }
}
