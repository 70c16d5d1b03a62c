using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PolicyBot.Adapters.WebChat.Routes;

/// <summary>Direct Line's errors: <c>{error: {code, message}}</c>. Clients go by the status, our page by the code.</summary>
internal static class Refusal
{
    public static JsonHttpResult<Body> NoToken => Of(StatusCodes.Status401Unauthorized, "TokenMissing", "A token of this server is needed.");

    /// <summary>403, because on any other status the official client gives up instead of asking for a new token.</summary>
    public static JsonHttpResult<Body> Expired => Of(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static JsonHttpResult<Body> NotYours => Of(StatusCodes.Status403Forbidden, "NotYourConversation", "The token is for another conversation.");

    public static JsonHttpResult<Body> OriginNotAllowed => Of(StatusCodes.Status403Forbidden, "OriginNotAllowed", "Pages of this origin may not use this server.");

    public static JsonHttpResult<Body> Closed => Of(StatusCodes.Status403Forbidden, "RouteClosed", "No secret is configured, or it is not this one.");

    public static JsonHttpResult<Body> StreamTokenUsed => Of(StatusCodes.Status403Forbidden, "TokenUsed", "The stream token was used before; ask for the conversation again.");

    public static JsonHttpResult<Body> NoConversation => Of(StatusCodes.Status404NotFound, "ConversationNotFound", "The conversation does not exist or has ended.");

    public static JsonHttpResult<Body> NotFound => Of(StatusCodes.Status404NotFound, "NotFound", "There is nothing here.");

    public static JsonHttpResult<Body> TextTooLong => Of(StatusCodes.Status413PayloadTooLarge, "TextTooLong", "The text is too long.");

    public static JsonHttpResult<Body> UploadTooLarge => Of(StatusCodes.Status413PayloadTooLarge, "UploadTooLarge", "The files are too large together.");

    public static JsonHttpResult<Body> TooMany => Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many requests; wait a moment.");

    public static JsonHttpResult<Body> BotFailed => Of(StatusCodes.Status502BadGateway, "BotError", "The bot failed.");

    public static JsonHttpResult<Body> BotTooSlow => Of(StatusCodes.Status502BadGateway, "BotTimeout", "The bot did not answer in time.");

    public static JsonHttpResult<Body> Full => Of(StatusCodes.Status503ServiceUnavailable, "TooManySockets", "Too many people are connected.");

    public static JsonHttpResult<Body> Bad(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);

    private static JsonHttpResult<Body> Of(int status, string code, string message) => TypedResults.Json(new Body(new(code, message)), statusCode: status);

    internal sealed record Body([property: JsonPropertyName("error")] Detail Error);

    internal sealed record Detail([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("message")] string Message);
}
