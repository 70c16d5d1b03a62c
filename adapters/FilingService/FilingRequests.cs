using System.Data.Common;
using Dapper;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;
using PolicyBot.Adapters.Storage;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Adapters.FilingService;

/// <summary>What is asked for filings later: each once for a key, however often and however concurrently it comes.</summary>
internal sealed class FilingRequests(FilingDatabase database, FilingVault vault, FilingRegister register, FilingRules rules, TimeProvider clock)
{
    private const int LongestReason = 200;

    public Task<IntakeResult> SupplementAsync(string key, string number, string idTail, FilingSupplement supplement, CancellationToken cancellationToken) =>
        OnceAsync(
            FilingRequestKind.Supplement, key, number, idTail, supplement, supplement.Documents,
            (_, _, _) => Task.FromResult<IReadOnlyList<FilingProblem>>([]),
            new SupplementAct([.. supplement.Documents.OfType<SubmittedDocument>().Select(document => document.Requirement)]), null, cancellationToken);

    public Task<IntakeResult> ChangeAsync(string key, string number, string idTail, FilingChange change, CancellationToken cancellationToken)
    {
        var proposed = change.CarePlace is null && change.StartsOn is null && change.Documents.Count == 0 ? null : new ProposedChange(change.CarePlace, change.StartsOn);
        return OnceAsync(
            FilingRequestKind.Change, key, number, idTail, change, change.Documents, (transaction, filing, free) => JudgeAsync(transaction, filing, change, free),
            new ChangeAct(proposed, change.Phone is not null), change.Phone, cancellationToken);
    }

    // The reason may hold anything that was typed; the history outlives the personal data.
    public Task<IntakeResult> CancelAsync(string key, string number, string idTail, FilingCancellation cancellation, CancellationToken cancellationToken) =>
        OnceAsync(
            FilingRequestKind.Cancellation, key, number, idTail, new FilingCancellation(), [], (_, _, _) => Task.FromResult(CheckReason(cancellation.Reason)),
            new CancelAct(cancellation.Reason is { } reason ? PersonalData.Mask(reason) : null), null, cancellationToken);

    public Task<IntakeResult> ExtendAsync(string key, string number, string idTail, FilingExtension extension, CancellationToken cancellationToken) =>
        OnceAsync(
            FilingRequestKind.Extension, key, number, idTail, extension, extension.Documents,
            (_, _, _) => Task.FromResult<IReadOnlyList<FilingProblem>>([]), new ExtendAct(), null, cancellationToken);

    private async Task<IntakeResult> OnceAsync<T>(
        FilingRequestKind kind, string key, string number, string idTail, T body, IReadOnlyList<SubmittedDocument> documents,
        Func<DbTransaction, StoredFiling, IReadOnlySet<string>, Task<IReadOnlyList<FilingProblem>>> judge, FilingAct act, string? phone,
        CancellationToken cancellationToken)
    {
        if (SizeRules.Check(documents) is { Count: > 0 } tooMuch)
        {
            return IntakeResult.Unfit(tooMuch);
        }

        vault.Prepare();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await register.OpenAsync(transaction, number, idTail.ToUpperInvariant()) is not { } filing)
        {
            return IntakeResult.NoSuchFiling;
        }

        // Keyed, as for a filing: a phone number in it could be found by trying.
        var hash = vault.Hash(DataKind.Request, Fingerprint.Of(kind, number, string.Empty, body));
        var (knownHash, knownNumber) = await connection.QuerySingleOrDefaultAsync<(string?, string?)>(
            "SELECT request_hash, number FROM idempotency_keys WHERE key = @key", new { key }, transaction);
        if (knownNumber is not null)
        {
            await transaction.CommitAsync(CancellationToken.None);
            return knownHash == hash && knownNumber == number
                ? new IntakeResult(IntakeStatus.Known, filing.ToFiling(clock.Today()), [])
                : IntakeResult.OtherContents;
        }

        // What may not be done at all is said before the papers are looked at.
        var (next, problems) = await register.ActAsync(transaction, filing, act);
        var free = await FilingTables.FreeAttachmentsAsync(transaction, documents.Select(document => document.Attachment));
        problems =
        [
            .. problems,
            .. problems.Count > 0 ? [] : DocumentRules.CheckLater(documents, filing.Terms.Required, free),
            .. problems.Count > 0 ? [] : PhoneRules(phone),
            .. problems.Count > 0 ? [] : await judge(transaction, filing, free),
        ];
        if (problems.Count > 0)
        {
            // Rolled back: nothing was done, and the key is not spent.
            return IntakeResult.Unfit(problems);
        }

        await FilingTables.HandInAsync(transaction, number, documents);
        if (phone is not null)
        {
            await FilingTables.CorrectPhoneAsync(vault, transaction, number, phone);
        }

        await connection.ExecuteAsync(
            "INSERT INTO idempotency_keys (key, request_hash, number) VALUES (@key, @hash, @number)", new { key, hash, number }, transaction);
        var done = phone is null ? next : (await register.OpenAsync(transaction, number, null))!;
        await transaction.CommitAsync(CancellationToken.None);
        return new IntakeResult(IntakeStatus.Done, done.ToFiling(clock.Today()), []);
    }

    /// <summary>The filing as it would be is judged like a new one: another place may need no filing, or another type of it.</summary>
    private async Task<IReadOnlyList<FilingProblem>> JudgeAsync(DbTransaction transaction, StoredFiling filing, FilingChange change, IReadOnlySet<string> free)
    {
        if (change.CarePlace is null && change.StartsOn is null)
        {
            return [];
        }

        var submitted = await FilingTables.SubmissionAsync(vault, transaction.Connection!, transaction, filing.Number);
        var replaced = change.Documents.Select(document => document.Requirement).ToHashSet(StringComparer.Ordinal);
        var kept = submitted.Documents.Where(document => !replaced.Contains(document.Requirement)).ToList();
        var changed = submitted with
        {
            CarePlace = change.CarePlace ?? filing.Case.CarePlace,
            Facts = submitted.Facts.Where(fact => fact.Key != FactNames.CarePlace).ToDictionary(StringComparer.Ordinal),
            Documents = [.. kept, .. change.Documents],
        };
        return rules.JudgeChange(changed, change.StartsOn, kept.Select(document => document.Attachment).Concat(free).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<FilingProblem> PhoneRules(string? phone) => phone is null || PhoneNumber.TryParse(phone, out _) ? []
        : [new FilingProblem("phone", "手机号码要填 1 开头的 11 位数字。", null)];

    private static IReadOnlyList<FilingProblem> CheckReason(string? reason) => reason is null or { Length: <= LongestReason } ? []
        : [new FilingProblem("reason", $"理由太长了，请写在 {LongestReason} 字以内。", null)];
}
