#nullable disable

using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>What the bot is expected to say. A wrong reply is an <see cref="InvalidOperationException" />.</summary>
public partial class TestFlow
{
    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(expected, equalityComparer: null, description, timeout);

    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity> equalityComparer, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                Expect(expected.Type == reply.Type, description, expected.Type, reply.Type);
                var same = equalityComparer?.Equals(expected, reply) ?? TextOf(expected)?.Trim() == TextOf(reply)?.Trim();
                Expect(same, description, TextOf(expected), TextOf(reply));
            },
            description,
            timeout);

    /// <summary>Waits for the next reply, at most so many milliseconds, and looks at it.</summary>
    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () =>
        {
            using var limit = new CancellationTokenSource(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(timeout));
            validateActivity(await _adapter.GetNextReplyAsync(limit.Token));
        });

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(reply => Expect(TextOf(reply)?.Contains(expected, StringComparison.Ordinal) == true, description, expected, TextOf(reply)), description, timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(reply => Expect(candidates.Contains(TextOf(reply), StringComparer.Ordinal), description, string.Join(" | ", candidates), TextOf(reply)), description, timeout);
    }

    /// <summary>Waits for as long as the time-out says, and expects silence.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
            try
            {
                var reply = await _adapter.GetNextReplyAsync(limit.Token);
                Expect(false, description, "no reply", TextOf(reply) ?? reply.Type);
            }
            catch (OperationCanceledException)
            {
                // Silence, as expected.
            }
        });

    private static string TextOf(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static void Expect(bool satisfied, string description, string expected, string received)
    {
        if (!satisfied)
        {
            throw new InvalidOperationException($"{description}:\nExpected: {expected}\nReceived: {received ?? "not a message"}");
        }
    }
}
