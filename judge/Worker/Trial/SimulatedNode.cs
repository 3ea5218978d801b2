using System.Security.Cryptography;
using System.Threading.Channels;
using Judge.Problems;
using Judge.Queue;
using Judge.Sandbox;
using Judge.Score;
using Ending = Judge.Queue.Ending;

namespace Judge.Worker.Trial;

/// <param name="Slots">Submissions judged at once.</param>
/// <param name="JudgingTime">What each takes; zero: it is judged as it comes.</param>
internal sealed record SimulatedNodeOptions(string Name, int Slots, TimeSpan JudgingTime, IReadOnlyList<string> Languages);

/// <summary>What a simulated node tells of itself as it happens.</summary>
internal interface ISimulatedNodeListener
{
    /// <summary>Orders came, with work or without.</summary>
    void Ordered(string node, OrdersNumber number);

    void Took(string node, Ticket ticket);

    /// <summary>What it handed in is stored, or it was told to give it back.</summary>
    void Settled(string node, Outcome outcome);
}

/// <summary>
/// A judge node that speaks with the arenas as a real one does and judges nothing: each judging takes a given time, and its verdict
/// follows from the source alone.
/// </summary>
internal sealed class SimulatedNode(IJudgeDesk desk, SimulatedNodeOptions options, ISimulatedNodeListener listener, TimeProvider time)
{
    private static readonly TimeSpan BeforeAskingAgain = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Dictionary<JudgingId, Holding> _held = [];
    private readonly Channel<Outcome> _finished = Channel.CreateUnbounded<Outcome>();
    private readonly Guid _run = Guid.NewGuid();
    private volatile bool _leaves;
    private OrdersNumber _seen;
    private long _judged;

    /// <summary>What any node says of a source.</summary>
    public static Judgement VerdictOn(ReadOnlySpan<byte> source)
    {
        var passed = SHA256.HashData(source)[0] % 5;
        return new Judgement
        {
            Verdict = passed == 4 ? Verdict.Accepted : Verdict.WrongAnswer,
            Share = passed / 4m,
            ProblemVersion = "simulated",
            Program = new ProgramReport(),
        };
    }

    /// <summary>Says that it takes nothing more, so that nobody waits for it once it is gone.</summary>
    public async Task LeaveAsync()
    {
        _leaves = true;
        await desk.ReportAsync(Report());
    }

    /// <summary>Works until the token says stop; then it is gone as if killed.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(AskAsync(ct), HandInAsync(ct));

    /// <summary>
    /// Says that it wants nothing more. Else what waits is given to it until its silence is noticed. The answer comes with the poll's end.
    /// </summary>
    public void Leave() => desk.ReportAsync(Report() with { Stopping = true }).Ignore();

    private async Task AskAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                Follow(await desk.ReportAsync(Report()).WaitAsync(ct), ct);
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                await Rest(ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task HandInAsync(CancellationToken ct)
    {
        var outcomes = new List<Outcome>();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (outcomes.Count == 0)
                {
                    await _finished.Reader.WaitToReadAsync(ct);
                }

                while (_finished.Reader.TryRead(out var outcome))
                {
                    outcomes.Add(outcome);
                }

                await desk.TellAsync(new News(options.Name, [.. outcomes], [])).WaitAsync(ct);
                outcomes.ForEach(Forget);
                outcomes.Clear();
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                await Rest(ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private Task Rest(CancellationToken ct) =>
        Task.Delay(BeforeAskingAgain, time, ct)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private NodeReport Report()
    {
        lock (_lock)
        {
            return new NodeReport
            {
                Node = options.Name,
                Run = _run,
                Version = "simulated",
                Clock = time.GetUtcNow(),
                Sandbox = SandboxKind.Docker,
                Slots = options.Slots,
                Judged = _judged,
                Trouble = "",
                Stopping = _leaves,
                Languages = options.Languages,
                Warm = [],
                Holds = [.. _held.Values.Select(holding => holding.Ticket)],
                Untold = [],
                Seen = _seen,
            };
        }
    }

    private void Follow(Orders orders, CancellationToken ct)
    {
        listener.Ordered(options.Name, orders.Number);
        lock (_lock)
        {
            _seen = orders.Number;
            foreach (var job in orders.Jobs)
            {
                Take(job, ct);
            }

            foreach (var unwanted in orders.GiveWay)
            {
                if (_held.TryGetValue(unwanted, out var holding))
                {
                    holding.GiveBack.Cancel();
                }
            }
        }
    }

    private void Take(Job job, CancellationToken ct)
    {
        if (_held.TryGetValue(job.Ticket.Judging, out var holding))
        {
            holding.Ticket = job.Ticket;
            return;
        }

        holding = new Holding(job.Ticket);
        _held.Add(job.Ticket.Judging, holding);
        listener.Took(options.Name, job.Ticket);
        if (options.JudgingTime == TimeSpan.Zero)
        {
            _finished.Writer.TryWrite(Judged(job));
        }
        else
        {
            _ = JudgeAsync(job, holding, ct);
        }
    }

    private async Task JudgeAsync(Job job, Holding holding, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(holding.GiveBack.Token, ct);
        try
        {
            await Task.Delay(options.JudgingTime, time, stop.Token);
            _finished.Writer.TryWrite(Judged(job));
        }
        catch (OperationCanceledException)
        {
            _finished.Writer.TryWrite(new Outcome(job.Ticket, Ending.GivenBack, null, ""));
        }
    }

    private static Outcome Judged(Job job) => new(job.Ticket, Ending.Judged, VerdictOn(job.Source.Span), "");

    private void Forget(Outcome outcome)
    {
        lock (_lock)
        {
            if (_held.Remove(outcome.Ticket.Judging, out var holding))
            {
                holding.GiveBack.Dispose();
            }

            _judged += outcome.Ending == Ending.Judged ? 1 : 0;
        }

        listener.Settled(options.Name, outcome);
    }

    private sealed class Holding(Ticket ticket)
    {
        /// <summary>Another one when the work was lost and given here again.</summary>
        public Ticket Ticket { get; set; } = ticket;

        public CancellationTokenSource GiveBack { get; } = new();
    }
}
