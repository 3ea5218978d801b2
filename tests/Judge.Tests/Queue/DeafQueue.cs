using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Tests.Queue;

/// <summary>A queue that nothing reaches and that cannot be asked.</summary>
internal sealed class DeafQueue : IJudgeQueue
{
    private static readonly InvalidOperationException Away = new("The queue is away.");

    public Task OfferAsync(SubmissionId submission) => Task.CompletedTask;

    public Task OfferAsync(RejudgingId rejudging) => Task.CompletedTask;

    public Task WithdrawAsync(RejudgingId rejudging) => Task.CompletedTask;

    public Task<int> ReconcileAsync(CancellationToken ct) => Task.FromException<int>(Away);

    public Task<int> ReconcileRecentAsync(CancellationToken ct) => Task.FromException<int>(Away);

    public Task<IJudgeLease?> TakeAsync(string judge, CancellationToken ct) => Task.FromException<IJudgeLease?>(Away);

    public Task WaitAsync(CancellationToken ct) => Task.FromException(Away);

    public Task<bool> WaitsBeforeAsync(Priority priority, CancellationToken ct) => Task.FromException<bool>(Away);

    public Task ReleaseAsync(string judge, CancellationToken ct) => Task.CompletedTask;

    public Task<QueueState> StateAsync(CancellationToken ct) => Task.FromException<QueueState>(Away);
}
