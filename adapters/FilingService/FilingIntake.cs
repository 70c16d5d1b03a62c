using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Takes submissions in: one filing for a key, however often and however concurrently it comes.</summary>
internal sealed class FilingIntake(FilingDatabase database, FilingVault vault, FilingRules rules, TimeProvider clock)
{
    private static readonly FilingProblem OtherContents = new(null, "同一个提交编号下已经有另一份内容不同的备案，请重新确认后再提交。", null);

    public async Task<IntakeResult> SubmitAsync(string key, FilingSubmission submission, CancellationToken cancellationToken)
    {
        if (SizeRules.Check(submission) is { Count: > 0 } tooMuch)
        {
            return new IntakeResult(IntakeStatus.Unfit, null, tooMuch);
        }

        // Keyed: a plain hash of a person's data can be undone by trying.
        vault.Prepare();
        var hash = vault.Hash(DataKind.Request, Fingerprint.OfRequest(submission));
        await using var connection = await database.OpenAsync(cancellationToken);

        // Takes the write lock at once: of two requests with the same key, the second finds what the first has written.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (knownHash, knownNumber) = await connection.QuerySingleOrDefaultAsync<(string?, string?)>(
            "SELECT request_hash, number FROM idempotency_keys WHERE key = @key", new { key }, transaction);
        if (knownNumber is not null)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return knownHash == hash
                ? new IntakeResult(IntakeStatus.Known, await FilingTables.FindAsync(vault, connection, knownNumber, Tail(submission)), [])
                : new IntakeResult(IntakeStatus.OtherContents, null, [OtherContents]);
        }

        var attachments = await FilingTables.FreeAttachmentsAsync(transaction, submission.Documents.Select(document => document.Attachment));
        var verdict = rules.Judge(submission, attachments);
        if (verdict.Problems.Count > 0)
        {
            // Leaves no trace, so that the key is not spent.
            return new IntakeResult(IntakeStatus.Unfit, null, verdict.Problems);
        }

        var filing = ToFiling(submission, verdict);
        while (!await FilingTables.InsertAsync(vault, transaction, submission, filing))
        {
            filing = filing with { Number = FilingNumber.New(submission.InsuredPlace, clock.Today()) };
        }

        await connection.ExecuteAsync(
            "INSERT INTO idempotency_keys (key, request_hash, number) VALUES (@key, @hash, @Number)", new { key, hash, filing.Number }, transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return new IntakeResult(IntakeStatus.Created, filing, []);
    }

    public async Task<Filing?> FindAsync(string number, string idTail, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await FilingTables.FindAsync(vault, connection, number, idTail.ToUpperInvariant());
    }

    private Filing ToFiling(FilingSubmission submission, Verdict verdict)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        return new Filing
        {
            Number = FilingNumber.New(submission.InsuredPlace, today),
            State = FilingState.Submitted,
            Policy = submission.Policy,
            FilingType = submission.FilingType,
            InsuredPlace = submission.InsuredPlace,
            CarePlace = submission.CarePlace,
            StartsOn = submission.StartsOn,
            ValidUntil = FilingTerms.ValidUntil(verdict.Determination?.Validity, verdict.Commitment, submission.StartsOn),
            SubmittedAt = now,
            ReviewBy = FilingTerms.ReviewBy(verdict.Determination?.ReviewTime, today),
            MaskedName = PersonName.Mask(submission.Person.Name.Trim()),
            MaskedIdNumber = IdNumber.Mask(submission.Person.IdNumber.Trim().ToUpperInvariant()),
            MaskedPhone = PhoneNumber.Mask(submission.Person.Phone.Trim()),
            Commitment = submission.Commitment,
            History = [new FilingEvent(now, FilingState.Submitted, null)],
        };
    }

    private static string Tail(FilingSubmission submission) => submission.Person.IdNumber.Trim().ToUpperInvariant()[^4..];
}
