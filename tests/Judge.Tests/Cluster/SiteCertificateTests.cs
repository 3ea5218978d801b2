using Judge.Cluster;
using Judge.Queue;
using Microsoft.Extensions.Time.Testing;

namespace Judge.Tests.Cluster;

public sealed class SiteCertificateTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_certificate_of_the_site_says_who_it_is()
    {
        var (member, _) = _site.Certificate("arena-1", SiteRole.Arena).Judge(_site.Certificate("node-a", SiteRole.Node).Own);
        Assert.Equal(("node-a", SiteRole.Node), (member!.Name, member.Role));
    }

    [Fact]
    public void One_that_the_site_did_not_sign_names_nobody()
    {
        using var other = new TestSite();
        Assert.Null(_site.Certificate("arena-1", SiteRole.Arena).Judge(other.Certificate("node-a", SiteRole.Node).Own).Member);
    }

    [Fact]
    public void A_node_cannot_sign_for_others()
    {
        var node = _site.Certificate("node-a", SiteRole.Node).Own;
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "OU=Arena, CN=arena-9",
            System.Security.Cryptography.ECDsa.Create(),
            System.Security.Cryptography.HashAlgorithmName.SHA256
        );
        var generator = System.Security.Cryptography.X509Certificates.X509SignatureGenerator.CreateForECDsa(
            System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(node)!
        );
        using var forged = request.Create(node.SubjectName, generator, node.NotBefore, node.NotAfter, [1, 2, 3]);
        Assert.Null(_site.Certificate("arena-1", SiteRole.Arena).Judge(forged).Member);
    }

    [Fact]
    public void One_that_has_run_out_names_nobody_any_more()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var arena = _site.Certificate("arena-1", SiteRole.Arena, clock);
        var (member, _) = arena.Judge(arena.Own);
        Assert.True(arena.Holds(member!));
        clock.Advance(TimeSpan.FromDays(1000));
        Assert.False(arena.Holds(member!));
        Assert.Null(arena.Judge(arena.Own).Member);
    }

    [Fact]
    public void One_on_the_list_of_refused_ones_is_refused_within_seconds()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var arena = _site.Certificate("arena-1", SiteRole.Arena, clock);
        var node = _site.Certificate("node-a", SiteRole.Node).Own;
        var (member, _) = arena.Judge(node);
        _site.Refuse(node.SerialNumber);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(arena.Holds(member!));
        Assert.Null(arena.Judge(node).Member);
        Assert.True(arena.Holds(arena.Member));
    }

    [Fact]
    public void A_pass_proves_whose_it_is_and_cannot_be_made_from_the_certificate_alone()
    {
        var arena = _site.Certificate("arena-1", SiteRole.Arena);
        var node = _site.Certificate("node-a", SiteRole.Node);
        Assert.Equal("node-a", CallPass.Read(node.Pass, arena)!.Name);
        var forged = $"{arena.Pass.Split('.')[0]}.{node.Pass.Split('.')[1]}";
        Assert.Null(CallPass.Read(forged, arena));
        Assert.Null(CallPass.Read("", arena));
        Assert.Null(CallPass.Read("a.b", arena));
        Assert.Null(CallPass.Read(new string('A', 100_000) + ".AAAA", arena));
        using var other = new TestSite();
        Assert.Null(CallPass.Read(other.Certificate("node-a", SiteRole.Node).Pass, arena));
    }

    [Fact]
    public void A_wrong_file_is_refused_with_a_sentence_that_names_it()
    {
        var node = _site.File("node-a", SiteRole.Node);
        Assert.Contains(node, Flaw(node), StringComparison.Ordinal);
        Assert.Contains("nowhere.pem", Flaw("/nowhere.pem"), StringComparison.Ordinal);

        string Flaw(string file) =>
            Assert
                .Throws<InvalidOperationException>(() =>
                    SiteCertificate.Load(file, _site.AuthorityFile, SiteRole.Arena, TimeProvider.System)
                )
                .Message;
    }

    [Fact]
    public void Keys_are_for_their_owner_and_never_written_over()
    {
        var file = _site.File("node-a", SiteRole.Node);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Throws<IOException>(() => OwnersFile.Write(file, ""));
        Assert.StartsWith("-----BEGIN CERTIFICATE", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node-a", true)]
    [InlineData("Phong.May_2", true)]
    [InlineData("", false)]
    [InlineData("../arena", false)]
    [InlineData("-x", false)]
    [InlineData("a b", false)]
    [InlineData("máy", false)]
    public void A_name_is_letters_of_one_kind(string name, bool good) => Assert.Equal(good, SiteMember.IsName(name));

    [Fact]
    public void Whoever_shows_nothing_may_call_nothing_and_an_arena_everything()
    {
        Assert.NotNull(CallRule.Refusal(null, typeof(IJudgeDesk), null));
        Assert.Null(CallRule.Refusal(new Caller(SiteRole.Arena, "arena-1"), typeof(IDispatcher), null));
        Assert.NotNull(CallRule.Refusal(new Caller(SiteRole.Node, "node-a"), typeof(IDispatcher), null));
        Assert.NotNull(CallRule.Refusal(new Caller(SiteRole.Node, null), typeof(IDispatcher), null));
        Assert.Null(CallRule.Refusal(new Caller(SiteRole.Node, null), typeof(IJudgeDesk), new News("any", [], [])));
        Assert.NotNull(CallRule.Refusal(new Caller(SiteRole.Node, "node-a"), typeof(IJudgeDesk), "node-a"));
    }
}
