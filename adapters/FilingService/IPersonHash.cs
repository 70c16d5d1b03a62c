namespace PolicyBot.Adapters.FilingService;

/// <summary>Recognises a person again without keeping the ID number.</summary>
internal interface IPersonHash
{
    /// <summary>The same for the same ID number, however it is typed; keyed, so that it cannot be found by trying all numbers.</summary>
    string Of(string idNumber);
}
