using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Judge.Cluster;

/// <summary>
/// Proof of who calls: the caller's certificate and a signature by its key. A message may name any sender, and the silo that answers it
/// does not know the connection it came by, so each call shows a pass. It travels inside mutual TLS only, and only towards arenas.
/// </summary>
internal static class CallPass
{
    /// <summary>In the request's context.</summary>
    public const string Key = "contest-pass";

    private const int MostLength = 4096;

    public static string Make(X509Certificate2 own)
    {
        using var key = own.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The certificate has no key of its own (EC).");
        return $"{Convert.ToBase64String(own.RawData)}.{Convert.ToBase64String(key.SignData(Purpose, HashAlgorithmName.SHA256))}";
    }

    /// <summary>Whom the pass names; null: it is not one of this site.</summary>
    public static SiteMember? Read(string pass, SiteCertificate site)
    {
        if (pass.Length > MostLength || pass.Split('.') is not [var certificate, var signature])
        {
            return null;
        }

        try
        {
            using var shown = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
            using var key = shown.GetECDsaPublicKey();
            return key?.VerifyData(Purpose, Convert.FromBase64String(signature), HashAlgorithmName.SHA256) == true
                ? site.Judge(shown).Member
                : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Nothing else is ever signed with these words.</summary>
    private static ReadOnlySpan<byte> Purpose => "contest call pass 1"u8;
}
