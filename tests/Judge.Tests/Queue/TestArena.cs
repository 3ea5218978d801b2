using Judge.Cluster;
using Judge.Contests;
using Judge.Problems.Package;
using Judge.Progress;
using Judge.Queue;
using Judge.Score;
using Judge.Settings;
using Judge.Storage;
using Judge.Submit;
using Judge.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Queue;

/// <summary>A silo with dispatcher and desk over the stores of a test, whose database can be away and can refuse a verdict.</summary>
internal sealed class TestArena : IQueueFacts, IVerdicts, IPackageShelf, IJudgingProgress, IAsyncDisposable
{
    private readonly Stores _stores;
    private readonly FakeTimeProvider _clock;
    private readonly CancellationToken _ct;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IHost _host;

    private TestArena(Stores stores, FakeTimeProvider clock, CancellationToken ct)
    {
        (_stores, _clock, _ct) = (stores, clock, ct);
        var options = new JudgeOptions
        {
            DataFolder = "",
            ProblemsFolder = "",
            LanguagesFolder = "",
            ImagesFolder = "",
            Node = "arena",
        };
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder
            .Services.AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(options)
            .AddSingleton<IQueueFacts>(this)
            .AddSingleton<IVerdicts>(this)
            .AddSingleton<IPackageShelf>(this)
            .AddSingleton<IJudgingProgress>(this)
            .AddSingleton<IBlobs>(stores.Blobs)
            .AddSingleton(all => new ProblemLibrary(
                [Path.Combine(Repository.Root, "problems")],
                clock,
                all.GetRequiredService<ILogger<ProblemLibrary>>()
            ))
            .AddSingleton<DispatcherQueue>()
            .AddSilo(options);
        _host = builder.Build();
    }

    /// <summary>Nothing can be written.</summary>
    public bool Away { get; set; }

    /// <summary>A judgement that is refused as if it could not be stored; null: none.</summary>
    public Judgement? Refused { get; set; }

    /// <summary>Ends when a write has failed.</summary>
    public Task FailedAsync => _failed.Task;

    public IBlobs Blobs => _stores.Blobs;

    public DispatcherQueue Queue => _host.Services.GetRequiredService<DispatcherQueue>();

    public IJudgeNodes Nodes => Queue;

    public SubmissionStore Submissions => _stores.SubmissionsOver(Queue);

    public IJudgeDesk Desk => Grains.GetGrain<IJudgeDesk>(0);

    public IDispatcher Dispatcher => Grains.GetGrain<IDispatcher>(0);

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<TestArena> StartAsync(Stores stores, FakeTimeProvider clock, CancellationToken ct)
    {
        var arena = new TestArena(stores, clock, ct);
        await arena._host.StartAsync(ct);
        return arena;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    /// <summary>Lets a new node ask until it is given a submission.</summary>
    /// <param name="turn">Time passes meanwhile.</param>
    /// <returns>Of the orders that gave it.</returns>
    public async Task<OrdersNumber> TakeAsync(SubmissionId submission, bool turn = false)
    {
        var node = $"for {submission.Value}";
        while (true)
        {
            try
            {
                var waits = Dispatcher.ReportAsync(new SomeReport(node).Of(1));
                await (turn ? TurnUntilAsync(waits) : waits.WaitAsync(_ct));
                if ((await waits).Jobs is [var job])
                {
                    Assert.Equal(submission, job.Judging.Submission);
                    return (await waits).Number;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or TimeoutException)
            {
                _ct.ThrowIfCancellationRequested(); // the dispatcher ends: ask again
            }
        }
    }

    /// <summary>The next job of a node that asks on while time passes.</summary>
    public async Task<Ticket> NextAsync(string node)
    {
        while (true)
        {
            var waits = Dispatcher.ReportAsync(new SomeReport(node).Of(1));
            await TurnUntilAsync(waits);
            if ((await waits).Jobs is [var job])
            {
                return job;
            }
        }
    }

    /// <summary>Lets time pass until something has ended.</summary>
    public async Task TurnUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(task, Task.Delay(10, _ct));
        }
    }

    public Task<long> BeginAsync(CancellationToken ct) => _stores.Facts.BeginAsync(ct);

    public Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken ct) => _stores.Facts.WaitingAsync(ct);

    public Task<IReadOnlyList<Waiting>> WaitingAsync(IReadOnlyCollection<SubmissionId> some, CancellationToken ct) =>
        _stores.Facts.WaitingAsync(some, ct);

    public Task<IReadOnlyList<Waiting>> WaitingAsync(RejudgingId rejudging, CancellationToken ct) =>
        _stores.Facts.WaitingAsync(rejudging, ct);

    public Task<QueueLook> LookAsync(long after, CancellationToken ct) => _stores.Facts.LookAsync(after, ct);

    public Task WriteAsync(
        long epoch,
        IReadOnlyList<(Ticket Ticket, string Node)> tries,
        IReadOnlyList<JudgingId> spent,
        CancellationToken ct
    )
    {
        if (!Away)
        {
            return _stores.Facts.WriteAsync(epoch, tries, spent, ct);
        }

        _failed.TrySetResult();
        return Task.FromException(new IOException("The database is away."));
    }

    public Task<IReadOnlyList<string>> DrainedAsync(CancellationToken ct) => _stores.Facts.DrainedAsync(ct);

    public Task DrainAsync(string node, bool drained, CancellationToken ct) => _stores.Facts.DrainAsync(node, drained, ct);

    public Task<IReadOnlyDictionary<SubmissionId, (Submission Submission, ScoringStyle Scoring)>> FindAsync(
        IReadOnlyCollection<SubmissionId> some,
        CancellationToken ct
    ) => _stores.Verdicts.FindAsync(some, ct);

    public Task<IReadOnlyList<Kept>> StoreAsync(IReadOnlyList<(string Node, Outcome Outcome)> outcomes, CancellationToken ct) =>
        outcomes.Any(one => Refused is { } refused && one.Outcome.Judgement?.Verdict == refused.Verdict)
            ? Task.FromException<IReadOnlyList<Kept>>(new RefusedException(new IOException("The database does not take it.")))
            : _stores.Verdicts.StoreAsync(outcomes, ct);

    /// <summary>Ends when a package is asked for.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Ends before a package is listed.</summary>
    public Task Listed { get; set; } = Task.CompletedTask;

    public async Task<string> HashOfAsync(string problem, CancellationToken ct)
    {
        _asked.TrySetResult();
        await Listed;
        return $"hash of {problem}";
    }

    public Task<Piece?> ReadAsync(string hash, long offset, CancellationToken ct) => Task.FromResult<Piece?>(null);

    public IDisposable Follow(Action<JudgingProgress> told) => throw new NotSupportedException();

    public Task TellAsync(JudgingProgress progress, CancellationToken ct) => Task.CompletedTask;
}
