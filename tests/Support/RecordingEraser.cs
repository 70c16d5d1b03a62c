using PolicyBot.Adapters.Privacy;

namespace PolicyBot.Tests.Support;

/// <summary>Says whose data it was told to delete.</summary>
internal sealed class RecordingEraser : IPersonalDataEraser
{
    public List<PersonRef> Erased { get; } = [];

    public Erasure Answer { get; set; } = new(1);

    public Task<Erasure> EraseAsync(PersonRef person, CancellationToken cancellationToken)
    {
        Erased.Add(person);
        return Task.FromResult(Answer);
    }
}
