namespace PolicyBot.Adapters.FilingService;

/// <summary>
/// What a clerk does with filings. Every step is written to the history with the clerk's name, and refused with a reason in
/// plain Chinese when the filing is not in the state for it.
/// </summary>
internal interface IFilingReview
{
    /// <summary>What waits for the agency, oldest first, masked: submissions, supplements, changes and extensions, taken or not.</summary>
    Task<IReadOnlyList<QueuedFiling>> QueueAsync(int limit, CancellationToken cancellationToken);

    /// <summary>A filing with its facts, fields, documents and whole history, masked; null when there is none of that number.</summary>
    Task<FilingDossier?> FindAsync(string number, CancellationToken cancellationToken);

    /// <summary>A file of a filing; null when the filing has none of that id. The caller disposes of the stream.</summary>
    Task<DossierFile?> OpenAsync(string number, string attachment, CancellationToken cancellationToken);

    Task<ReviewOutcome> TakeAsync(string number, string clerk, CancellationToken cancellationToken);

    /// <param name="until">
    /// Last day that the proof shows, for a filing that holds as long as its proof; the new last day, for an extension of
    /// which the guide gives no length. Else null.
    /// </param>
    Task<ReviewOutcome> ApproveAsync(string number, string clerk, DateOnly? until, CancellationToken cancellationToken);

    /// <summary>Sends it back for documents.</summary>
    /// <param name="reason">What is wrong, as the person will read it; without personal data.</param>
    /// <param name="requirements">Ids of the document requirements that are to be handed in (again); at least one.</param>
    Task<ReviewOutcome> ReturnAsync(
        string number, string clerk, string reason, IReadOnlyList<string> requirements, CancellationToken cancellationToken);

    /// <summary>Refuses the filing; or declines a change or extension of one in force, which then holds as before.</summary>
    Task<ReviewOutcome> RefuseAsync(string number, string clerk, string reason, CancellationToken cancellationToken);
}
