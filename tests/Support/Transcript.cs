using System.Text;
using Microsoft.Bot.Schema;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Plays a conversation that is written down: "人: …" is sent, "照片: id" is uploaded, each "机器人: …" must stand in the replies
/// in this order, "不说: …" in none of them, "按钮: …｜…" must be offered.
/// </summary>
internal sealed class Transcript(Conversation conversation)
{
    private readonly StringBuilder played = new();

    /// <summary>Everything that was said, for people to read.</summary>
    public string Played => played.ToString();

    public async Task PlayAsync(string script)
    {
        IReadOnlyList<Activity> replies = [];
        var at = 0;
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (who, what) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            switch (who)
            {
                case "人":
                    replies = Note(line, await conversation.SayAsync(what));
                    at = 0;
                    break;
                case "照片":
                    replies = Note(line, await conversation.UploadAsync(what.Split(' ')));
                    at = 0;
                    break;
                case "机器人":
                    at = Find(replies, what, at);
                    break;
                case "不说":
                    Assert.DoesNotContain(replies, reply => Plain(reply).Contains(what, StringComparison.Ordinal));
                    break;
                case "按钮":
                    var offered = replies.SelectMany(reply => reply.SuggestedActions?.Actions ?? []).Select(action => action.Title).ToList();
                    Assert.All(what.Split('｜'), button => Assert.Contains(button, offered));
                    break;
                default:
                    throw new ArgumentException($"A transcript has no '{who}'.", nameof(script));
            }
        }
    }

    /// <summary>Runs of one message may hold several expected lines, so the same reply is looked at again.</summary>
    private int Find(IReadOnlyList<Activity> replies, string what, int from)
    {
        for (var i = from; i < replies.Count; i++)
        {
            if (Plain(replies[i]).Contains(what, StringComparison.Ordinal))
            {
                return i;
            }
        }

        Assert.Fail($"The bot was expected to say '{what}'. It said:\n{Played}");
        return from;
    }

    private IReadOnlyList<Activity> Note(string line, IReadOnlyList<Activity> replies)
    {
        played.AppendLine().AppendLine(line);
        foreach (var reply in replies)
        {
            played.Append("机器人: ").AppendLine(Plain(reply));
            if (reply.SuggestedActions is { Actions: { Count: > 0 } actions })
            {
                played.Append("  按钮: ").AppendLine(string.Join("｜", actions.Select(action => action.Title)));
            }
        }

        return replies;
    }

    private static string Plain(Activity reply) => (reply.Text ?? string.Empty)
        .Replace("  \n", "\n", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal);
}
