#nullable disable

using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Named values that are read from storage once a turn, and written back if they changed.</summary>
public abstract partial class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new Accessor<T>(this, name);
    }

    public virtual Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default) =>
        !force && GetCachedState(turnContext)?.State is not null
            ? Task.CompletedTask
            : ReadAsync(turnContext, cancellationToken);

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) is not { } cached)
        {
            return;
        }

        if (force || cached.IsChanged())
        {
            var changes = new Dictionary<string, object>(capacity: 1) { [GetStorageKey(turnContext)] = cached.State };
            await _storage.WriteAsync(changes, cancellationToken);
            cached.MarkStored();
        }
    }

    /// <summary>Empties the state of this turn; storage follows when it is saved.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var empty = new CachedBotState();
        empty.MarkChanged();
        turnContext.TurnState[_contextServiceKey] = empty;
        return Task.CompletedTask;
    }

    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    public JToken Get(ITurnContext turnContext) => JObject.FromObject(GetCachedState(turnContext).State);

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such value, and <typeparamref name="T" /> is a value type.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        TryGet<T>(turnContext, propertyName, out var value) || !typeof(T).IsValueType
            ? Task.FromResult(value)
            : throw new KeyNotFoundException(propertyName);

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    private async Task ReadAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var key = GetStorageKey(turnContext);
        var items = await _storage.ReadAsync([key], cancellationToken);
        turnContext.TurnState[_contextServiceKey] = new CachedBotState(items.TryGetValue(key, out var item) ? item switch
        {
            IDictionary<string, object> state => state,
            JObject json => json.ToObject<IDictionary<string, object>>(),
            null => new FirstState(),
            _ => throw new InvalidOperationException($"What is stored under {key} is not a state."),
        }
        : new FirstState());
    }

    private bool TryGet<T>(ITurnContext turnContext, string propertyName, out T value)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        var found = GetCachedState(turnContext).State.TryGetValue(propertyName, out var stored);
        value = stored switch
        {
            null => default,
            T typed => typed,
            JToken json => json.ToObject<T>(),
            _ => JToken.FromObject(stored).ToObject<T>(),
        };
        return found;
    }
}
