using Dapper;
using PolicyBot.Adapters.Audit;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Adapters.FilingService;

/// <inheritdoc cref="IFilingReview"/>
internal sealed class FilingReview(
    FilingDatabase database, FilingVault vault, FilingRegister register, AttachmentStore attachments, IAuditLog audit, TimeProvider clock) : IFilingReview
{
    private static readonly FilingProblem NotFound = new(null, "没有这个编号的备案。", null);

    public async Task<IReadOnlyList<QueuedFiling>> QueueAsync(int limit, CancellationToken cancellationToken)
    {
        // What expired over night is not looked at any more.
        await register.SweepAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var numbers = (await connection.QueryAsync<string>(
            "SELECT number FROM filings WHERE waiting IS NOT NULL ORDER BY waiting_since, number LIMIT @limit", new { limit })).AsList();
        var queue = new List<QueuedFiling>();
        foreach (var number in numbers)
        {
            if (await register.FindAsync(number, null, cancellationToken) is { Case.Waiting: { } waiting } filing)
            {
                var it = filing.Case;
                queue.Add(new QueuedFiling(
                    number, it.State, waiting.Kind, waiting.Since, it.ReviewBy, waiting.TakenBy, filing.Policy, filing.FilingType, filing.InsuredPlace,
                    it.CarePlace, filing.Person.Name, it.Commitment));
            }
        }

        return queue;
    }

    public async Task<FilingDossier?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(number, null, cancellationToken) is not { } filing)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var submitted = await FilingTables.SubmissionAsync(vault, connection, null, number);
        var documents = await connection.QueryAsync<(string Requirement, string Document, string Attachment, string Name, string ContentType, long Length, string ReceivedAt, long Replaced)>(
            """
            SELECT requirement, document, attachment, name, content_type, length, received_at, replaced FROM (
                SELECT requirement, document, attachment, 0 AS replaced, 0 AS id FROM filing_documents WHERE number = @number
                UNION ALL
                SELECT requirement, document, attachment, 1, id FROM filing_documents_replaced WHERE number = @number) AS handed_in
            JOIN attachments ON attachments.id = attachment ORDER BY requirement, replaced, handed_in.id DESC
            """,
            new { number });
        return new FilingDossier(
            filing.ToFiling(clock.Today()), filing.Case.Waiting?.TakenBy, filing.Agent, submitted.Facts, submitted.Fields, filing.Terms.Required,
            [.. documents.Select(it => new DossierDocument(
                it.Requirement, it.Document, it.Attachment, vault.Open(DataKind.FileName, it.Name), it.ContentType, it.Length, FilingRow.Instant(it.ReceivedAt), it.Replaced != 0))],
            filing.Case.History);
    }

    public async Task<DossierFile?> OpenAsync(string number, string attachment, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (name, type) = await connection.QuerySingleOrDefaultAsync<(string?, string?)>(
            "SELECT name, content_type FROM attachments WHERE id = @attachment AND number = @number", new { attachment, number });
        return name is null || type is null ? null : new DossierFile(attachments.Open(attachment), vault.Open(DataKind.FileName, name), type);
    }

    public Task<ReviewOutcome> TakeAsync(string number, string clerk, CancellationToken cancellationToken) =>
        ActAsync(number, clerk, new TakeAct(clerk), AuditActions.FilingTaken, cancellationToken);

    public Task<ReviewOutcome> ApproveAsync(string number, string clerk, DateOnly? until, CancellationToken cancellationToken) =>
        ActAsync(number, clerk, new ApproveAct(clerk, until), AuditActions.FilingApproved, cancellationToken);

    public Task<ReviewOutcome> ReturnAsync(
        string number, string clerk, string reason, IReadOnlyList<string> requirements, CancellationToken cancellationToken) =>
        ActAsync(number, clerk, new ReturnAct(clerk, reason, requirements), AuditActions.FilingReturned, cancellationToken);

    public Task<ReviewOutcome> RefuseAsync(string number, string clerk, string reason, CancellationToken cancellationToken) =>
        ActAsync(number, clerk, new RefuseAct(clerk, reason), AuditActions.FilingRefused, cancellationToken);

    private async Task<ReviewOutcome> ActAsync(string number, string clerk, FilingAct act, string action, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clerk);
        vault.Prepare();
        await using var connection = await database.OpenAsync(cancellationToken);

        // The write lock: of two clerks who take the same filing, the second finds that it is taken.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await register.OpenAsync(transaction, number, null) is not { } filing)
        {
            return new ReviewOutcome(null, NotFound);
        }

        var (next, problems) = await register.ActAsync(transaction, filing, act);
        if (problems.Count == 0)
        {
            // Before the step is kept: the log is in another database, and no step may be missing there.
            await audit.AppendAsync(new AuditEntry($"staff/{clerk}", action, $"filing/{number}"), CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return new ReviewOutcome(next.ToFiling(clock.Today()), problems is [var problem, ..] ? problem : null);
    }
}
