using Judge.Queue;
using Microsoft.Extensions.Logging;

namespace Judge.Nodes;

/// <summary>Where finished work is kept besides memory, so that it survives the program.</summary>
internal interface IKeptOutcomes
{
    /// <summary>All that was put and not removed.</summary>
    Task<IReadOnlyList<Outcome>> ReadAsync();

    /// <summary>Instead of what is there of the same judging.</summary>
    Task PutAsync(Outcome outcome);

    Task RemoveAsync(JudgingId judging);
}

/// <summary>
/// What came of jobs and is not handed in yet, one a judging. It is forgotten only when the arena has said that it is stored.
/// </summary>
/// <param name="kept">Null: in memory only. An arena's own judge needs no more: what dies with the arena is judged again.</param>
internal sealed class Outbox(IKeptOutcomes? kept, ILogger<Outbox> log)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Outcome> _waiting = [];

    /// <summary>What is kept otherwise than it is here.</summary>
    private readonly HashSet<JudgingId> _changed = [];

    private readonly SemaphoreSlim _keeping = new(1, 1);
    private bool _fails;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<Outcome> Waiting
    {
        get
        {
            lock (_gate)
            {
                return [.. _waiting];
            }
        }
    }

    /// <summary>Brings back what an earlier run of this node has left, before anything is added.</summary>
    public async Task LoadAsync()
    {
        try
        {
            var left = kept is null ? [] : await kept.ReadAsync();
            lock (_gate)
            {
                foreach (var outcome in left)
                {
                    _waiting.AddLast(outcome);
                }
            }
        }
        catch (Exception e)
        {
            Note(e);
        }
    }

    /// <summary>Puts it last, instead of what is there of the same judging.</summary>
    public void Add(Outcome outcome)
    {
        lock (_gate)
        {
            Drop(outcome.Ticket.Judging);
            _waiting.AddLast(outcome);
        }
    }

    /// <summary>Null: nothing came of it that waits here.</summary>
    public Outcome? Find(JudgingId judging) => Waiting.FirstOrDefault(outcome => outcome.Ticket.Judging == judging);

    public bool Has(Outcome outcome) => Waiting.Any(waiting => ReferenceEquals(waiting, outcome));

    /// <summary>Forgets what was handed in; what has taken its place meanwhile stays.</summary>
    public void Remove(IReadOnlyList<Outcome> handedIn)
    {
        lock (_gate)
        {
            foreach (var outcome in handedIn.Where(Holds))
            {
                Drop(outcome.Ticket.Judging);
            }
        }
    }

    /// <summary>Forgets what came of a judging that was ordered anew.</summary>
    public void Remove(JudgingId judging)
    {
        lock (_gate)
        {
            Drop(judging);
        }
    }

    /// <summary>Puts last what could not be handed in, so that it does not stand in the way of the rest.</summary>
    public void Postpone(IReadOnlyList<Outcome> some)
    {
        lock (_gate)
        {
            foreach (var outcome in some.Where(Holds).ToList())
            {
                _waiting.Remove(outcome);
                _waiting.AddLast(outcome);
            }
        }
    }

    /// <summary>
    /// Returns when what was here at the call is kept. It does not fail: where nothing can be kept, as on a full disk, it is in memory all
    /// the same, and the next call tries again.
    /// </summary>
    public async Task KeepAsync()
    {
        if (kept is null)
        {
            return;
        }

        await _keeping.WaitAsync();
        try
        {
            foreach (var judging in Changed())
            {
                await KeepAsync(kept, judging);
            }
        }
        finally
        {
            _keeping.Release();
        }
    }

    private async Task KeepAsync(IKeptOutcomes to, JudgingId judging)
    {
        try
        {
            await (Find(judging) is { } outcome ? to.PutAsync(outcome) : to.RemoveAsync(judging));
            Note(null);
        }
        catch (Exception e)
        {
            Note(e);
            lock (_gate)
            {
                _changed.Add(judging);
            }
        }
    }

    private List<JudgingId> Changed()
    {
        lock (_gate)
        {
            var changed = _changed.ToList();
            _changed.Clear();
            return changed;
        }
    }

    private bool Holds(Outcome outcome) => _waiting.Any(waiting => ReferenceEquals(waiting, outcome));

    private void Drop(JudgingId judging)
    {
        if (kept is not null)
        {
            _changed.Add(judging);
        }

        if (_waiting.FirstOrDefault(outcome => outcome.Ticket.Judging == judging) is { } before)
        {
            _waiting.Remove(before);
        }
    }

    /// <summary>Once when it begins, once when it is over.</summary>
    private void Note(Exception? failure)
    {
        if (failure is not null && !_fails)
        {
            log.LogError(failure, "Verdicts that the arena has not yet cannot be kept on the disk; a restart of this node would lose them");
        }

        _fails = failure is not null;
    }
}
