using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Refit;

/// <summary>Writes values for path and query, before they are escaped.</summary>
public interface IUrlParameterFormatter
{
    string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type);
}

/// <summary>Invariant; honours the format of a <see cref="QueryAttribute" /> and the names that enum members are given.</summary>
public class DefaultUrlParameterFormatter : IUrlParameterFormatter
{
    public virtual string? Format(object? parameterValue, ICustomAttributeProvider attributeProvider, Type type)
    {
        ArgumentNullException.ThrowIfNull(attributeProvider);
        if (parameterValue is null)
        {
            return null;
        }

        var format = attributeProvider.GetCustomAttributes(typeof(QueryAttribute), inherit: true).Cast<QueryAttribute>().FirstOrDefault()?.Format;
        var written = parameterValue is Enum member ? NameOf(member) ?? parameterValue : parameterValue;
        return written is IFormattable formattable
            ? formattable.ToString(string.IsNullOrWhiteSpace(format) ? null : format, CultureInfo.InvariantCulture)
            : written.ToString();
    }

    private static string? NameOf(Enum member) =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<EnumMemberAttribute>()?.Value;
}
