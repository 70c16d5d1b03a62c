namespace PolicyBot.Knowledge.Answers;

/// <summary>Answers questions about policy from the guides in force, or says that they do not tell.</summary>
public interface IAnswerer
{
    AnswerResult Answer(Question question);

    /// <summary>
    /// What a question is about, in the words of the field, of the guides and of the map alone, to be given as
    /// <see cref="Question.Previous"/> with the next one. Nothing in it tells who asked, so it may be kept.
    /// </summary>
    /// <param name="question">Its context is not part of the gist; what it was asked after is.</param>
    string Gist(Question question);

    /// <summary>Whether a text says too little by itself and is understood with the question before it.</summary>
    /// <param name="previous">That question or its gist.</param>
    /// <param name="text">As typed.</param>
    bool IsFollowUp(string previous, string text);
}
