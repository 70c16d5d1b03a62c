using Microsoft.Bot.Schema;
using PolicyBot.Bot.Interviews;

namespace PolicyBot.Bot.Dialogs;

/// <summary>One turn: what was heard, how far the interview is, and what will be answered, sent together at the end.</summary>
internal sealed class Turn(InterviewState state, DateTimeOffset now, string owner, string conversation)
{
    private readonly List<IActivity> replies = [];

    public InterviewState State => state;

    public DateTimeOffset Now => now;

    /// <summary>The calendar day in China, which has one time zone, eight hours ahead, without summer time.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>The channel user, to whom filings belong.</summary>
    public string Owner => owner;

    /// <summary>The conversation, to which uploads belong.</summary>
    public string Conversation => conversation;

    /// <summary>How far the stored answers lead; replaced when answers change.</summary>
    public Progress Progress { get; set; } = null!;

    public Heard Heard { get; set; } = null!;

    public IReadOnlyList<IActivity> Replies => replies;

    public void Say(string text) => replies.Add(Reply.Text(text));

    public void Say(IEnumerable<string> texts) => replies.AddRange(texts.Select(Reply.Text));

    public void Offer(string text, IEnumerable<string> buttons) => replies.Add(Reply.Buttons(text, buttons));
}
