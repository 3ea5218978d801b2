using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Judge.Cluster;

/// <summary>
/// A site's own certificate authority: a folder with <c>authority.pem</c>, which everybody gets, and <c>authority.key</c>, which is needed
/// only to sign and stays where the organiser put it.
/// </summary>
internal sealed class SiteAuthority : IDisposable
{
    public const string CertificateFile = "authority.pem";
    public const string KeyFile = "authority.key";
    private const string ServerUse = "1.3.6.1.5.5.7.3.1"; // RFC 5280, 4.2.1.12
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>Two school years and the summer before: nobody renews in the middle of a contest.</summary>
    private static readonly TimeSpan MemberLife = TimeSpan.FromDays(800);
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(3650);

    /// <summary>Clocks of a site differ; a new certificate is good at once for those that are behind.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromHours(12);

    private readonly X509Certificate2 _authority;

    private SiteAuthority(X509Certificate2 authority) => _authority = authority;

    /// <summary>The public part, as PEM.</summary>
    public string Pem => _authority.ExportCertificatePem();

    /// <summary>The authority of a folder; made there when the folder has none.</summary>
    /// <exception cref="InvalidOperationException">The folder has one half of an authority, or one that cannot be read.</exception>
    public static SiteAuthority OpenOrMake(string folder, DateTimeOffset now)
    {
        var (certificate, key) = (Path.Combine(folder, CertificateFile), Path.Combine(folder, KeyFile));
        if (File.Exists(certificate) || File.Exists(key))
        {
            return Open(folder);
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var made = Make(now);
        OwnersFile.Write(key, made._authority.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n");
        OwnersFile.Write(certificate, made.Pem + "\n");
        return made;
    }

    /// <exception cref="InvalidOperationException">The folder has no authority, or one that cannot be read.</exception>
    public static SiteAuthority Open(string folder)
    {
        var (certificate, key) = (Path.Combine(folder, CertificateFile), Path.Combine(folder, KeyFile));
        try
        {
            return new SiteAuthority(X509Certificate2.CreateFromPemFile(certificate, key));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"The site's authority needs both {certificate} and {key}: {e.Message} "
                    + "Put back what is missing, or make new certificates for all in another folder.",
                e
            );
        }
    }

    public static SiteAuthority Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Contest site authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new SiteAuthority(request.CreateSelfSigned(now - Leeway, now + AuthorityLife));
    }

    /// <summary>A certificate with its key, as PEM.</summary>
    public string Issue(string name, SiteRole role, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = Sign(new PublicKey(key), name, role, now, MemberLife);
        return $"{certificate}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>A certificate for somebody else's key, as PEM.</summary>
    public string Sign(PublicKey key, string name, SiteRole role, DateTimeOffset now) => Sign(key, name, role, now, MemberLife);

    internal string Sign(PublicKey key, string name, SiteRole role, DateTimeOffset now, TimeSpan life)
    {
        if (!SiteMember.IsName(name) || role == SiteRole.None)
        {
            throw new ArgumentException("No name of a member.", nameof(name));
        }

        var subject = new X500DistinguishedNameBuilder();
        subject.AddOrganizationalUnitName(role.ToString());
        subject.AddCommonName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(Uses(role), critical: true));
        var (begin, end) = (now - Leeway, now + life);
        using var signed = request.Create(
            _authority,
            begin > _authority.NotBefore ? begin : _authority.NotBefore,
            end < _authority.NotAfter ? end : _authority.NotAfter,
            RandomNumberGenerator.GetBytes(16)
        );
        return signed.ExportCertificatePem();
    }

    public void Dispose() => _authority.Dispose();

    /// <summary>A node is never a server, so it cannot stand in for an arena.</summary>
    private static OidCollection Uses(SiteRole role) =>
        role == SiteRole.Arena ? [new Oid(ServerUse), new Oid(ClientUse)] : [new Oid(ClientUse)];
}
