namespace PolicyBot.Adapters.Filings;

/// <summary>Somebody as the form asks for them. Personal data: printed masked.</summary>
public sealed record Person(string Name, string IdNumber, string Phone)
{
    public override string ToString() => $"{PersonName.Mask(Name)} {Filings.IdNumber.Mask(IdNumber)} {PhoneNumber.Mask(Phone)}";
}
