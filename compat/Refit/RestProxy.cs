using System.Collections.Concurrent;
using System.Reflection;

namespace Refit;

/// <summary>Turns a call of the interface into a request.</summary>
internal class RestProxy : DispatchProxy
{
    private static readonly ConcurrentDictionary<Type, Dictionary<MethodInfo, RestMethod>> Known = [];

    private Dictionary<MethodInfo, RestMethod> _methods = [];
    private HttpClient _client = null!;
    private RefitSettings _settings = null!;

    public void Bind(Type type, HttpClient client, RefitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(client);
        _methods = Known.GetOrAdd(type, static t => t.GetInterfaces().Prepend(t)
            .SelectMany(i => i.GetMethods())
            .Where(method => method.IsAbstract)
            .ToDictionary(method => method, method => RestMethod.Of(t, method)));
        _client = client;
        _settings = settings;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name == nameof(IDisposable.Dispose) && targetMethod.GetParameters().Length == 0)
        {
            _client.Dispose();
            return null;
        }

        var method = _methods[targetMethod!];
        return method.Call(new RestCall(method, _client, _settings, args ?? []));
    }
}
