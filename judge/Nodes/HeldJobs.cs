using Judge.Events;
using Judge.Queue;

namespace Judge.Nodes;

/// <summary>What a node judges now, one a judging, whatever is ordered how often.</summary>
internal sealed class HeldJobs(NewsTeller news)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<JudgingId, HeldJob> _held = [];
    private readonly AsyncPulse _settled = new();

    /// <summary>Ends when something has come of a job: a slot is free.</summary>
    public Task Settled => _settled.Next;

    /// <summary>What is judged here, and what came of others that the arena has not heard yet.</summary>
    public (IReadOnlyList<Ticket> Judging, IReadOnlyList<Ticket> Untold) Tickets
    {
        get
        {
            lock (_gate)
            {
                return ([.. _held.Values.Select(held => held.Ticket)], [.. news.Untold]);
            }
        }
    }

    /// <summary>
    /// Takes a job. Where the same judging is under way, or has a verdict that waits to be told, that goes on with the new ticket.
    /// </summary>
    /// <param name="cut">Cancelled when all that is held is to be given back.</param>
    /// <returns>What is to be judged now; null: nothing more than was.</returns>
    public HeldJob? Take(Job job, CancellationToken cut)
    {
        lock (_gate)
        {
            if (_held.GetValueOrDefault(job.Ticket.Judging) is { Cut.IsCancellationRequested: false } before)
            {
                before.Ticket = job.Ticket;
                return null;
            }

            if (news.TellAgain(job.Ticket))
            {
                return null;
            }

            return _held[job.Ticket.Judging] = new HeldJob(this, job, cut);
        }
    }

    /// <summary>Cuts a judging off; what comes of it is that it is given back.</summary>
    /// <returns>Whether it was under way.</returns>
    public bool GiveWay(JudgingId judging)
    {
        HeldJob? held;
        lock (_gate)
        {
            held = _held.GetValueOrDefault(judging);
        }

        return held?.GiveWay() ?? false;
    }

    /// <returns>What is told; null: another try has taken its place, so nothing is.</returns>
    internal Outcome? Settle(HeldJob held, Outcome outcome)
    {
        lock (_gate)
        {
            if (_held.GetValueOrDefault(held.Job.Ticket.Judging) != held)
            {
                return null;
            }

            var told = outcome with { Ticket = held.Ticket };
            news.Tell(told);
            _held.Remove(held.Job.Ticket.Judging);
            _settled.Pulse();
            return told;
        }
    }
}

/// <summary>A job that a node judges.</summary>
internal sealed class HeldJob : IDisposable
{
    private readonly HeldJobs _jobs;
    private readonly CancellationTokenSource _cut;

    public HeldJob(HeldJobs jobs, Job job, CancellationToken cut)
    {
        (_jobs, Job, Ticket) = (jobs, job, job.Ticket);
        _cut = CancellationTokenSource.CreateLinkedTokenSource(cut);
        Cut = _cut.Token;
    }

    public Job Job { get; }

    /// <summary>Changes when the same judging is ordered anew.</summary>
    public Ticket Ticket { get; set; }

    /// <summary>Cancelled when it is to be given back.</summary>
    public CancellationToken Cut { get; }

    /// <summary>Says what came of it; from now on it is not held here but told until the arena has it.</summary>
    /// <returns>As it is told; null: another try has taken its place, so nothing is.</returns>
    public Outcome? Settle(Outcome outcome) => _jobs.Settle(this, outcome);

    /// <returns>False: it was at its end already.</returns>
    public bool GiveWay()
    {
        try
        {
            if (_cut.IsCancellationRequested)
            {
                return false;
            }

            _ = _cut.CancelAsync(); // whoever is cut off goes on in its own time
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose() => _cut.Dispose();
}
