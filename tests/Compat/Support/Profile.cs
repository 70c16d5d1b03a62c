namespace PolicyBot.Tests.Compat.Support;

/// <summary>Something that a bot remembers.</summary>
public sealed class Profile
{
    public string? Name { get; set; }

    public int Age { get; set; }

    public IList<string> Places { get; set; } = [];
}
