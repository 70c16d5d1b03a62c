namespace PolicyBot.Knowledge.Search;

/// <summary>terms.yaml as it is written.</summary>
internal sealed class TermsFile
{
    public List<List<string>> Stop { get; set; } = [];

    public string Matter { get; set; } = "";

    public List<string> Definition { get; set; } = [];

    public List<List<string>> Elsewhere { get; set; } = [];

    public List<ConceptEntry> Concepts { get; set; } = [];
}

/// <summary>One concept of terms.yaml.</summary>
internal sealed class ConceptEntry
{
    public string Id { get; set; } = "";

    public bool Anchor { get; set; }

    public bool Topic { get; set; }

    public bool Facet { get; set; }

    public bool Ruled { get; set; }

    public bool Exempts { get; set; }

    public bool Coined { get; set; }

    public bool Fields { get; set; }

    public bool Far { get; set; }

    public bool Weak { get; set; }

    public bool Each { get; set; }

    public bool Near { get; set; }

    public bool Strict { get; set; }

    public bool Manner { get; set; }

    public bool Special { get; set; }

    public bool Case { get; set; }

    public string? Fact { get; set; }

    public (string, string)? FactAndValue => Fact?.Split('=') is [var fact, var value] ? (fact, value) : null;

    public List<string> Words { get; set; } = [];

    public List<string> Asked { get; set; } = [];

    public List<string> Told { get; set; } = [];

    public List<string> Alone { get; set; } = [];
}
