using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Entries;
using ArenaWeb.Privacy;
using ArenaWeb.Rosters;
using ArenaWeb.Schools;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Workshop;
using Judge;
using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Rejudge;
using Judge.Score;
using Judge.Settings;
using Judge.Submit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace EndToEnd.Tests.Seed;

/// <summary>
/// The arena's own services on a data folder, before the arena itself starts there, by a clock that is turned: people and submissions come
/// in by the same ways as in a contest, only hours ago, and verdicts are decided here instead of in a box.
/// </summary>
internal sealed class Seeder : IAsyncDisposable
{
    private static readonly TimeSpan JudgingTime = TimeSpan.FromSeconds(2);

    private readonly IHost _host;
    private readonly FakeTimeProvider _clock = TestClock.New();

    private Seeder(string dataFolder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder
            .Services.AddSingleton<TimeProvider>(_clock)
            .AddJudge(
                new JudgeOptions
                {
                    DataFolder = dataFolder,
                    ProblemsFolder = Path.Combine(Repository.Root, "problems"),
                    LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
                    ImagesFolder = dataFolder,
                }
            )
            .AddAccounts(dataFolder)
            .AddClasses()
            .AddClarifications()
            .AddSchools()
            .AddRosters()
            .AddEntries()
            .AddSingleton<LevelWorks>()
            .AddSingleton<PeopleChanges>()
            .AddSingleton<Consents>()
            .AddSingleton<PrivacyRequests>();
        _host = builder.Build();
    }

    /// <summary>The first level that somebody makes.</summary>
    public static WorkId Level { get; } = new(1);

    public static async Task<Seeder> OpenAsync(string dataFolder)
    {
        var seeder = new Seeder(dataFolder);
        await seeder._host.StartAsync();
        return seeder;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>The package; it must exist.</summary>
    public Problem Problem(string name) =>
        Get<ProblemLibrary>().Look(name)?.Problem ?? throw new ArgumentException($"There is no problem {name}.", nameof(name));

    public async Task AddLevelAsync(string author, string name) =>
        Assert.Equal(
            Level,
            await Get<LevelWorks>()
                .AddAsync(author, name, new LevelText("Đi chợ", "", "Robot Gạo đi chợ.", "", DrawnLevel.Beginning), CancellationToken.None)
        );

    public Task<Contest> AddContestAsync(Contest contest)
    {
        _clock.AdjustTime(contest.Start.AddDays(-3));
        return Get<IContests>().AddAsync(contest, CancellationToken.None);
    }

    /// <summary>Cards in the order of the pupils.</summary>
    public async Task<IReadOnlyList<Card>> AddPupilsAsync(Contest contest, IReadOnlyList<NewPerson> pupils)
    {
        var (cards, taken) = await Get<People>().AddAsync(contest.Id, pupils, CancellationToken.None);
        Assert.Empty(taken);
        return cards;
    }

    public async Task AddStaffAsync(string login, string name, string role, string password) =>
        Assert.True(await Get<StaffAccounts>().AddAsync(login, name, role, password, CancellationToken.None));

    /// <summary>Hands in a solution at a moment of the contest and gives it the judgement, unless it is to wait.</summary>
    public Task<SubmissionId> HandInAsync(
        Contest contest,
        EntrantId entrant,
        string label,
        SampleSolution solution,
        DateTimeOffset at,
        Judgement? judgement
    ) => HandInAsync(new Handin(contest.Id, entrant, label, solution.Language, solution.Source, Guid.NewGuid()), at, judgement);

    /// <inheritdoc cref="HandInAsync(Contest, EntrantId, string, SampleSolution, DateTimeOffset, Judgement?)"/>
    public async Task<SubmissionId> HandInAsync(Handin handin, DateTimeOffset at, Judgement? judgement)
    {
        _clock.AdjustTime(at);
        var submitted = await Get<ISubmissions>().AddAsync(handin, CancellationToken.None);
        Assert.Equal(SubmitResult.Accepted, submitted.Result);
        if (judgement is not null)
        {
            _clock.Advance(JudgingTime);
            await TestJudge.JudgeAllAsync(
                _host.Services,
                (submission, _) => Task.FromResult(submission.Id == submitted.Id ? judgement : null)
            );
        }
        return submitted.Id;
    }

    /// <summary>Judges again and leaves it to be decided; what waits for its first verdict waits on.</summary>
    public async Task<RejudgingId> RejudgeAsync(
        RejudgeScope scope,
        string reason,
        string by,
        DateTimeOffset at,
        Func<Submission, Judgement, Judgement> judge
    )
    {
        _clock.AdjustTime(at);
        var rejudging = await Get<IRejudgings>().StartAsync(scope, reason, by, CancellationToken.None);
        await TestJudge.JudgeAllAsync(
            _host.Services,
            async (submission, again) =>
                again.IsFirst ? null : judge(submission, (await Get<IJudgements>().FindAsync(submission.Id, CancellationToken.None))!)
        );
        return rejudging!.Id;
    }

    public async Task ApplyAsync(RejudgingId rejudging, string by) =>
        Assert.Equal(RejudgeEnd.Granted, await Get<IRejudgings>().ApplyAsync(rejudging, by, CancellationToken.None));

    public async Task<UnitId> AddUnitAsync(Func<OrgTree, OrgUnit> make)
    {
        var tree = await Get<OrgUnits>().TreeAsync(CancellationToken.None);
        var unit = make(tree);
        Assert.True(await Get<OrgUnits>().SaveAsync(tree, [unit], CancellationToken.None));
        return unit.Id;
    }

    /// <summary>What families of a school said and asked at a moment.</summary>
    public async Task HearFamiliesAsync(DateTimeOffset at, Func<Consents, PrivacyRequests, Pupils, Task> hear)
    {
        _clock.AdjustTime(at);
        await hear(Get<Consents>(), Get<PrivacyRequests>(), Get<Pupils>());
    }

    public async Task AddPupilsAsync(UnitId school, SchoolYear year, IReadOnlyList<Pupil> pupils) =>
        Assert.True(await Get<Pupils>().ApplyAsync(school, year.Begins, 0, new PupilPlan(pupils, [], 0, [], 0), CancellationToken.None));

    /// <summary>Somebody asks or says something at a moment.</summary>
    public Task<T> TalkAsync<T>(DateTimeOffset at, Func<ClarificationStore, Task<T>> talk)
    {
        _clock.AdjustTime(at);
        return talk(Get<ClarificationStore>());
    }

    /// <summary>Something that one of the arena's services does.</summary>
    public Task DoAsync<T>(Func<T, Task> act)
        where T : notnull => act(Get<T>());

    /// <summary>All that happened so far.</summary>
    public Task<IReadOnlyList<Event>> EventsAsync() => Get<IEvents>().AfterAsync(0, int.MaxValue, CancellationToken.None);

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();
}
