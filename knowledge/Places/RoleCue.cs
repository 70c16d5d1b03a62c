namespace PolicyBot.Knowledge.Places;

/// <summary>A word beside a place that tells what the place is for; see knowledge/places/cues.csv.</summary>
internal sealed record RoleCue(string Role, bool Before, bool Next, int Weight, WordRule Word)
{
    public static IEnumerable<RoleCue> Parse(string[] row) => WordRule.Parse(row[4])
        .Select(word => new RoleCue(row[0], row[1] == "before", row[2] == "next", int.Parse(row[3]), word));
}
