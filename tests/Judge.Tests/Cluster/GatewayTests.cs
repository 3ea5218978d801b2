using Judge.Cluster;
using Judge.Queue;
using Judge.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Support;

namespace Judge.Tests.Cluster;

/// <summary>One arena with certificates, for all that stands before it.</summary>
public sealed class GatewayFixture(PostgresFixture server) : IAsyncLifetime
{
    internal TestSite Site { get; } = new();

    internal TestArena Arena { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Arena = await TestArena.StartAsync("arena-1", await server.NewDatabaseAsync(), Site, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Arena.DisposeAsync();
        Site.Dispose();
    }
}

/// <summary>What a judge node's certificate allows, and what becomes of those who have none.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class GatewayTests(GatewayFixture at) : IClassFixture<GatewayFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_asks_for_work_tells_and_fetches_under_its_own_name()
    {
        await using var node = await NodeAsync("node-a");
        var desk = node.Grains.GetGrain<IJudgeDesk>(0);
        Assert.Empty((await desk.ReportAsync(Report("node-a"))).Jobs);
        await desk.TellAsync(new News("node-a", [], []));
        await Assert.ThrowsAsync<FileNotFoundException>(() => desk.FetchAsync(new PieceRequest("node-a", new string('0', 64), 0)));
    }

    [Fact]
    public async Task A_node_that_speaks_for_another_is_refused()
    {
        await using var node = await NodeAsync("node-a");
        var desk = node.Grains.GetGrain<IJudgeDesk>(0);
        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReportAsync(Report("node-b")));
        Assert.Contains("node-a", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.TellAsync(new News("node-b", [], [])));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.FetchAsync(new PieceRequest("node-b", "", 0)));
    }

    [Fact]
    public async Task A_node_may_call_no_other_grain_and_manage_nothing()
    {
        await using var node = await NodeAsync("node-a");
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => node.Grains.GetGrain<IWhereabouts>(0).WhereAsync());
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => node.Grains.GetGrain<IManagementGrain>(0).GetHosts(false, Ct));
    }

    [Fact]
    public async Task A_call_without_a_pass_or_with_one_of_others_is_refused()
    {
        var site = at.Site.Certificate("node-a", SiteRole.Node);
        var shown = new ChosenPass { Pass = site.Pass };
        await using var node = await TestNode.ConnectAsync(
            services =>
                services.AddOrleansClient(client =>
                    client
                        .UseMutualTls(site)
                        .UseStaticClustering(at.Arena.Gateway)
                        .AddOutgoingGrainCallFilter(shown)
                        .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("contest", "contest"))
                ),
            Ct
        );
        using var other = new TestSite();
        var foreign = other.Certificate("arena-1", SiteRole.Arena).Pass;
        foreach (var pass in new[] { null, "", foreign, $"{foreign.Split('.')[0]}.{site.Pass.Split('.')[1]}" })
        {
            shown.Pass = pass;
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => node.Grains.GetGrain<IWhereabouts>(0).WhereAsync());
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => node.Grains.GetGrain<IJudgeDesk>(0).ReportAsync(Report("node-a")));
            shown.Pass = site.Pass; // what the client asks for its own part
        }
    }

    [Fact]
    public async Task A_node_whose_address_is_translated_on_the_way_needs_one_outgoing_connection()
    {
        await using var way = new TranslatedWay(at.Arena.Gateway);
        await using var node = await TestNode.ConnectAsync(way.Entrance, at.Site.Certificate("node-a", SiteRole.Node), Ct);
        Assert.Empty((await node.Grains.GetGrain<IJudgeDesk>(0).ReportAsync(Report("node-a"))).Jobs);
        Assert.Equal(1, way.Connections);
    }

    [Fact]
    public Task Without_a_certificate_nobody_connects() => RefusedAsync(shown: null);

    [Fact]
    public async Task A_certificate_of_another_site_is_refused()
    {
        using var other = new TestSite();
        await RefusedAsync(
            SiteCertificate.Load(other.File("node-a", SiteRole.Node), other.AuthorityFile, SiteRole.Node, TimeProvider.System)
        );
    }

    [Fact]
    public Task A_certificate_that_has_run_out_is_refused()
    {
        var made = TimeSpan.FromDays(2000);
        var then = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1) - made);
        return RefusedAsync(SiteCertificate.Load(at.Site.File("node-a", SiteRole.Node, made), at.Site.AuthorityFile, SiteRole.Node, then));
    }

    private sealed class ChosenPass : IOutgoingGrainCallFilter
    {
        public string? Pass { get; set; }

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            RequestContext.Set(CallPass.Key, Pass ?? (object)0);
            return context.Invoke();
        }
    }

    private Task<TestNode> NodeAsync(string name) => TestNode.ConnectAsync(at.Arena.Gateway, at.Site.Certificate(name, SiteRole.Node), Ct);

    private Task RefusedAsync(SiteCertificate? shown) => RefusedAsync(services => services.AddJudgeClient([at.Arena.Gateway], shown));

    private static async Task RefusedAsync(Action<IServiceCollection> client) =>
        Assert.IsNotType<OperationCanceledException>(
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await using var _ = await TestNode.ConnectAsync(client, Ct);
            })
        );

    private static NodeReport Report(string node) =>
        new()
        {
            Node = node,
            Run = Guid.Empty,
            Version = "",
            Clock = default,
            Sandbox = SandboxKind.None,
            Slots = 1,
            Judged = 0,
            Trouble = "",
            Stopping = false,
            Languages = [],
            Warm = [],
            Holds = [],
            Untold = [],
            Seen = default,
        };
}
