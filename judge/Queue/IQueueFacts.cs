using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>
/// What the dispatcher knows for certain. What waits follows from the facts alone: each submission without a first judgement, and each
/// submission of a running rejudging without that rejudging's judgement.
/// </summary>
internal interface IQueueFacts
{
    /// <summary>Begins a new epoch: whoever dispatched before writes no try any more. Returns the epoch.</summary>
    Task<long> BeginAsync(CancellationToken ct);

    /// <summary>All that waits, first judgings first, in the order of their numbers.</summary>
    Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken ct);

    /// <summary>Which of these wait for their first judging.</summary>
    Task<IReadOnlyList<Waiting>> WaitingAsync(IReadOnlyCollection<SubmissionId> some, CancellationToken ct);

    /// <summary>What waits of a rejudging; nothing unless it is running.</summary>
    Task<IReadOnlyList<Waiting>> WaitingAsync(RejudgingId rejudging, CancellationToken ct);

    /// <summary>What may have been missed. Cheap enough for every few seconds of a long contest.</summary>
    /// <param name="after">Submissions up to this number are not looked at.</param>
    Task<QueueLook> LookAsync(long after, CancellationToken ct);

    /// <summary>Writes tries before they are given out, and gives judge errors to what was tried too often, all or none.</summary>
    /// <param name="spent">A verdict that came first stays.</param>
    /// <exception cref="OutdatedEpochException">Another dispatches; nothing was written.</exception>
    Task WriteAsync(long epoch, IReadOnlyList<(Ticket Ticket, string Node)> tries, IReadOnlyList<JudgingId> spent, CancellationToken ct);

    /// <summary>Nodes that are to get no work.</summary>
    Task<IReadOnlyList<string>> DrainedAsync(CancellationToken ct);

    Task DrainAsync(string node, bool drained, CancellationToken ct);
}

/// <param name="Epoch">Of whoever dispatches now.</param>
/// <param name="Newest">Greatest number of a submission; 0: there is none.</param>
/// <param name="Waiting">Those looked at that wait for their first judging.</param>
/// <param name="Rejudgings">Those that are running.</param>
internal sealed record QueueLook(long Epoch, long Newest, IReadOnlyList<Waiting> Waiting, IReadOnlyList<RejudgingId> Rejudgings);

/// <summary>A dispatcher that was cut off has a successor and must not go on.</summary>
internal sealed class OutdatedEpochException(long epoch) : Exception($"Epoch {epoch} of the dispatcher is over.");
