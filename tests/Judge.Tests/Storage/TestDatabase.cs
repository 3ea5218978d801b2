using Judge.Contests;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Storage;
using Judge.Submit;
using Judge.Tests.Queue;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

// Some wait for a dead judge to be missed, which costs nothing but time.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Judge.Tests.Storage;

/// <summary>How a contract's tests get the database they run on.</summary>
public abstract class DatabaseKind
{
    internal abstract Task<string> NewAsync();

    /// <summary>Opens a database; twice the same place is two processes on one database.</summary>
    internal abstract Database Open(string place);
}

public sealed class OnSqlite : DatabaseKind
{
    internal override Task<string> NewAsync() =>
        Task.FromResult(Path.Combine(Directory.CreateTempSubdirectory("contest-test-").FullName, "contest.db"));

    internal override Database Open(string place) => new SqliteDatabase(place);
}

public sealed class OnPostgres(PostgresFixture server) : DatabaseKind
{
    internal override Task<string> NewAsync() => server.NewDatabaseAsync();

    internal override Database Open(string place) => new PostgresDatabase(place);
}

/// <summary>The stores over a new database with a clock that is turned by hand.</summary>
public abstract class StoreTest(DatabaseKind kind) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _opened = [];
    private readonly string _blobs = Directory.CreateTempSubdirectory("contest-blobs-").FullName;
    private readonly List<string> _places = [];

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected FakeTimeProvider Clock { get; } = TestClock.New();

    private protected Stores Here { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Here = await OpenEmptyAsync();
        await Here.Database.MigrateAsync("judge", Migrations.OfJudge(), Ct);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var opened in _opened)
        {
            await opened.DisposeAsync();
        }

        Directory.Delete(_blobs, recursive: true);
        if (kind is OnSqlite)
        {
            _places.ForEach(place => Directory.Delete(Path.GetDirectoryName(place)!, recursive: true));
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Where the database of <see cref="Here"/> is.</summary>
    private protected string Place => _places[0];

    /// <summary>The same database as another process sees it.</summary>
    private protected Stores OpenAgain() => Open(_places[0]);

    /// <summary>A new database without tables.</summary>
    private protected async Task<Stores> OpenEmptyAsync()
    {
        _places.Add(await kind.NewAsync());
        return Open(_places[^1]);
    }

    private Stores Open(string place)
    {
        var database = kind.Open(place);
        var stores = new Stores(database, _blobs, Clock);
        lock (_opened)
        {
            _opened.InsertRange(0, [stores.Events, database]);
        }

        return stores;
    }

    private protected Contest AContest() =>
        new()
        {
            Code = "TINHOC-9",
            Names = new Dictionary<string, string> { ["vi"] = "Tin học trẻ", ["en"] = "Young coders" },
            Scoring = ScoringStyle.Points,
            Start = Clock.GetUtcNow().AddMinutes(-10),
            End = Clock.GetUtcNow().AddMinutes(140),
            Problems = [new ContestProblem("A", "aplusb", 100), new ContestProblem("B", "tamgiac", 6.5m)],
        };

    private protected async Task<(Contest Contest, IReadOnlyList<EntrantId> Entrants)> RunningAsync(
        int entrants,
        Func<Contest, Contest>? change = null
    )
    {
        var contest = await Here.Contests.AddAsync((change ?? (same => same))(AContest()), Ct);
        return (contest, await Here.Contests.AddEntrantsAsync(contest.Id, entrants, Ct));
    }

    private protected static Handin AHandin(Contest contest, EntrantId entrant, string label = "A", string source = "begin end.") =>
        new(contest.Id, entrant, label, "pascal", System.Text.Encoding.UTF8.GetBytes(source), Guid.NewGuid());

    private protected async Task<SubmissionId> SubmitAsync(Contest contest, EntrantId entrant, string label = "A")
    {
        var submitted = await Here.Submissions.AddAsync(AHandin(contest, entrant, label), Ct);
        Assert.Equal(SubmitResult.Accepted, submitted.Result);
        return submitted.Id;
    }
}

internal sealed class Stores(Database database, string blobs, TimeProvider clock)
{
    public Database Database { get; } = database;
    public FileBlobs Blobs { get; } = new(blobs);
    public EventLog Events { get; } = new(database, NullLogger<EventLog>.Instance);
    public IContests Contests { get; } = new ContestStore(database, clock);
    public IContestActs Acts { get; } = new ContestActStore(database, clock);
    public SubmissionStore Submissions => SubmissionsOver(Queue);
    public QueueFacts Facts { get; } = new(database, clock);
    public VerdictStore Verdicts { get; } = new(database, clock);
    public LocalQueue Queue => field ??= new LocalQueue(Facts, Verdicts, clock);
    public JudgementStore Judgements { get; } = new(database);
    public RejudgingStore Rejudgings => new(Database, Queue, clock);

    /// <summary>Damages a stored content.</summary>
    public Task SpoilBlobAsync(string hash) => File.WriteAllTextAsync(Path.Combine(blobs, hash[..2], hash), "spoilt");

    public SubmissionStore SubmissionsOver(IJudgeQueue queue, IBlobs? blobs = null) =>
        new(
            Database,
            blobs ?? Blobs,
            new HashSet<string> { "pascal", "python" },
            new ProblemLibrary([], clock, NullLogger<ProblemLibrary>.Instance),
            queue,
            clock
        );
}
