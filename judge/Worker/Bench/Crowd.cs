using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Judge.Queue;
using Judge.Submit;
using Judge.Worker.Trial;

namespace Judge.Worker.Bench;

/// <summary>Simulated nodes that work until it is disposed; knows when what was taken, and how much is settled.</summary>
internal sealed class Crowd : ISimulatedNodeListener, IAsyncDisposable
{
    /// <summary>No two of a process bear the same name.</summary>
    private static int _named;

    private readonly CancellationTokenSource _end;
    private readonly List<SimulatedNode> _nodes;
    private readonly Task _work;
    private readonly ConcurrentDictionary<string, bool> _there = new();
    private readonly ConcurrentDictionary<SubmissionId, TaskCompletionSource<long>> _taken = new();
    private int _settled;
    private long _firstTaken;

    public Crowd(IJudgeDesk desk, int nodes, Func<string, SimulatedNodeOptions> optionsOf, TimeProvider clock, CancellationToken ct)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _nodes =
        [
            .. Enumerable
                .Range(0, nodes)
                .Select(_ => string.Create(CultureInfo.InvariantCulture, $"bench-{Interlocked.Increment(ref _named)}"))
                .Select(name => new SimulatedNode(desk, optionsOf(name), this, clock)),
        ];
        _work = Task.WhenAll(_nodes.Select(node => node.RunAsync(_end.Token)));
    }

    /// <summary>As of <see cref="Stopwatch.GetTimestamp"/>; 0: nothing was taken yet.</summary>
    public long FirstTaken => Volatile.Read(ref _firstTaken);

    public void Ordered(string node, OrdersNumber number) => _there[node] = true;

    public void Took(string node, Ticket ticket)
    {
        var now = Stopwatch.GetTimestamp();
        Interlocked.CompareExchange(ref _firstTaken, now, 0);
        Of(ticket.Judging.Submission).TrySetResult(now);
    }

    public void Settled(string node, Outcome outcome) => Interlocked.Increment(ref _settled);

    /// <summary>As of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public Task<long> TakenAtAsync(SubmissionId submission, CancellationToken ct) => Of(submission).Task.WaitAsync(ct);

    /// <summary>Returns when so many nodes have had orders.</summary>
    public Task AreThereAsync(int nodes, CancellationToken ct) => UntilAsync(() => _there.Count >= nodes, ct);

    public Task AreSettledAsync(int count, CancellationToken ct) => UntilAsync(() => Volatile.Read(ref _settled) >= count, ct);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_nodes.Select(node => node.LeaveAsync()));
        await _end.CancelAsync();
        await _work;
        _nodes.ForEach(node => node.Leave());
        _end.Dispose();
    }

    private static async Task UntilAsync(Func<bool> holds, CancellationToken ct)
    {
        while (!holds())
        {
            await Task.Delay(1, ct);
        }
    }

    private TaskCompletionSource<long> Of(SubmissionId submission) =>
        _taken.GetOrAdd(submission, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
