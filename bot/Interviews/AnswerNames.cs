namespace PolicyBot.Bot.Interviews;

/// <summary>Names of the answers that are no facts; facts carry the names of the public contract.</summary>
internal static class AnswerNames
{
    /// <summary>Whether the person wants to file here, with us.</summary>
    public const string Wish = "wish";

    public const string WishHere = "here";

    public const string WishSelf = "self";

    public const string Consent = "consent";

    /// <summary>Whether a commitment letter (承诺书) is given, after what follows from it was shown.</summary>
    public const string Commitment = "commitment";

    public const string CommitmentGiven = "given";

    public const string CommitmentDeclined = "declined";

    /// <summary>Instead of one of the alternatives of a document: the commitment letter.</summary>
    public const string ByCommitment = "commitment";

    public const string Review = "review";

    /// <summary>The file belongs to the answer that says which alternative it shows.</summary>
    public const string FileSuffix = ".file";

    private const string FieldPrefix = "form.";
    private const string DocumentPrefix = "document.";

    public static string Field(string name) => FieldPrefix + name;

    public static string Document(string requirement) => DocumentPrefix + requirement;

    public static string File(string requirement) => DocumentPrefix + requirement + FileSuffix;

    /// <summary>The document requirement that a file is for.</summary>
    public static string RequirementOf(string file) => file[DocumentPrefix.Length..^FileSuffix.Length];

    /// <summary>What was filled in on the form: names, numbers, addresses.</summary>
    public static bool IsPersonal(string name) => name.StartsWith(FieldPrefix, StringComparison.Ordinal);

    /// <summary>Facts are kept when a person starts on another situation's form; these are about the filing itself.</summary>
    public static bool IsFact(string name) =>
        name is not (Wish or Consent or Commitment)
        && !name.StartsWith(FieldPrefix, StringComparison.Ordinal)
        && !name.StartsWith(DocumentPrefix, StringComparison.Ordinal);
}
