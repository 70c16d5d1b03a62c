namespace PolicyBot.Adapters.Privacy;

/// <summary>Section <c>Privacy</c>: the keys that seal personal data.</summary>
public sealed class PrivacyOptions
{
    /// <summary>The master key, at least 32 bytes in base64; when not set, the file's.</summary>
    public string? MasterKey { get; set; }

    /// <summary>Where the master key is kept when none is configured; relative to the content root. Made at the first start, for the bot's user alone.</summary>
    public string MasterKeyFile { get; set; } = "data/keys/master.key";

    /// <summary>A PKCS#12 file with a certificate and its private key: then it wraps new keys instead of the master key.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>After this a new key seals what is written; the older ones go on opening what they sealed. At least a week.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(90);
}
