using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PolicyBot.Adapters.Filings;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.FilingService;

/// <summary><c>/attachments</c>: hand in a file. It is streamed to its place; form binding would leave a copy in the temporary folder.</summary>
internal static class AttachmentRoutes
{
    public static void MapAttachments(this IEndpointRouteBuilder routes) => routes.MapPost("/attachments", AttachAsync);

    private static async Task<Results<JsonHttpResult<FilingAttachment>, JsonHttpResult<FilingApiProblem>>> AttachAsync(
        HttpRequest request, AttachmentStore store, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            return Problems.Malformed("file", "请用 multipart/form-data 提交文件。");
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition() && disposition.Name == "file")
                {
                    var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                    var (attachment, refusal) = await store.SaveAsync(section.Body, name.ToString(), cancellationToken);
                    return attachment is null ? Refused(refusal!.Value) : TypedResults.Json(attachment, FilingJson.Options, statusCode: StatusCodes.Status201Created);
                }
            }
        }
        catch (Exception malformed) when (malformed is InvalidDataException || (malformed is IOException and not BadHttpRequestException))
        {
            return Problems.Malformed("file", "文件没有传完整，请重新上传。");
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(UploadRefusal.TooLarge);
        }

        return Problems.Malformed("file", "没有收到文件。");
    }

    private static JsonHttpResult<FilingApiProblem> Refused(UploadRefusal refusal) => refusal switch
    {
        UploadRefusal.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "文件太大", "文件太大，请压缩后再上传。", "file"),
        UploadRefusal.Empty => Problems.Of(StatusCodes.Status422UnprocessableEntity, "unfit", "文件不符合要求", "文件是空的，请重新选择。", "file"),
        UploadRefusal.TypeNotAllowed => Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "文件不符合要求", "只能上传照片（jpg、png、webp、heic）或 pdf 文件。", "file"),
        _ => Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "文件不符合要求", "文件内容不是照片或 pdf，请重新选择。", "file"),
    };
}
