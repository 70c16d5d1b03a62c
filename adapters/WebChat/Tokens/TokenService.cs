using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Adapters.WebChat.Tokens;

/// <summary>
/// Makes and reads tokens. They are JSON Web Tokens (HS256) because the official clients read the claim <c>user</c> out
/// of them: only so does Web Chat accept a user id that begins with <c>dl_</c>.
/// </summary>
internal sealed class TokenService
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private readonly Dictionary<TokenPurpose, byte[]> keys;
    private readonly TimeProvider time;

    public TokenService(byte[] master, TimeProvider time)
    {
        this.time = time;
        keys = Enum.GetValues<TokenPurpose>().ToDictionary(purpose => purpose, purpose => TokenKey.For(master, purpose));
    }

    public string Issue(TokenPurpose purpose, Ticket ticket, TimeSpan lifetime)
    {
        var expires = time.GetUtcNow().Add(lifetime);
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        var origins = ticket.Origins.Count > 0 ? ticket.Origins : null;
        var claims = new Claims(ticket.Conversation, ticket.User, ticket.UserName, origins, ticket.Started, expires.ToUnixTimeMilliseconds() / 1000.0, nonce);
        var text = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{text}.{Sign(purpose, text)}";
    }

    public TokenReading Read(TokenPurpose purpose, string? token)
    {
        // Comparing the whole header closes the door on "alg": "none" and its kin.
        var dot = token?.LastIndexOf('.') ?? -1;
        if (dot <= Header.Length || !token!.StartsWith(Header + ".", StringComparison.Ordinal))
        {
            return new(TokenState.Invalid, null);
        }

        var expected = Encoding.ASCII.GetBytes(Sign(purpose, token[..dot]));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token[(dot + 1)..])))
        {
            return new(TokenState.Invalid, null);
        }

        var claims = JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(token.AsSpan()[(Header.Length + 1)..dot]))!;
        var expires = DateTimeOffset.FromUnixTimeMilliseconds((long)(claims.Expires * 1000));
        var ticket = new Ticket(claims.Conversation, claims.User)
        {
            UserName = claims.Name,
            Origins = claims.Origins ?? [],
            Started = claims.Started,
            ExpiresAt = expires,
            Nonce = claims.Nonce,
        };
        return new(time.GetUtcNow() < expires ? TokenState.Valid : TokenState.Expired, ticket);
    }

    private string Sign(TokenPurpose purpose, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(keys[purpose], Encoding.ASCII.GetBytes(text)));

    private sealed record Claims(
        [property: JsonPropertyName("conv")] string Conversation,
        [property: JsonPropertyName("user")] string User,
        [property: JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
        [property: JsonPropertyName("origins"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Origins,
        [property: JsonPropertyName("started")] bool Started,
        [property: JsonPropertyName("exp")] double Expires,
        [property: JsonPropertyName("jti")] string Nonce);
}
