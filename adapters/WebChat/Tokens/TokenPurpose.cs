namespace PolicyBot.Adapters.WebChat.Tokens;

/// <summary>Each purpose has its own signing key, so that a token made for one is noise to the others.</summary>
internal enum TokenPurpose
{
    /// <summary>Bearer token of the Direct Line requests.</summary>
    Connect,

    /// <summary>Opens one socket, once. It stands in a URL, where logs and proxies see it, hence its short life.</summary>
    Stream,

    /// <summary>Opens the files of a conversation; it stands in a URL too, because an img element sends no header.</summary>
    Upload,

    /// <summary>Opens a person's printed papers; it stands in a URL, because a link sends no header.</summary>
    Paper,
}
