using System.Collections.Concurrent;
using Judge.Nodes;
using Judge.Queue;

namespace Judge.Tests.Nodes;

/// <summary>What outlives a node in a test.</summary>
internal sealed class KeptInMemory : IKeptOutcomes
{
    private readonly ConcurrentDictionary<JudgingId, Outcome> _kept = new();

    public bool IsEmpty => _kept.IsEmpty;

    /// <summary>Called before anything is written; what it throws is a disk that fails.</summary>
    public Action Before { get; set; } = () => { };

    public Task<IReadOnlyList<Outcome>> ReadAsync() => Task.FromResult<IReadOnlyList<Outcome>>([.. _kept.Values]);

    public Task PutAsync(Outcome outcome)
    {
        Before();
        _kept[outcome.Ticket.Judging] = outcome;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(JudgingId judging)
    {
        Before();
        _kept.TryRemove(judging, out _);
        return Task.CompletedTask;
    }
}
