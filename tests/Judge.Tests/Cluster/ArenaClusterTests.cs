using System.Diagnostics;
using Support;

namespace Judge.Tests.Cluster;

[Trait("Needs", "PostgreSQL")]
public sealed class ArenaClusterTests(PostgresFixture server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_arenas_find_each_other_and_calls_go_on_when_one_dies()
    {
        using var site = new TestSite();
        var database = await server.NewDatabaseAsync();
        var arenas = new Dictionary<string, TestArena>();
        try
        {
            foreach (var name in new[] { "arena-1", "arena-2", "arena-3" })
            {
                arenas[name] = await TestArena.StartAsync(name, database, site, Ct);
            }

            var places = await Task.WhenAll(arenas.Values.Select(WhereAsync));
            var home = Assert.Single(places.Distinct());
            await arenas[home].KillAsync();
            var survivors = arenas.Values.Where(arena => arena.Name != home).ToList();
            var moved = await Task.WhenAll(survivors.Select(AwakeAsync));
            Assert.Contains(Assert.Single(moved.Distinct()), survivors.Select(arena => arena.Name));
        }
        finally
        {
            foreach (var arena in arenas.Values)
            {
                await arena.DisposeAsync();
            }
        }
    }

    private static Task<string> WhereAsync(TestArena arena) => arena.Grains.GetGrain<IWhereabouts>(0).WhereAsync();

    /// <summary>As an arena does: a call that got no answer is repeated.</summary>
    private static async Task<string> AwakeAsync(TestArena arena)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await WhereAsync(arena);
            }
            catch (Exception e) when (e is TimeoutException or OrleansException && waited.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Yield();
            }
        }
    }
}
