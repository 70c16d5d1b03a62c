namespace PolicyBot.Adapters.Turns;

/// <summary>
/// Lets the turns of one conversation run one at a time, in order of arrival; turns of different conversations do not
/// wait for each other. Two turns of one conversation at once would read the same state and one would overwrite the other.
/// </summary>
/// <remarks>A turn must not enter the gate of its own conversation again: it would wait for itself.</remarks>
public sealed class TurnGate
{
    private readonly Dictionary<string, Turn> last = new(StringComparer.Ordinal);

    /// <summary>Conversations with a turn that runs or waits.</summary>
    internal int Count
    {
        get
        {
            lock (last)
            {
                return last.Count;
            }
        }
    }

    /// <summary>Waits for the turns that came before; dispose what is returned when the turn is over.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting; the turns behind keep their order.</exception>
    public async Task<IDisposable> EnterAsync(string conversation, CancellationToken cancellationToken)
    {
        var turn = new Turn(this, conversation);
        Task before;
        lock (last)
        {
            before = last.TryGetValue(conversation, out var previous) ? previous.Over : Task.CompletedTask;
            last[conversation] = turn;
        }

        try
        {
            await before.WaitAsync(cancellationToken);
            return turn;
        }
        catch (OperationCanceledException)
        {
            // Whoever waits behind this turn must still wait for the one before it.
            _ = before.ContinueWith(_ => turn.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private sealed class Turn(TurnGate gate, string conversation) : IDisposable
    {
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Over => over.Task;

        public void Dispose()
        {
            lock (gate.last)
            {
                if (gate.last.TryGetValue(conversation, out var newest) && newest == this)
                {
                    gate.last.Remove(conversation);
                }
            }

            over.TrySetResult();
        }
    }
}
