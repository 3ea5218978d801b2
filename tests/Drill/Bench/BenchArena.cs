using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using Judge;
using Judge.Contests;
using Judge.Settings;
using Judge.Storage;
using Judge.Worker.Trial;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drill.Bench;

/// <summary>An arena in a process of its own, on SQLite, with a school and contests.</summary>
internal sealed class BenchArena : IAsyncDisposable
{
    private readonly OwnedProcess _process;

    private BenchArena(OwnedProcess process, Uri address, IReadOnlyList<Contest> contests) =>
        (_process, Address, All) = (process, address, contests);

    public Uri Address { get; }

    /// <summary>The number of <see cref="BenchList.School"/>.</summary>
    public static UnitId School => new(1);

    public IReadOnlyList<Contest> All { get; }

    /// <summary>What the process holds in memory, in MB.</summary>
    public double Memory =>
        double.Parse(
            File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ')[^2],
            CultureInfo.InvariantCulture
        ) / 1024;

    /// <param name="made">The contests there shall be.</param>
    /// <param name="judges">Whether the arena judges too.</param>
    public static async Task<BenchArena> StartAsync(string folder, IEnumerable<Contest> made, bool judges, CancellationToken ct)
    {
        var home = DrillSite.Home(AppContext.BaseDirectory);
        var contests = await SeedAsync(home, folder, made, ct);
        var address = new Uri($"http://127.0.0.1:{DrillArena.FreePort()}");
        var process = await OwnedProcess.StartAsync(
            ["dotnet", Built.Program("ArenaWeb")],
            "KILL",
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Contest__Home"] = home,
                ["Contest__DataFolder"] = folder,
                ["Contest__EmbeddedJudge"] = judges ? "true" : "false",
                ["Contest__Demo"] = "false",
            },
            static _ => { }
        );
        using var client = new HttpClient();
        while (!await AnswersAsync(client, new Uri(address, "/health/live"), ct))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException("The arena did not start.");
            }

            await Task.Delay(100, ct);
        }

        return new BenchArena(process, address, contests);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync(address, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<Contest>> SeedAsync(string home, string folder, IEnumerable<Contest> made, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder
            .Services.AddJudge(
                new JudgeOptions
                {
                    DataFolder = folder,
                    ProblemsFolder = Path.Combine(home, "problems"),
                    LanguagesFolder = Path.Combine(home, "sandbox-images"),
                    ImagesFolder = folder,
                }
            )
            .AddAccounts(folder);
        using var host = builder.Build();
        await host.StartAsync(ct);
        await host
            .Services.GetRequiredService<StaffAccounts>()
            .AddAsync(Organiser.Login, "Organiser", Roles.Organiser, Organiser.Password, ct);
        var units = new OrgUnits(host.Services.GetRequiredService<Database>());
        await units.SaveAsync(
            await units.TreeAsync(ct),
            [
                new()
                {
                    Id = School,
                    Kind = UnitKind.School,
                    Levels = SchoolLevels.LowerSecondary,
                    Names = [new(DateOnly.MinValue, new(BenchList.School, BenchList.School))],
                },
            ],
            ct
        );
        var contests = new List<Contest>();
        foreach (var contest in made)
        {
            contests.Add(await host.Services.GetRequiredService<IContests>().AddAsync(contest, ct));
        }

        await host.StopAsync(ct);
        return contests;
    }
}
