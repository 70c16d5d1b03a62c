namespace PolicyBot.Knowledge.Policies;

/// <summary>A situation holds a value that no guide and no place list knows.</summary>
public sealed class UnknownFactException(string fact, string value) : Exception($"'{value}' is not a value of {fact}.")
{
    public string Fact { get; } = fact;

    public string Value { get; } = value;
}
