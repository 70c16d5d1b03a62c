namespace PolicyBot.Bot.Interviews;

/// <summary>How far given answers lead.</summary>
/// <param name="Reached">The answers on the way, in the order in which they are asked.</param>
/// <param name="Step">Where the way ends; its question is the pending one.</param>
/// <param name="Kept">What is worth storing: the answers reached, and those that may still be asked for.</param>
internal sealed record Progress(IReadOnlyList<Answered> Reached, IStep Step, AnswerSheet Kept)
{
    public InterviewQuestion? Pending => Step.Question;

    public Answered? Find(string name) => Reached.FirstOrDefault(answered => answered.Question.Name == name);
}

internal sealed record Answered(InterviewQuestion Question, string Value)
{
    /// <summary>Without the answer, which may be personal.</summary>
    public override string ToString() => Question.Name;
}
