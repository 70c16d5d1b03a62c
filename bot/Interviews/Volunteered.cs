namespace PolicyBot.Bot.Interviews;

/// <summary>An answer that was given without being asked for, and the step that it leads to.</summary>
internal sealed record Volunteered(InterviewQuestion Question, IStep Step);
