using Judge.Problems;
using Judge.Queue;
using Judge.Sandbox;
using Judge.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ending = Judge.Queue.Ending;

namespace Judge.Nodes;

/// <summary>
/// A judge: one loop that reports and gets its orders, and a task a job. An arena that does not answer stops neither; what was judged
/// waits until it does. The node stops by taking nothing more; what is not finished within a grace goes back in line.
/// </summary>
internal sealed class JudgeNode(
    IJudgeDesk desk,
    ISandbox sandbox,
    SandboxWatch watch,
    OrderedJudging judging,
    NewsTeller news,
    IPackages packages,
    Languages languages,
    JudgeOptions options,
    TimeProvider clock,
    ILogger<JudgeNode> log
) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookInTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>After the grace, for telling what came of it.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>A little more than a report itself may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>An answer that orders nothing should have taken longer; the next report waits for the rest of it.</summary>
    private static readonly TimeSpan LeastPoll = TimeSpan.FromMilliseconds(500);

    private static readonly string Version = ProgramVersion.Own;

    private readonly Guid _run = Guid.NewGuid();
    private readonly int _slots = options.Slots > 0 ? options.Slots : Environment.ProcessorCount;
    private readonly HeldJobs _held = new(news);
    private readonly CancellationTokenSource _cut = new(Timeout.InfiniteTimeSpan, clock);
    private readonly CancellationTokenSource _end = new(Timeout.InfiniteTimeSpan, clock);
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _jobs = [];
    private OrdersNumber _seen;
    private long _judged;
    private bool _unheard;

    private bool IsStopping => _stopping.Task.IsCompleted;

    public override void Dispose()
    {
        _cut.Dispose();
        _end.Dispose();
        base.Dispose();
    }

    /// <summary>
    /// Stops before anything else does, also where a host stops all at once: what is under way can be handed in only while the arena lives.
    /// </summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host does not wait for the first report
        using var over = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() =>
        {
            _cut.CancelAfter(Grace);
            _end.CancelAfter(Grace + LastWords);
            _stopping.TrySetResult();
        });
        await news.LoadAsync();
        Task[] beside = [TellAsync(over.Token), LookAsync(over.Token)];
        while (!IsStopping)
        {
            await ReportAsync(_stopping.Task);
        }

        while (AllDone() is { IsCompleted: false } done)
        {
            await ReportAsync(done);
        }

        await ReportAsync(Task.Delay(LastWords, clock, CancellationToken.None));
        await over.CancelAsync();
        await Task.WhenAll(beside);
    }

    /// <summary>The arena is to hear first what is held here, also from an earlier run: then nobody else judges it meanwhile.</summary>
    private async Task TellAsync(CancellationToken over)
    {
        await _heard.Task.WaitAsync(over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await news.RunAsync(over);
    }

    /// <summary>Reports once and does what is ordered; again a little later, if nobody answers.</summary>
    /// <param name="until">Ends the waiting for the answer; what comes later is done all the same.</param>
    private async Task ReportAsync(Task until)
    {
        var changed = Task.WhenAny(watch.Changed, _held.Settled, until);
        var started = clock.GetTimestamp();
        var answer = AskAsync();
        await Task.WhenAny(answer, changed);
        if (!answer.IsCompleted || await answer is Answer.Orders)
        {
            return;
        }

        var pause = answer.Result == Answer.None ? AfterFailure : LeastPoll - clock.GetElapsedTime(started);
        if (pause > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.Delay(pause, clock), changed);
        }
    }

    private enum Answer
    {
        None,
        Nothing,
        Orders,
    }

    private async Task<Answer> AskAsync()
    {
        try
        {
            var orders = await desk.ReportAsync(Report()).WaitAsync(Patience, clock);
            Note(null);
            _heard.TrySetResult();
            return Follow(orders) ? Answer.Orders : Answer.Nothing;
        }
        catch (ObjectDisposedException) when (IsStopping)
        {
            return Answer.None; // an answer after the end: what it orders is not held by any report
        }
        catch (Exception e)
        {
            Note(e);
            return Answer.None;
        }
    }

    private NodeReport Report()
    {
        lock (_gate)
        {
            var (holds, untold) = _held.Tickets;
            return new NodeReport
            {
                Node = options.Node,
                Run = _run,
                Version = Version,
                Clock = clock.GetUtcNow(),
                Sandbox = sandbox.Kind,
                Slots = _slots,
                Judged = Interlocked.Read(ref _judged),
                Trouble = watch.Trouble,
                Stopping = IsStopping,
                Languages = LanguagesHere(),
                Warm = packages.Warm,
                Holds = holds,
                Untold = untold,
                Seen = _seen,
            };
        }
    }

    /// <returns>Whether it says anything new, also what needs no doing any more: the arena is to hear at once that it came.</returns>
    private bool Follow(Orders orders)
    {
        lock (_gate)
        {
            var isNew = (orders.Number.Epoch, orders.Number.Number).CompareTo((_seen.Epoch, _seen.Number)) > 0;
            if (isNew)
            {
                _seen = orders.Number;
            }

            var gave = orders.GiveWay.Count(_held.GiveWay);
            return gave + orders.Jobs.Count(Begin) > 0 || isNew;
        }
    }

    private bool Begin(Job job)
    {
        if (_held.Take(job, _cut.Token) is not { } held)
        {
            return false;
        }

        if (IsStopping)
        {
            held.GiveWay(); // it was on its way when this node said that it wants nothing more
        }

        var run = Task.Run(() => RunAsync(held));
        _jobs.Add(run);
        run.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return true;
    }

    private async Task RunAsync(HeldJob held)
    {
        using var job = held;
        try
        {
            if (await judging.RunAsync(held, _end.Token))
            {
                Interlocked.Increment(ref _judged);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            log.LogWarning("What came of submission {Submission} could not be told before the end", held.Job.Submission.Id.Value);
        }
        catch (Exception e)
        {
            log.LogError(e, "Submission {Submission} could not be settled", held.Job.Submission.Id.Value);
            held.Settle(new Outcome(held.Ticket, Ending.Failed, null, e.Message));
        }
    }

    private void Forget(Task run)
    {
        lock (_gate)
        {
            _jobs.Remove(run);
        }
    }

    private Task AllDone()
    {
        lock (_gate)
        {
            return Task.WhenAll(_jobs);
        }
    }

    /// <summary>Looks after the sandbox.</summary>
    private async Task LookAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await watch.CheckAsync(over);
            }
            catch (Exception e) when (!over.IsCancellationRequested)
            {
                log.LogError(e, "The sandbox of judge {Node} could not be looked at; going on", options.Node);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var pause = watch.Trouble.Length > 0 ? LookInTrouble : Look;
            await Task.Delay(pause, clock, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IReadOnlyList<string> LanguagesHere()
    {
        try
        {
            var images = BuiltImages.In(options.ImagesFolder);
            return [.. languages.All.Where(language => images.Contains(language.Image)).Select(language => language.Id)];
        }
        catch (SandboxException)
        {
            return [];
        }
    }

    /// <summary>Once when it begins, once when it is over, also where two reports that are open at a time fail together.</summary>
    private void Note(Exception? failure)
    {
        var wasUnheard = Interlocked.Exchange(ref _unheard, failure is not null);
        if (failure is not null && !wasUnheard)
        {
            log.LogError(failure, "Judge {Node} cannot report to an arena; it goes on and tries again", options.Node);
        }
        else if (failure is null && wasUnheard)
        {
            log.LogInformation("Judge {Node} reports to an arena again", options.Node);
        }
    }
}
