using PolicyBot.Bot.Interviews;
using PolicyBot.Knowledge.Policies;

namespace PolicyBot.Tests.Bot.Interviews;

/// <summary>
/// An interview of eight questions, of which a number decides which are asked: each depends on the answers before it,
/// as the questions of a policy do.
/// </summary>
internal sealed class BranchingInterview(int seed)
{
    public const int Questions = 8;

    public static readonly IReadOnlyList<string> Names = [.. Enumerable.Range(0, Questions).Select(i => $"q{i}")];

    public static readonly IReadOnlyList<string> Values = ["a", "b", "c"];

    public IStep Start => new Place(this, 0, 17);

    private bool Asks(int question, int path) => Mix(seed, question, path) % 3 != 0;

    private static int Mix(int a, int b, int c)
    {
        var mixed = unchecked((((((uint)a * 2654435761) ^ (uint)b) * 2246822519) ^ (uint)c) * 3266489917);
        return (int)((mixed ^ (mixed >> 15)) & 0x7fffffff);
    }

    private static int Next(BranchingInterview interview, int from, int path)
    {
        while (from < Questions && !interview.Asks(from, path))
        {
            from++;
        }

        return from;
    }

    private sealed class Place(BranchingInterview interview, int from, int path) : IStep
    {
        private readonly int at = Next(interview, from, path);

        public InterviewQuestion? Question => at == Questions ? null : new InterviewQuestion
        {
            Name = Names[at],
            Kind = QuestionKind.Choice,
            Label = Names[at],
            Prompt = Names[at],
            Options = [.. Values.Select(value => new AskOption(value, value))],
            Why = "",
            Holds = value => Values.Contains(value),
        };

        public IStep After(string value) => new Place(interview, at + 1, Mix(path, at, value[0]));

        public bool MayStillAsk(string name) => Names.IndexOf(name) > at;
    }
}

file static class Lists
{
    public static int IndexOf(this IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == item)
            {
                return i;
            }
        }

        return -1;
    }
}
