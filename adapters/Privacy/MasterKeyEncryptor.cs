using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Adapters.Privacy;

/// <summary>Wraps the key ring's keys by the master key.</summary>
internal sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("masterKey", Convert.ToBase64String(master.Wrap(plaintextElement.ToString(SaveOptions.DisableFormatting)))),
        typeof(MasterKeyDecryptor));
}

/// <summary>Named in the key ring; made by Data Protection, which gives it the services.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<MasterKey>().Unwrap(Convert.FromBase64String(encryptedElement.Value)));
}
