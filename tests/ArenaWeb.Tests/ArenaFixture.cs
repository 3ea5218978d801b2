using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace ArenaWeb.Tests;

/// <summary>
/// The whole arena over HTTP, on SQLite in a folder of its own and by a clock that tests turn; no judge but <see cref="JudgeAllAsync"/>.
/// One a test class; each test makes its own contest.
/// </summary>
public sealed class ArenaFixture : IAsyncLifetime
{
    /// <summary>Who sends it may read what the arena measures of itself.</summary>
    public const string MetricsToken = "a-token-of-the-operator";

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-test-").FullName;
    private readonly Factory _factory;
    private readonly Action<IServiceCollection> _replace = static _ => { };
    private int _contests;

    public ArenaFixture()
        : this(static _ => { }) { }

    /// <param name="replace">Puts other services in the place of the arena's.</param>
    internal ArenaFixture(Action<IServiceCollection> replace)
    {
        _replace = replace;
        ProblemsFolder = Path.Combine(_folder, "problems");
        TestProblems.Write(ProblemsFolder);
        _factory = new Factory(this);
    }

    private ArenaFixture(DateTimeOffset now)
    {
        Clock.SetUtcNow(now);
        ProblemsFolder = Path.Combine(Repository.Root, "problems");
        _factory = new Factory(this);
    }

    public FakeTimeProvider Clock { get; } = TestClock.New();

    public IServiceProvider Services => _factory.Services;

    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>The house's packages, which the arena only reads.</summary>
    public string ProblemsFolder { get; }

    /// <summary>An arena on a copy of a data folder that was kept, with the house's problems, at the moment it was kept.</summary>
    /// <param name="kept">A zip with the folder <c>data</c> in it.</param>
    public static ArenaFixture Opening(string kept, DateTimeOffset now)
    {
        var arena = new ArenaFixture(now);
        ZipFile.ExtractToDirectory(kept, arena._folder);
        return arena;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public ValueTask InitializeAsync()
    {
        _ = Services;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser Browser() => new(_factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A contest that began an hour ago and lasts three; problems <c>A</c> (streams) and <c>B</c> (files).</summary>
    public Task<Contest> AddContestAsync(Func<Contest, Contest>? change = null)
    {
        var now = Clock.GetUtcNow();
        var number = Interlocked.Increment(ref _contests);
        var contest = new Contest
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"TIN-{number}"),
            Names = new Dictionary<string, string> { ["vi"] = $"Kỳ thi thử {number}", ["en"] = $"Trial contest {number}" },
            Scoring = ScoringStyle.Points,
            Start = now.AddHours(-1),
            End = now.AddHours(2),
            Problems = [new("A", TestProblems.Streams, 100), new("B", TestProblems.Files, 50)],
        };
        return Get<IContests>().AddAsync(change?.Invoke(contest) ?? contest, CancellationToken.None);
    }

    /// <summary>Adds a pupil and returns the card.</summary>
    internal async Task<Card> AddPupilAsync(
        Contest contest,
        string sbd = "HS001",
        string name = "Nguyễn Thị Minh Anh",
        bool publish = false
    )
    {
        var newcomer = new NewPerson(sbd, name, "THCS Nguyễn Du", "8A1", publish);
        var (cards, _) = await Get<People>().AddAsync(contest.Id, [newcomer], CancellationToken.None);
        return Assert.Single(cards);
    }

    /// <summary>What a new pupil hands in for problem <c>A</c>.</summary>
    public async Task<SubmissionId> HandInAsync(Contest contest, string sbd = "HS001", string source = "begin end.")
    {
        var card = await AddPupilAsync(contest, sbd);
        var handin = new Handin(contest.Id, card.Entrant, "A", "pascal", Encoding.UTF8.GetBytes(source), Guid.NewGuid());
        return (await Get<ISubmissions>().AddAsync(handin, CancellationToken.None)).Id;
    }

    /// <summary>A browser in which a new pupil has signed in by the form.</summary>
    public async Task<Browser> PupilAsync(Contest contest, string sbd = "HS001") =>
        await SignInAsync(contest, await AddPupilAsync(contest, sbd));

    /// <summary>A browser in which that pupil has signed in by the form.</summary>
    internal async Task<Browser> SignInAsync(Contest contest, Card card)
    {
        var browser = Browser();
        var answer = await browser.SubmitAsync(
            "/dang-nhap",
            new()
            {
                ["Code"] = contest.Code,
                ["Sbd"] = card.Sbd,
                ["Pin"] = card.Pin,
            }
        );
        Assert.Equal($"/thi/{contest.Code}", answer.Location);
        return browser;
    }

    /// <summary>A browser in which a new member of the staff has signed in by the form.</summary>
    public async Task<Browser> StaffAsync(string role = Roles.Organiser)
    {
        var login = $"{role}-{Guid.NewGuid():N}";
        Assert.True(await Get<StaffAccounts>().AddAsync(login, "Trần Văn Bình", role, "mật khẩu đủ dài", CancellationToken.None));
        return await SignInAsync(login);
    }

    private async Task<Browser> SignInAsync(string login)
    {
        var browser = Browser();
        var answer = await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = "mật khẩu đủ dài" });
        Assert.NotNull(answer.Location);
        return browser;
    }

    /// <summary>A browser in which a new member of the staff with these roles there has signed in by the form.</summary>
    internal async Task<Browser> StaffAsync(Scope scope, params StaffRole[] roles)
    {
        var login = $"staff-{Guid.NewGuid():N}";
        var granted = roles.Select(role => (role, scope)).ToList();
        Assert.True(
            await Get<StaffAccounts>().AddAsync(login, "Trần Văn Bình", granted, "mật khẩu đủ dài", "test", CancellationToken.None)
        );
        return await SignInAsync(login);
    }

    /// <summary>Gives everything that waits a judgement, as judges do, without a sandbox.</summary>
    public Task JudgeAllAsync(Func<Submission, Judgement> judge) =>
        TestJudge.JudgeAllAsync(Services, (submission, _) => Task.FromResult<Judgement?>(judge(submission)));

    private sealed class Factory(ArenaFixture fixture) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Contest:DataFolder", fixture.DataFolder);
            builder.UseSetting("Contest:ProblemsFolder", fixture.ProblemsFolder);
            builder.UseSetting("Contest:LanguagesFolder", Path.Combine(Repository.Root, "sandbox-images"));
            builder.UseSetting("Contest:EmbeddedJudge", "false");
            builder.UseSetting("Contest:Demo", "false");
            builder.UseSetting("Contest:MetricsToken", MetricsToken);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(fixture.Clock);
                fixture._replace(services);
            });
        }
    }
}
