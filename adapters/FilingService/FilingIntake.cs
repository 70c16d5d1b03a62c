using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Takes submissions in: one filing for a key, however often and however concurrently it comes.</summary>
internal sealed class FilingIntake(
    FilingDatabase database, FilingVault vault, FilingRegister register, FilingRules rules, FilingLife life, TimeProvider clock)
{
    public async Task<IntakeResult> SubmitAsync(string key, FilingSubmission submission, CancellationToken cancellationToken)
    {
        if (SizeRules.Check(submission) is { Count: > 0 } tooMuch)
        {
            return IntakeResult.Unfit(tooMuch);
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
            var known = knownHash == hash ? await register.OpenAsync(transaction, knownNumber, Tail(submission)) : null;
            await transaction.CommitAsync(CancellationToken.None);
            return known is null ? IntakeResult.OtherContents : new IntakeResult(IntakeStatus.Known, known.ToFiling(clock.Today()), []);
        }

        var attachments = await FilingTables.FreeAttachmentsAsync(transaction, submission.Documents.Select(document => document.Attachment));
        var verdict = rules.Judge(submission, attachments);
        if (verdict.Problems.Count > 0 || verdict.Terms is null)
        {
            // Leaves no trace, so that the key is not spent.
            return IntakeResult.Unfit(verdict.Problems);
        }

        var filing = ToFiling(submission, verdict.Terms);
        if (filing.Case.Commitment && await register.IsBarredAsync(transaction, filing.PersonHash!, filing.Policy))
        {
            var said = verdict.Terms.Letter?.Text is [var first, ..] ? first : null;
            return IntakeResult.Unfit([new FilingProblem("commitment", "上一次用承诺书备案，没有在期限内补齐材料，已经失效，不能再用承诺书。请交齐材料。", said?.Cite)]);
        }

        while (!await FilingTables.InsertAsync(vault, transaction, submission, filing))
        {
            filing = filing with { Number = FilingNumber.New(submission.InsuredPlace, clock.Today()) };
        }

        await connection.ExecuteAsync(
            "INSERT INTO idempotency_keys (key, request_hash, number) VALUES (@key, @hash, @Number)", new { key, hash, filing.Number }, transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return new IntakeResult(IntakeStatus.Created, filing.ToFiling(clock.Today()), []);
    }

    public async Task<Filing?> FindAsync(string number, string idTail, CancellationToken cancellationToken) =>
        (await register.FindAsync(number, idTail.ToUpperInvariant(), cancellationToken))?.ToFiling(clock.Today());

    /// <summary>The filing for which a request under this key was taken.</summary>
    public async Task<Filing?> OutcomeAsync(string key, string idTail, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var number = await connection.QuerySingleOrDefaultAsync<string>("SELECT number FROM idempotency_keys WHERE key = @key", new { key });
        return number is null ? null : await FindAsync(number, idTail, cancellationToken);
    }

    private StoredFiling ToFiling(FilingSubmission submission, AgreedTerms terms)
    {
        var now = clock.GetUtcNow();
        var documents = submission.Documents.Select(document => document.Requirement).ToList();
        return new StoredFiling(
            FilingNumber.New(submission.InsuredPlace, ChinaTime.DayOf(now)), submission.Policy, submission.FilingType, submission.Scheme, submission.InsuredPlace, now,
            Masked(submission.Person), submission.Agent is { } agent ? Masked(agent) : null, SealedPeople.HashOf(vault, submission.Person.IdNumber), terms,
            life.Begin(submission.CarePlace, submission.StartsOn, submission.Commitment, documents, now, terms));
    }

    private static MaskedPerson Masked(Person person) => new(
        PersonName.Mask(person.Name.Trim()), IdNumber.Mask(person.IdNumber.Trim().ToUpperInvariant()), PhoneNumber.Mask(person.Phone.Trim()));

    private static string Tail(FilingSubmission submission) => submission.Person.IdNumber.Trim().ToUpperInvariant()[^4..];
}
