namespace Refit;

/// <summary>The parameter is the body. Strings, streams and content are sent as they are, all else as JSON.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class BodyAttribute : Attribute
{
    public BodyAttribute()
    {
    }

    /// <param name="buffered">True to know the length before sending.</param>
    public BodyAttribute(bool buffered)
    {
        Buffered = buffered;
    }

    public BodyAttribute(BodySerializationMethod serializationMethod, bool buffered)
        : this(buffered)
    {
        SerializationMethod = serializationMethod;
    }

    public BodyAttribute(BodySerializationMethod serializationMethod = BodySerializationMethod.Default)
    {
        SerializationMethod = serializationMethod;
    }

    public bool? Buffered { get; }

    public BodySerializationMethod SerializationMethod { get; }
}

/// <summary>Serialized sends a string as JSON too.</summary>
public enum BodySerializationMethod
{
    Default = 0,
    Serialized = 3,
}
