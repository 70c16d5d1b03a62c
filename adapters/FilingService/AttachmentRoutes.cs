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

    private static JsonHttpResult<FilingApiProblem> Unfit(string text) =>
        Problems.Of(StatusCodes.Status422UnprocessableEntity, "unfit", "文件不符合要求", text, "file");

    private static JsonHttpResult<FilingApiProblem> Refused(UploadRefusal refusal) => refusal switch
    {
        UploadRefusal.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "文件太大", "文件太大，请压缩后再上传。", "file"),
        UploadRefusal.Empty => Problems.Of(StatusCodes.Status422UnprocessableEntity, "unfit", "文件不符合要求", "文件是空的，请重新选择。", "file"),
        UploadRefusal.TypeNotAllowed => Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "文件不符合要求", "只能上传照片（jpg、png、webp）或 pdf 文件。", "file"),
        UploadRefusal.Heic => Unfit("这是 HEIC 格式的照片，里面的拍摄地点去不掉，不能收。请换成 jpg 照片再上传。"),
        UploadRefusal.TooManyPixels => Unfit("照片的尺寸太大，请重新拍一张再上传。"),
        UploadRefusal.ActiveContent => Unfit("这个 pdf 带有程序或者加了密，不能收。请拍成照片，或者另存为普通的 pdf 再上传。"),
        UploadRefusal.Infected => Unfit("文件里查出了病毒，不能收。请换一个文件。"),
        UploadRefusal.NotScanned => Problems.Of(StatusCodes.Status503ServiceUnavailable, "not-scanned", "文件暂时不能收", "查毒程序暂时没有回应，请过一会儿再上传。", "file"),
        _ => Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "文件不符合要求", "文件内容不是照片或 pdf，请重新选择。", "file"),
    };
}
