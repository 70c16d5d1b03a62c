namespace PolicyBot.Adapters.Filings;

/// <summary>The agency's filing API cannot be reached, or does not answer as agreed.</summary>
public sealed class FilingUnavailableException : Exception
{
    public FilingUnavailableException()
    {
    }

    public FilingUnavailableException(string message)
        : base(message)
    {
    }

    public FilingUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
