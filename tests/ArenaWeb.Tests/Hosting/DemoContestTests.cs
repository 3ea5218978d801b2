using ArenaWeb.Accounts;
using ArenaWeb.Hosting;
using Judge;
using Judge.Contests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace ArenaWeb.Tests.Hosting;

public sealed class DemoContestTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-demo").FullName;
    private readonly FakeTimeProvider _clock = TestClock.New();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everybody_on_the_cards_can_sign_in()
    {
        await using var arena = await StartAsync();
        var cards = await DemoCards.ReadOrMakeAsync(_folder, Ct);
        var contest = await arena.GetRequiredService<IContests>().FindAsync(cards.Contest, Ct);
        var pupil = await arena.GetRequiredService<People>().SignInAsync(contest!.Id, cards.Sbd, cards.Pin, "pc", null, Ct);
        var staff = arena.GetRequiredService<StaffAccounts>();
        Assert.Equal("Nguyễn Minh Khôi", pupil.Person?.Name);
        Assert.Equal(Roles.Juror, (await staff.SignInAsync(cards.Juror, cards.JurorPassword, "pc", Ct)).Person?.Role);
        Assert.Equal(Roles.Organiser, (await staff.SignInAsync(cards.Organiser, cards.OrganiserPassword, "pc", Ct)).Person?.Role);
    }

    [Fact]
    public async Task A_second_start_adds_nothing_and_keeps_the_cards()
    {
        await using (await StartAsync()) { }
        var first = await DemoCards.ReadOrMakeAsync(_folder, Ct);
        await using var arena = await StartAsync();
        Assert.Equal(first, await DemoCards.ReadOrMakeAsync(_folder, Ct));
        var contests = await arena.GetRequiredService<IContests>().ListAsync(Ct);
        Assert.Equal([DemoContest.IcpcCode, DemoContest.PointsCode], contests.Select(static contest => contest.Code).Order());
        Assert.Equal(
            12,
            (await arena.GetRequiredService<People>().ListAsync(contests.Single(static c => c.Scoring == ScoringStyle.Points).Id, Ct)).Count
        );
    }

    [Fact]
    public async Task A_contest_that_is_over_is_opened_again_at_the_next_start()
    {
        await using (await StartAsync()) { }
        _clock.Advance(TimeSpan.FromDays(31));
        await using var arena = await StartAsync();
        Assert.All(await arena.GetRequiredService<IContests>().ListAsync(Ct), contest => Assert.True(contest.End > _clock.GetUtcNow()));
    }

    [Fact]
    public async Task All_contest_problems_are_in_it_in_the_order_of_years()
    {
        await using var arena = await StartAsync();
        var contest = await arena.GetRequiredService<IContests>().FindAsync(DemoContest.PointsCode, Ct);
        Assert.Equal(ContestProblems().Order(), contest!.Problems.Select(static problem => problem.Problem).Order());
        Assert.Equal(("BAI1", "kehoachnho"), (contest.Problems[0].Label, contest.Problems[0].Problem));
    }

    /// <summary>Those that the problems' README gives a grade; the others show a kind of task each.</summary>
    private static IEnumerable<string> ContestProblems() =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "problems", "README.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length > 3 && cells[2].Length > 0 && char.IsAsciiDigit(cells[2][0])
        select cells[1].Trim('`');

    [Fact]
    public async Task The_cards_are_for_their_owners_eyes_only()
    {
        await using var arena = await StartAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "demo-cards.json")));
    }

    [Fact]
    public async Task Without_a_demo_the_first_start_makes_one_organiser()
    {
        await using var arena = await StartAsync(demo: false);
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder, FirstOrganiser.FileName), Ct);
        Assert.Equal(
            Roles.Organiser,
            (await arena.GetRequiredService<StaffAccounts>().SignInAsync(lines[0], lines[1], "pc", Ct)).Person?.Role
        );
        File.Delete(Path.Combine(_folder, FirstOrganiser.FileName));
        await using var again = await StartAsync(demo: false);
        Assert.False(File.Exists(Path.Combine(_folder, FirstOrganiser.FileName)));
    }

    private async Task<ServiceProvider> StartAsync(bool demo = true)
    {
        var settings = new Dictionary<string, string?> { ["Contest:DataFolder"] = _folder, ["Contest:Demo"] = $"{demo}" };
        var options = ArenaSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(options)
            .AddSingleton<TimeProvider>(_clock)
            .AddJudge(options.Judge)
            .AddAccounts(options.DataFolder)
            .AddFirstPeople(options);
        var arena = services.BuildServiceProvider();
        foreach (var service in arena.GetServices<IHostedService>())
        {
            await service.StartAsync(Ct);
        }

        return arena;
    }
}
