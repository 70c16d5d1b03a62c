namespace Refit;

/// <summary>The parameters that are not in path, query or headers are the parts of a form.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class MultipartAttribute(string boundaryText = "----MyGreatBoundary") : Attribute
{
    public string BoundaryText { get; private set; } = boundaryText;
}
