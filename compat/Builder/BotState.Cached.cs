#nullable disable

namespace Microsoft.Bot.Builder;

public abstract partial class BotState
{
    /// <summary>The state of one turn, and what it was in storage.</summary>
    public class CachedBotState
    {
        private Dictionary<string, object> _stored;

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            MarkStored();
        }

        public IDictionary<string, object> State { get; set; }

        /// <summary>The version that a storage keeps in the state is no change.</summary>
        internal bool IsChanged()
        {
            FollowVersion();
            return _stored is null || !Snapshot.Same(_stored, State);
        }

        internal void MarkStored() => _stored = (Dictionary<string, object>)Snapshot.Take(State as Dictionary<string, object> ?? new Dictionary<string, object>(State));

        internal void MarkChanged() => _stored = null;

        private void FollowVersion()
        {
            if (_stored is not null && State.TryGetValue(MemoryStorage.ETagName, out var version))
            {
                _stored[MemoryStorage.ETagName] = version;
            }
        }
    }

    /// <summary>A state of which storage had nothing: it must not overwrite what another turn stores meanwhile.</summary>
    internal sealed class FirstState : Dictionary<string, object>;
}
