using System.ComponentModel.DataAnnotations;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.WebChat;

/// <summary>Section <c>WebChat</c> of the configuration. Everything has a default that is safe.</summary>
public sealed class WebChatOptions : IValidatableObject
{
    public const string Section = "WebChat";

    /// <summary>What <c>POST tokens/generate</c> asks for. Without one that route is closed.</summary>
    public string? Secret { get; set; }

    /// <summary>Web sites, other than our own, whose pages may talk to us: <c>https://ybj.example.gov.cn</c>.</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Signing key, base64, at least 32 bytes: only needed when several servers share the load.</summary>
    public string? TokenKey { get; set; }

    /// <summary>Where the signing key is kept when none is configured; made on the first start.</summary>
    [Required]
    public string TokenKeyFile { get; set; } = "data/keys/webchat.key";

    /// <summary>Id and name of the bot in its messages.</summary>
    [Required]
    public string BotId { get; set; } = "policybot";

    [Required]
    public string BotName { get; set; } = "异地就医备案助手";

    /// <summary>Life of a connection token. The official client asks for a new one every 15 minutes.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after its end our own page may still exchange a token: a phone that slept in a pocket.</summary>
    public TimeSpan ResumeWithin { get; set; } = TimeSpan.FromHours(12);

    public TimeSpan StreamTokenLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Life of the links to a conversation's files.</summary>
    public TimeSpan UploadLinkLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Life of the links to a person's papers; whoever comes back to the conversation gets new ones.</summary>
    public TimeSpan PaperLinkLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After this the client is told 502; the turn goes on and its answer still reaches the conversation.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After this a turn is cancelled.</summary>
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Characters that one message may have.</summary>
    [Range(1, 1_000_000)]
    public int MaxTextLength { get; set; } = 20_000;

    /// <summary>Bytes of a whole upload with all its files. What one file may have, the upload store decides.</summary>
    [Range(1, 1L << 30)]
    public long MaxUploadBytes { get; set; } = 25 * 1024 * 1024;

    [Range(1, 100)]
    public int MaxUploadFiles { get; set; } = 10;

    [Range(1, int.MaxValue)]
    public int MessagesPerMinute { get; set; } = 60;

    /// <summary>New conversations a minute from one address. A hospital's or an office's visitors may share one.</summary>
    [Range(1, int.MaxValue)]
    public int TokensPerMinute { get; set; } = 60;

    [Range(1, int.MaxValue)]
    public int MaxSockets { get; set; } = 20_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secret is { Length: > 0 and < 16 })
        {
            yield return new("WebChat:Secret must have at least 16 characters.", [nameof(Secret)]);
        }

        if (TokenKey is { Length: > 0 } && !KeyFile.IsKey(TokenKey))
        {
            yield return new("WebChat:TokenKey must be at least 32 bytes in base64.", [nameof(TokenKey)]);
        }

        foreach (var origin in Origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                yield return new($"WebChat:Origins: {origin} is not an origin such as https://ybj.example.gov.cn", [nameof(Origins)]);
            }
        }

        foreach (var span in (TimeSpan[])[TokenLifetime, ResumeWithin, StreamTokenLifetime, UploadLinkLifetime, PaperLinkLifetime, AnswerWithin, TurnLimit])
        {
            if (span <= TimeSpan.Zero)
            {
                yield return new("WebChat: a time span must be longer than nothing.");
            }
        }
    }
}
