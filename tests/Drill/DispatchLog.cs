using Judge.Queue;
using Judge.Submit;

namespace Drill;

/// <summary>What nodes told: who took what when, and what they hold.</summary>
internal sealed class DispatchLog(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<JudgingId>> _held = [];
    private readonly List<Dispatch> _dispatches = [];
    private readonly List<(DateTimeOffset At, long Epoch)> _epochs = [];

    /// <summary>A node that is there, or is there again; its slots are free until it takes something.</summary>
    public void Joined(string node)
    {
        lock (_lock)
        {
            _held.TryAdd(node, []);
        }
    }

    /// <summary>Nothing is expected of it any more, and whatever it held is for others.</summary>
    public void Left(string node)
    {
        lock (_lock)
        {
            _held.Remove(node);
        }
    }

    public void Ordered(long epoch)
    {
        lock (_lock)
        {
            if (_epochs.Count == 0 || epoch > _epochs[^1].Epoch)
            {
                _epochs.Add((time.GetUtcNow(), epoch));
            }
        }
    }

    public void Took(string node, Ticket ticket)
    {
        lock (_lock)
        {
            _dispatches.Add(new Dispatch(time.GetUtcNow(), node, ticket));
            _held.GetValueOrDefault(node)?.Add(ticket.Judging);
        }
    }

    public void Settled(string node, JudgingId judging)
    {
        lock (_lock)
        {
            _held.GetValueOrDefault(node)?.Remove(judging);
        }
    }

    /// <summary>How many are held by nodes that are there, and by how many nodes.</summary>
    public (int Held, int Nodes) Now()
    {
        lock (_lock)
        {
            return (_held.Values.SelectMany(held => held).Distinct().Count(), _held.Count);
        }
    }

    public IReadOnlyList<Dispatch> Dispatches()
    {
        lock (_lock)
        {
            return [.. _dispatches];
        }
    }

    /// <summary>When the first orders of each dispatcher reached a node, in their order.</summary>
    public IReadOnlyList<(DateTimeOffset At, long Epoch)> Epochs()
    {
        lock (_lock)
        {
            return [.. _epochs];
        }
    }
}

internal readonly record struct Dispatch(DateTimeOffset At, string Node, Ticket Ticket)
{
    public SubmissionId Submission => Ticket.Judging.Submission;
}
