using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Judge.Cluster;

/// <summary>
/// This program's certificate, and its judgement of others': only what the site's own authority signed counts, while it lasts and unless
/// its serial number stands in <c>refused.txt</c> beside the authority's file (one a line).
/// </summary>
internal sealed class SiteCertificate
{
    public const string RefusedFile = "refused.txt";
    private const string CommonName = "2.5.4.3"; // RFC 4519
    private const string OrganizationalUnit = "2.5.4.11";
    private static readonly TimeSpan RefusedLookEvery = TimeSpan.FromSeconds(5);

    private readonly X509Certificate2 _authority;
    private readonly string _refusedPath;
    private readonly TimeProvider _time;
    private Refused _refused = new([], long.MinValue);

    private SiteCertificate(X509Certificate2 own, X509Certificate2 authority, string refusedPath, TimeProvider time)
    {
        (Own, _authority, _refusedPath, _time) = (own, authority, refusedPath, time);
        Pass = CallPass.Make(own);
    }

    public X509Certificate2 Own { get; }

    /// <summary>Shown with each call, since a call does not tell which connection it came by.</summary>
    public string Pass { get; }

    public SiteMember Member => ReadMember(Own)!;

    /// <exception cref="InvalidOperationException">A file cannot be used; the message says which and what cures it.</exception>
    public static SiteCertificate Load(string certificatePath, string authorityPath, SiteRole role, TimeProvider time)
    {
        var authority = Read(authorityPath, () => X509CertificateLoader.LoadCertificateFromFile(authorityPath));
        var own = Read(certificatePath, () => X509Certificate2.CreateFromPemFile(certificatePath));
        var refused = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(authorityPath))!, RefusedFile);
        var loaded = new SiteCertificate(own, authority, refused, time);
        var (member, why) = loaded.Judge(own);
        return member?.Role == role
            ? loaded
            : throw new InvalidOperationException(
                $"The certificate {certificatePath} cannot be used by {(role == SiteRole.Arena ? "an arena" : "a judge node")}: {why}. "
                    + "Take one that the site's authority made for it, with ./contest cluster certificates or ./contest cluster enrol."
            );
    }

    /// <summary>Whom a certificate names; null with the reason: it is not accepted.</summary>
    public (SiteMember? Member, string Why) Judge(X509Certificate2 certificate)
    {
        var now = _time.GetUtcNow();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // refused.txt stands in
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return !chain.Build(certificate) ? (null, Flaw(chain))
            : ReadMember(certificate) is not { } member ? (null, "it names nobody")
            : IsRefused(member) ? (null, "its serial number is in " + RefusedFile)
            : (member, "it was made for " + (member.Role == SiteRole.Arena ? "an arena" : "a judge node"));
    }

    /// <summary>Whether somebody whose certificate was accepted before is so still.</summary>
    public bool Holds(SiteMember member) => member.End > _time.GetUtcNow() && !IsRefused(member);

    private static string Flaw(X509Chain chain) =>
        chain.ChainStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid)
            ? "it has run out or is not valid yet (is the clock right?)"
            : "the site's authority did not sign it";

    private static SiteMember? ReadMember(X509Certificate2 certificate)
    {
        var parts = certificate
            .SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements)
            .ToLookup(part => part.GetSingleElementType().Value, part => part.GetSingleElementValue());
        return
            parts[CommonName].SingleOrDefault() is { } name
            && SiteMember.IsName(name)
            && parts[OrganizationalUnit].SingleOrDefault() is nameof(SiteRole.Arena) or nameof(SiteRole.Node)
            ? new SiteMember(
                name,
                Enum.Parse<SiteRole>(parts[OrganizationalUnit].Single()!),
                certificate.SerialNumber,
                new DateTimeOffset(certificate.NotAfter)
            )
            : null;
    }

    private bool IsRefused(SiteMember member)
    {
        var refused = _refused;
        if (refused.ReadAt == long.MinValue || _time.GetElapsedTime(refused.ReadAt) > RefusedLookEvery)
        {
            refused = _refused = new Refused(ReadRefused(), _time.GetTimestamp());
        }

        return refused.Serials.Contains(member.Serial);
    }

    /// <summary>A list that is there and cannot be read is no leave for those on it.</summary>
    private HashSet<string> ReadRefused() =>
        File.Exists(_refusedPath)
            ? File.ReadLines(_refusedPath)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0)
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];

    private static X509Certificate2 Read(string path, Func<X509Certificate2> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"The certificate {path} cannot be read: {e.Message} Make it with ./contest cluster certificates, or name the right file.",
                e
            );
        }
    }

    private sealed record Refused(HashSet<string> Serials, long ReadAt);
}
