namespace PolicyBot.Knowledge.Answers;

/// <summary>Cuts a message into its questions: each runs up to a question mark, so that a story stays with what it asks.</summary>
internal static class QuestionMarks
{
    public static IEnumerable<(int Start, int Length)> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '?' or '？')
            {
                yield return (start, i + 1 - start);
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return (start, text.Length - start);
        }
    }
}
