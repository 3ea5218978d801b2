using ArenaWeb.Accounts;
using Judge;
using Judge.Contests;
using Judge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drill;

/// <summary>A site before its arenas start: a database with one contest, its pupils, and the folder that the arenas share.</summary>
/// <param name="Sources">Folder of the sources, with problems and languages.</param>
internal sealed record DrillSite(string Sources, string Folder, string Database, Contest Contest, IReadOnlyList<Card> Cards)
{
    /// <summary>Problems of the contest, so that boards have more than one column.</summary>
    private static readonly string[] Problems = ["sonut", "chiakeo", "capban"];

    public IReadOnlyList<string> Labels => [.. Contest.Problems.Select(problem => problem.Label)];

    /// <param name="pupils">Number of entrants.</param>
    public static async Task<DrillSite> MakeAsync(string folder, string database, int pupils, CancellationToken ct)
    {
        var home = Home(AppContext.BaseDirectory);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder
            .Services.AddJudge(
                new JudgeOptions
                {
                    Database = database,
                    DataFolder = folder,
                    ProblemsFolder = Path.Combine(home, "problems"),
                    LanguagesFolder = Path.Combine(home, "sandbox-images"),
                    ImagesFolder = folder,
                }
            )
            .AddAccounts(folder);
        using var host = builder.Build();
        await host.StartAsync(ct);
        var now = TimeProvider.System.GetUtcNow();
        var contest = await host
            .Services.GetRequiredService<IContests>()
            .AddAsync(
                new Contest
                {
                    Code = "DRILL",
                    Names = new Dictionary<string, string> { ["en"] = "Drill" },
                    Scoring = ScoringStyle.Icpc,
                    Start = now.AddMinutes(-1),
                    End = now.AddDays(1),
                    Problems = [.. Problems.Select((problem, at) => new ContestProblem($"{(char)('A' + at)}", problem, 1))],
                },
                ct
            );
        var people = Enumerable.Range(1, pupils).Select(number => new NewPerson($"HS{number:0000}", $"Pupil {number}", "", ""));
        var (cards, _) = await host.Services.GetRequiredService<People>().AddAsync(contest.Id, [.. people], ct);
        var staff = host.Services.GetRequiredService<StaffAccounts>();
        await staff.AddAsync(Organiser.Login, "Organiser", Roles.Organiser, Organiser.Password, ct);
        await host.StopAsync(ct);
        return new DrillSite(home, folder, database, contest, cards);
    }

    internal static string Home(string? folder) =>
        folder is null ? throw new InvalidOperationException("The drill is run from the folder of the sources.")
        : File.Exists(Path.Combine(folder, "Contest.sln")) ? folder
        : Home(Path.GetDirectoryName(folder));
}
