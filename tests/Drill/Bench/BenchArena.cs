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

/// <summary>An arena in a process of its own, on SQLite, without a judge: a school, and the contests of a large organiser.</summary>
internal sealed class BenchArena : IAsyncDisposable
{
    private const int Contests = 200;

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

    public static async Task<BenchArena> StartAsync(string folder, CancellationToken ct)
    {
        var home = DrillSite.Home(AppContext.BaseDirectory);
        var contests = await SeedAsync(home, folder, ct);
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
                ["Contest__EmbeddedJudge"] = "false",
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

    private static async Task<IReadOnlyList<Contest>> SeedAsync(string home, string folder, CancellationToken ct)
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
        for (var number = 0; number < Contests; number++)
        {
            contests.Add(await host.Services.GetRequiredService<IContests>().AddAsync(Contest(number), ct));
        }

        await host.StopAsync(ct);
        return contests;
    }

    private static Contest Contest(int number)
    {
        var start = TimeProvider.System.GetUtcNow().AddHours(1 - number);
        return new()
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"THI-{number}"),
            Names = new Dictionary<string, string> { ["vi"] = string.Create(CultureInfo.InvariantCulture, $"Kỳ thi {number}") },
            Scoring = ScoringStyle.Points,
            Start = start,
            End = start.AddHours(3),
            Problems = [new("A", "sonut", 100)],
        };
    }
}
