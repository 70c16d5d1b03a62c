namespace PolicyBot.Knowledge.Answers;

/// <summary>Answers a question about policy from the guides, each sentence cited, or says that they are silent.</summary>
public interface IAnswerer
{
    AnswerResult Answer(Question question);
}
