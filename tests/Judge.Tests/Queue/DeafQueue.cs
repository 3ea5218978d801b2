using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Tests.Queue;

/// <summary>A queue that nothing reaches and that cannot be asked.</summary>
internal sealed class DeafQueue : IJudgeQueue
{
    public Task OfferAsync(SubmissionId submission) => Task.CompletedTask;

    public Task OfferAsync(RejudgingId rejudging) => Task.CompletedTask;

    public Task WithdrawAsync(RejudgingId rejudging) => Task.CompletedTask;

    public Task<QueueState> StateAsync(CancellationToken ct) => Task.FromException<QueueState>(new TimeoutException("The queue is away."));
}
