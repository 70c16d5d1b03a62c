namespace PolicyBot.Knowledge.Guides;

/// <summary>Paths of headings.</summary>
public static class Sections
{
    /// <summary>Stands between the headings of a path.</summary>
    public const string Joiner = " › ";

    /// <summary>The headings of a path from the top down; none for the empty path.</summary>
    public static string[] Split(string section) => section.Length == 0 ? [] : section.Split(Joiner);
}
