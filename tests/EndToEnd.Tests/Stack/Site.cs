using System.Collections.Concurrent;
using EndToEnd.Tests.Seed;
using Microsoft.Playwright;

// One looks at all the pages, one waits for a killed arena's judgings to go to another.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: AssemblyFixture(typeof(EndToEnd.Tests.Stack.Site))]

namespace EndToEnd.Tests.Stack;

/// <summary>Who sits at a browser.</summary>
public enum Who
{
    Public,
    Pupil,
    Team,
    Late,
    Early,
    Quiet,

    /// <summary>Has an own time, and has not pressed start.</summary>
    Waiting,

    /// <summary>Plays puzzles.</summary>
    Player,

    /// <summary>Stands at the door of a class that shows pictures.</summary>
    AtPictures,

    /// <summary>Stands at the door of a class that types words.</summary>
    AtWords,

    /// <summary>Came in through the door of a class.</summary>
    OfClass,
    Juror,
    School,
    Organiser,
}

/// <summary>
/// One arena with contests of each kind and one Chromium for all tests: SQLite, embedded judge, Docker boxes. Tests that hand in take a
/// pupil of <see cref="SeedContests.Practice"/> each.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-e2e-").FullName;
    private readonly Chromium _chromium = new();
    private readonly ConcurrentDictionary<Who, Lazy<Task<string>>> _sessions = new();
    private readonly ConcurrentDictionary<Who, Lazy<Task<IBrowserContext>>> _windows = new();
    private ArenaProcess? _arena;
    private int _pupils;
    private int _players;

    internal SeedContests Contests { get; private set; } = null!;

    public Uri Address => _arena!.Address;

    public async ValueTask InitializeAsync() => await Task.WhenAll(_chromium.InitializeAsync().AsTask(), StartArenaAsync());

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        if (_arena is not null)
        {
            await _arena.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A new browser window in which that person has signed in.</summary>
    public async Task<IBrowserContext> OpenAsync(Who who, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        if (who != Who.Public)
        {
            options.StorageState = await _sessions.GetOrAdd(who, person => new(() => SessionAsync(person))).Value;
        }
        return await NewWindowAsync(options);
    }

    /// <summary>
    /// A new tab without moving pictures, for tests that only look. All of a person's are in one window: it has signed in, and the
    /// arena's scripts and styles are there already.
    /// </summary>
    public async Task<IPage> OpenTabAsync(Who who)
    {
        var window = _windows.GetOrAdd(who, person => new(() => OpenAsync(person, new() { ReducedMotion = ReducedMotion.Reduce })));
        return await (await window.Value).NewPageAsync();
    }

    /// <summary>A new browser window of a pupil of the practice contest whom no other test has.</summary>
    internal async Task<(IBrowserContext Window, ArenaWeb.Accounts.Card Card)> OpenForNextPupilAsync(
        BrowserNewContextOptions? options = null
    )
    {
        var card = Contests.Practice.Cards[Interlocked.Increment(ref _pupils) - 1];
        var window = await NewWindowAsync(options ?? new());
        await SigningIn.EnterAsync(await window.NewPageAsync(), Contests.Practice.Contest.Code, card);
        return (window, card);
    }

    /// <summary>A new browser window of a pupil of the hour of puzzles whom no other test has.</summary>
    internal async Task<IBrowserContext> OpenForNextPlayerAsync(BrowserNewContextOptions? options = null)
    {
        var card = Contests.Hour.Cards[Interlocked.Increment(ref _players) - 1];
        var window = await NewWindowAsync(options ?? new());
        await SigningIn.EnterAsync(await window.NewPageAsync(), Contests.Hour.Contest.Code, card);
        return window;
    }

    public async Task<IBrowserContext> NewWindowAsync(BrowserNewContextOptions options)
    {
        options.BaseURL ??= Address.ToString();
        options.Locale ??= "vi-VN";
        options.ViewportSize ??= new() { Width = 1366, Height = 768 };
        return await _chromium.Browser.NewContextAsync(options);
    }

    private async Task StartArenaAsync()
    {
        await using (var seeder = await Seeder.OpenAsync(_folder))
        {
            Contests = await SeedContests.PlayAsync(seeder, TimeProvider.System.GetUtcNow());
        }
        _arena = new ArenaProcess(_folder);
        await _arena.StartAsync(CancellationToken.None);
    }

    private async Task<string> SessionAsync(Who who)
    {
        await using var window = await NewWindowAsync(new());
        var page = await window.NewPageAsync();
        await (
            who switch
            {
                Who.Juror => SigningIn.EnterAsync(page, SeedContests.Juror, SeedContests.Password),
                Who.School => SigningIn.EnterAsync(page, SeedContests.School, SeedContests.Password),
                Who.Organiser => SigningIn.EnterAsync(page, SeedContests.Organiser, SeedContests.Password),
                Who.Team => EnterAsync(page, Contests.Icpc, 0),
                Who.Late => EnterAsync(page, Contests.Past, 0),
                Who.Early => EnterAsync(page, Contests.Coming, 0),
                Who.Waiting => EnterAsync(page, Contests.Own, 0),
                Who.Player => EnterAsync(page, Contests.Hour, ^1),
                Who.AtPictures => SigningIn.KnockAsync(page, Contests.Classes.Pictures),
                Who.AtWords => SigningIn.KnockAsync(page, Contests.Classes.Words),
                Who.OfClass => SigningIn.EnterAsync(page, Contests.Classes, Contests.Classes.Pictures, 0),
                Who.Quiet => EnterAsync(page, Contests.Practice, ^1),
                _ => EnterAsync(page, Contests.Points, 0),
            }
        );
        return await window.StorageStateAsync();
    }

    private static Task EnterAsync(IPage page, Entry entry, Index pupil) =>
        SigningIn.EnterAsync(page, entry.Contest.Code, entry.Cards[pupil]);
}
