using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PolicyBot.Adapters.Storage;

namespace PolicyBot.Adapters.Privacy;

/// <summary>The key ring in the database that it is for: one copy of the file is whole, and several hosts share the keys.</summary>
internal sealed class KeyTable(Database database) : IXmlRepository
{
    // Seconds. A new key can wait for the next try; whoever wants to seal something should not.
    private const int Patience = 2;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Open();
        return [.. connection.Query<string>("SELECT xml FROM protection_keys ORDER BY name").Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO protection_keys (name, xml) VALUES (@friendlyName, @xml)",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) },
            commandTimeout: Patience);
    }
}
