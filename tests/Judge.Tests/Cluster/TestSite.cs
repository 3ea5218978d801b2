using Judge.Cluster;

namespace Judge.Tests.Cluster;

/// <summary>A site's authority in a folder of its own, and certificates of it in files.</summary>
internal sealed class TestSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-site-").FullName;
    private readonly SiteAuthority _authority;

    public TestSite() => _authority = SiteAuthority.OpenOrMake(_folder, Now - TimeSpan.FromDays(2500));

    public SiteAuthority Authority => _authority;

    public string AuthorityFile => Path.Combine(_folder, SiteAuthority.CertificateFile);

    /// <summary>What the arenas of the site share.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <param name="age">How long ago it was made.</param>
    public string File(string name, SiteRole role, TimeSpan age = default)
    {
        var path = Path.Combine(_folder, $"{name}-{Guid.NewGuid():N}.pem");
        OwnersFile.Write(path, _authority.Issue(name, role, Now - age));
        return path;
    }

    public SiteCertificate Certificate(string name, SiteRole role, TimeProvider? time = null) =>
        SiteCertificate.Load(File(name, role), AuthorityFile, role, time ?? TimeProvider.System);

    public void Refuse(string serial) => System.IO.File.WriteAllText(Path.Combine(_folder, SiteCertificate.RefusedFile), serial + "\n");

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
