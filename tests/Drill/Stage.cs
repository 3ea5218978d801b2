using Judge.Worker.Trial;

namespace Drill;

/// <summary>PostgreSQL and arenas of a site, all in a folder that goes with them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(string folder, ScratchPostgres postgres, DrillSite site, IReadOnlyList<DrillArena> arenas) =>
        (Folder, Postgres, Site, Arenas) = (folder, postgres, site, arenas);

    public string Folder { get; }

    public ScratchPostgres Postgres { get; }

    public DrillSite Site { get; }

    public IReadOnlyList<DrillArena> Arenas { get; }

    /// <summary>Where their pages are.</summary>
    public IReadOnlyList<Uri> Addresses => [.. Arenas.Select(arena => arena.Address)];

    /// <summary>Where nodes find them: ports on loopback.</summary>
    public IReadOnlyList<int> Gateways => [.. Arenas.Select(arena => arena.Gateway)];

    /// <summary>The folder stays for whoever wants to know what went wrong.</summary>
    public bool KeepsFolder { get; set; }

    /// <param name="down">As in <see cref="DrillArena"/>.</param>
    public static async Task<Stage> StartAsync(int arenas, int pupils, TimeSpan down, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("contest-drill-").FullName;
        var postgres = await ScratchPostgres.StartAsync(ct);
        try
        {
            var site = await DrillSite.MakeAsync(folder, await postgres.NewDatabaseAsync(ct), pupils, ct);
            var all = Enumerable.Range(0, arenas).Select(number => new DrillArena(site, number, down)).ToList();
            var stage = new Stage(folder, postgres, site, all);
            await Task.WhenAll(all.Select(arena => arena.StartAsync(ct)));
            return stage;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var arena in Arenas)
        {
            await arena.DisposeAsync();
        }

        await Postgres.DisposeAsync();
        if (!KeepsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
