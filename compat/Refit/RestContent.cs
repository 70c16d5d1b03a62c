using System.Reflection;

namespace Refit;

/// <summary>Makes the body of a request.</summary>
internal static class RestContent
{
    private static readonly MethodInfo Serialize = typeof(IHttpContentSerializer).GetMethod(nameof(IHttpContentSerializer.ToHttpContent))!;

    public static HttpContent? Of(RestCall call)
    {
        if (call.Method.Boundary is { } boundary)
        {
            return Form(call, boundary);
        }

        return call.Arguments.FirstOrDefault(argument => argument.Parameter.Place == RestPlace.Body) is ({ } parameter, { } body)
            ? Body(call, parameter, body)
            : null;
    }

    public static bool IsBuffered(RestCall call) =>
        call.Method.Parameters.FirstOrDefault(parameter => parameter.Place == RestPlace.Body) is { } body && (body.Body!.Buffered ?? call.Settings.Buffered);

    private static HttpContent Body(RestCall call, RestParameter parameter, object body) => body switch
    {
        HttpContent content => content,
        Stream stream => new StreamContent(stream),
        string text when parameter.Body!.SerializationMethod == BodySerializationMethod.Default => new StringContent(text),
        _ => Json(call, parameter.Info.ParameterType, body),
    };

    private static MultipartFormDataContent Form(RestCall call, string boundary)
    {
        var form = new MultipartFormDataContent(boundary);
        foreach (var (parameter, value) in call.Arguments.Where(argument => argument is { Parameter.Place: RestPlace.Part, Value: not null }))
        {
            foreach (var item in value as IEnumerable<object> ?? [value!])
            {
                Add(form, call, parameter.Name, item);
            }
        }

        return form;
    }

    private static void Add(MultipartFormDataContent form, RestCall call, string name, object item)
    {
        switch (item)
        {
            case HttpContent content:
                form.Add(content);
                break;
            case MultipartItem file:
                form.Add(file.ToContent(), file.Name ?? name, file.FileName is "" ? name : file.FileName);
                break;
            case Stream stream:
                form.Add(new StreamContent(stream), name, name);
                break;
            case byte[] bytes:
                form.Add(new ByteArrayContent(bytes), name, name);
                break;
            case FileInfo file:
                form.Add(new StreamContent(file.OpenRead()), name, file.Name);
                break;
            case string text:
                form.Add(new StringContent(text), name);
                break;
            default:
                form.Add(Json(call, typeof(object), item), name);
                break;
        }
    }

    private static HttpContent Json(RestCall call, Type type, object item) =>
        (HttpContent)Serialize.MakeGenericMethod(type).Invoke(call.Settings.ContentSerializer, [item])!;
}
