namespace Judge.Queue;

/// <summary>
/// Judging again gives way: while all slots of a node are taken and something of a contest waits, the rejudging that began last goes back
/// in line as if it had not been tried. So a long rejudging delays nobody by more than a moment, even where there is one slot.
/// </summary>
internal sealed class RejudgePreemption(IJudgeQueue queue)
{
    private readonly Lock _gate = new();
    private readonly List<CancellationTokenSource> _again = [];

    /// <summary>Ends when the submission is to be given back: it is a rejudging and has to give way, or the node cannot go on.</summary>
    public CancellationTokenSource Enter(IJudgeLease lease, CancellationToken ct)
    {
        var turn = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (!lease.Rejudging.IsFirst)
        {
            lock (_gate)
            {
                _again.Add(turn);
            }
        }

        return turn;
    }

    public void Leave(CancellationTokenSource turn)
    {
        lock (_gate)
        {
            _again.Remove(turn);
        }
    }

    /// <summary>Lets one give way if need be; to be called now and then while all slots are taken.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        if (Youngest() is not null && await queue.WaitsBeforeAsync(Priority.Rejudge, ct) && Youngest() is { } youngest)
        {
            await youngest.CancelAsync();
        }
    }

    /// <summary>Null: there is none, or one is giving way already.</summary>
    private CancellationTokenSource? Youngest()
    {
        lock (_gate)
        {
            return _again.Exists(turn => turn.IsCancellationRequested) ? null : _again.LastOrDefault();
        }
    }
}
