namespace PolicyBot.Adapters.Privacy;

/// <summary>删除我的数据: deletes what the bot keeps of a person.</summary>
public interface IPersonalDataEraser
{
    /// <summary>
    /// Deletes the conversation's state and history, the uploads and the receipts, and writes into the audit log that it was
    /// done. What the agency has is the agency's, and stays.
    /// </summary>
    Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken);
}
