namespace Refit;

/// <summary>The parameter goes into the query; so do all that are nothing else.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public class QueryAttribute : Attribute
{
    private CollectionFormat? _collectionFormat;

    public QueryAttribute()
    {
    }

    public QueryAttribute(string delimiter)
    {
        Delimiter = delimiter;
    }

    public QueryAttribute(string delimiter, string prefix)
        : this(delimiter)
    {
        Prefix = prefix;
    }

    public QueryAttribute(string delimiter, string prefix, string format)
        : this(delimiter, prefix)
    {
        Format = format;
    }

    public QueryAttribute(CollectionFormat collectionFormat)
    {
        CollectionFormat = collectionFormat;
    }

    /// <summary>Between the name of a parameter and the names of its properties.</summary>
    public string Delimiter { get; protected set; } = ".";

    public string? Prefix { get; protected set; }

    public string? Format { get; set; }

    public CollectionFormat CollectionFormat
    {
        get => _collectionFormat.GetValueOrDefault();
        set => _collectionFormat = value;
    }

    public bool IsCollectionFormatSpecified => _collectionFormat.HasValue;
}

/// <summary>How several values go into the query: joined by a separator, or, with Multi, the name repeated.</summary>
public enum CollectionFormat
{
    RefitParameterFormatter,
    Csv,
    Ssv,
    Tsv,
    Pipes,
    Multi,
}
