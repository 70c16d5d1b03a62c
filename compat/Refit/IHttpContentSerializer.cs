using System.Reflection;

namespace Refit;

/// <summary>Turns bodies into content and back.</summary>
public interface IHttpContentSerializer
{
    HttpContent ToHttpContent<T>(T item);

    Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default);

    /// <returns>The name that the property has on the wire; null if it has none of its own.</returns>
    string? GetFieldNameForProperty(PropertyInfo propertyInfo);
}
