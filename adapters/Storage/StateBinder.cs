using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace PolicyBot.Adapters.Storage;

/// <summary>
/// Names the types in stored state and lets back in only ours, the Bot Framework's and plain collections: a type name in
/// JSON is an instruction to construct, so whoever could write to the database must not choose freely.
/// </summary>
internal sealed class StateBinder : ISerializationBinder
{
    private static readonly DefaultSerializationBinder Names = new();

    private static readonly HashSet<string> PlainTypes = new(StringComparer.Ordinal)
    {
        "System.Object", "System.String", "System.Boolean", "System.Int32", "System.Int64", "System.Double",
        "System.Decimal", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeSpan", "System.Guid",
        "System.Nullable`1", "System.Collections.Generic.List`1", "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.SortedDictionary`2",
        "System.Collections.Generic.KeyValuePair`2", "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Immutable.ImmutableArray`1", "System.Collections.Immutable.ImmutableList`1",
        "System.Collections.Immutable.ImmutableDictionary`2", "System.Collections.Immutable.ImmutableSortedDictionary`2",
    };

    // Where the Bot Framework's types are now: state written with the official packages is read with compat/ and back.
    private static readonly Assembly[] BotFramework =
        [typeof(IStorage).Assembly, typeof(Dialog).Assembly, typeof(Activity).Assembly];

    private readonly ConcurrentDictionary<(string? Assembly, string Type), Type> known = new();

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) =>
        Names.BindToName(serializedType, out assemblyName, out typeName);

    public Type BindToType(string? assemblyName, string typeName) =>
        known.GetOrAdd((assemblyName, typeName), static name => Resolve(name.Assembly, name.Type));

    private static Type Resolve(string? assembly, string type) =>
        Type.GetType($"{type}, {assembly}", FindAssembly, FindType, throwOnError: false)
        ?? throw new JsonSerializationException($"Stored state names a type that is not let in: {type}, {assembly}");

    private static Assembly? FindAssembly(AssemblyName name) => name.Name switch
    {
        "mscorlib" or "System.Private.CoreLib" or "System.Collections" or "System.Collections.Concurrent"
            or "System.Collections.Immutable" => Assembly.Load(name),
        "PolicyBot.Compat" => BotFramework[0],
        { } bot when bot.StartsWith("Microsoft.Bot.", StringComparison.Ordinal) => BotFramework[0],
        { } ours when ours == "policybot" || ours.StartsWith("PolicyBot.", StringComparison.Ordinal) => Assembly.Load(name),
        _ => null,
    };

    private static Type? FindType(Assembly? assembly, string name, bool ignoreCase)
    {
        if (name.StartsWith("Microsoft.Bot.", StringComparison.Ordinal))
        {
            return BotFramework.Select(candidate => candidate.GetType(name)).FirstOrDefault(type => type is not null);
        }

        return name.StartsWith("PolicyBot.", StringComparison.Ordinal) || PlainTypes.Contains(name) ? assembly?.GetType(name) : null;
    }
}
