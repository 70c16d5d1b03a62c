using PolicyBot.Adapters.WebChat;
using PolicyBot.Adapters.WebChat.Tokens;

namespace PolicyBot.Adapters.Papers;

/// <summary>Makes the bare paths of papers in a message into links that open, for one reader and a short time.</summary>
public sealed class PaperLinks
{
    private readonly TokenService tokens;
    private readonly WebChatOptions options;

    internal PaperLinks(TokenService tokens, WebChatOptions options) => (this.tokens, this.options) = (tokens, options);

    /// <param name="message">Text, or an activity as JSON: the paths need no escaping there.</param>
    /// <param name="origin">Scheme and host under which the reader reaches us.</param>
    public string Open(string message, string conversation, string user, string origin) =>
        PaperReference.WithLinks(message, conversation, origin, () => Token(conversation, user));

    /// <summary>Says nothing of the person: it stands in an address.</summary>
    private string Token(string conversation, string user) =>
        tokens.Issue(TokenPurpose.Paper, new Ticket(conversation, user), options.PaperLinkLifetime);
}
