using System.Net;
using Judge.Cluster;

namespace Judge.Tests.Cluster;

public sealed class EnrolmentTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("contest-enrol-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_token_is_exchanged_once_for_a_certificate_of_the_site()
    {
        using var server = Server("node-a", "node-b");
        var names = new List<string>();
        var serving = server.RunAsync(names.Add, Ct);
        var first = await RedeemAsync(server.Tokens[0].Token.ToString(), "a");
        Assert.Equal(("node-a", SiteRole.Node), (first.Member.Name, first.Member.Role));
        Assert.Equal("node-a", _site.Certificate("arena-1", SiteRole.Arena).Judge(first.Own).Member!.Name);
        Assert.Equal("node-a", NodeEnrolment.Find(Path.Combine(_folder, "a"), TimeProvider.System)!.Member.Name);

        Assert.Equal(EnrolmentFlaw.Used, await FlawAsync(server.Tokens[0].Token.ToString(), "replayed"));
        Assert.Equal(EnrolmentFlaw.HasOne, await FlawAsync(server.Tokens[1].Token.ToString(), "a"));

        await RedeemAsync(server.Tokens[1].Token.ToString(), "b");
        await serving;
        Assert.Equal(["node-a", "node-b"], names);
    }

    [Fact]
    public async Task A_token_whose_time_is_over_finds_nobody()
    {
        string token;
        using (var server = Server("node-a"))
        {
            token = server.Tokens[0].Token.ToString();
        }

        Assert.Equal(EnrolmentFlaw.NobodyThere, await FlawAsync(token, "late"));
    }

    [Fact]
    public async Task A_node_tells_its_secret_to_nobody_who_stands_in()
    {
        using var server = Server("node-a");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var serving = server.RunAsync(_ => { }, end.Token);
        var token = server.Tokens[0].Token;
        var pinned = token with { Server = new string('0', 64) };
        Assert.Equal(EnrolmentFlaw.OtherServer, await FlawAsync(pinned.ToString(), "fooled"));
        Assert.Equal(EnrolmentFlaw.Used, await FlawAsync((token with { Secret = new string('0', 32) }).ToString(), "guessed"));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.1:30443")]
    [InlineData("10.0.0.1/abc/def")]
    public async Task What_is_no_token_is_refused(string token) => Assert.Equal(EnrolmentFlaw.NoToken, await FlawAsync(token, "none"));

    private EnrolmentServer Server(params string[] nodes) =>
        new(_site.Authority, new IPEndPoint(IPAddress.Loopback, 0), nodes, TimeProvider.System);

    private Task<SiteCertificate> RedeemAsync(string token, string node) =>
        NodeEnrolment.RedeemAsync(token, Path.Combine(_folder, node), TimeProvider.System, Ct);

    private async Task<EnrolmentFlaw> FlawAsync(string token, string node) =>
        (await Assert.ThrowsAsync<EnrolmentException>(() => RedeemAsync(token, node))).Flaw;
}
