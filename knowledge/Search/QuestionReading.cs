namespace PolicyBot.Knowledge.Search;

/// <summary>A question while it is read, and what was found so far.</summary>
internal sealed class QuestionReading(string text)
{
    public List<(int Length, (QuestionWord Kind, Concept? Concept) Value)> Words { get; } = [];

    public List<(int Length, (string After, Concept Concept) Value)> Gaps { get; } = [];

    public List<(int Length, (QuestionWord Kind, Concept? Concept) Value)> Nested { get; } = [];

    public List<Concept> Concepts { get; } = [];

    public List<Token> Rest { get; } = [];

    public List<Token> Doubtful { get; } = [];

    /// <summary>Where the stop words of one character stand since the last longer word.</summary>
    public List<int> Soft { get; } = [];

    public bool Definition { get; private set; }

    public bool Elsewhere { get; private set; }

    public Concept? Alone { get; private set; }

    public int RestStart { get; set; }

    public void Add(Concept concept)
    {
        if (!Concepts.Contains(concept))
        {
            Concepts.Add(concept);
        }
    }

    public void Take(QuestionWord kind, Concept? concept)
    {
        Definition |= kind == QuestionWord.Definition;
        Elsewhere |= kind == QuestionWord.Elsewhere;
        if (kind == QuestionWord.Alone)
        {
            Alone = concept;
        }
        else if (concept is not null)
        {
            Add(concept);
        }
    }

    public void EndRest(int end)
    {
        var first = Rest.Count;
        Tokenizer.Cut(text.AsSpan(RestStart, end - RestStart), RestStart, Rest);
        for (var i = Rest.Count - 1; i >= first && Soft.Count > 0; i--)
        {
            var token = Rest[i];
            if (Soft.Exists(soft => soft >= token.Start && soft < token.Start + token.Length))
            {
                Rest.RemoveAt(i);
                if (token.Kind == TokenKind.Bigram)
                {
                    Doubtful.Add(token);
                }
            }
        }

        Soft.Clear();
    }
}
