using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyBot.Adapters.Filings;

namespace PolicyBot.Adapters.FilingService;

/// <summary>Problem answers of the service (RFC 9457).</summary>
internal static class Problems
{
    public static JsonHttpResult<FilingApiProblem> Unauthorized { get; } =
        Of(StatusCodes.Status401Unauthorized, "unauthorized", "接口密钥不对", "没有权限使用备案接口。");

    public static JsonHttpResult<FilingApiProblem> NotFound { get; } =
        Of(StatusCodes.Status404NotFound, "not-found", "没有查到备案", "没有查到这个编号的备案，请核对编号和身份证号码后四位。");

    public static JsonHttpResult<FilingApiProblem> Malformed(string? field, string text) =>
        Of(StatusCodes.Status400BadRequest, "malformed", "提交的格式不对", text, field);

    public static JsonHttpResult<FilingApiProblem> NotJson { get; } =
        Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "提交的格式不对", "请提交 JSON 格式的内容。");

    public static JsonHttpResult<FilingApiProblem> TooLarge { get; } =
        Of(StatusCodes.Status413PayloadTooLarge, "too-large", "内容太大", "提交的内容太大。");

    /// <summary>Why a request was not done.</summary>
    public static JsonHttpResult<FilingApiProblem> Of(IntakeResult result) => result.Status switch
    {
        IntakeStatus.OtherContents => Of(StatusCodes.Status409Conflict, "key-reused", "提交编号已用过", result.Problems),
        IntakeStatus.NoSuchFiling => NotFound,
        _ => Of(StatusCodes.Status422UnprocessableEntity, "unfit", "不符合要求", result.Problems),
    };

    public static JsonHttpResult<FilingApiProblem> Of(int status, string type, string title, string text, string? field = null) =>
        Of(status, type, title, [new FilingProblem(field, text, null)]);

    public static JsonHttpResult<FilingApiProblem> Of(int status, string type, string title, IReadOnlyList<FilingProblem> errors) =>
        TypedResults.Json(
            new FilingApiProblem { Type = $"urn:policybot:filing:{type}", Title = title, Status = status, Errors = errors },
            FilingJson.Options, FilingApiProblem.MediaType, status);
}
