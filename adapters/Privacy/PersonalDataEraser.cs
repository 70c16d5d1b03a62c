using PolicyBot.Adapters.Audit;

namespace PolicyBot.Adapters.Privacy;

internal sealed class PersonalDataEraser(IEnumerable<IPersonalDataStore> stores, IAuditLog audit) : IPersonalDataEraser
{
    public async Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var erased = default(Erasure);
        foreach (var store in stores)
        {
            erased += await store.EraseAsync(person, cancellationToken);
        }

        await audit.AppendAsync(new AuditEntry(audit.ActorOf(person.Owner), AuditActions.DataErased, "person"), cancellationToken);
        return erased;
    }
}
