using Dapper;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>A row of the queue with our token on it, as long as nobody took it after the lease had lapsed.</summary>
internal sealed class QueueLease(
    Database database,
    SubmissionId submission,
    RejudgingId rejudging,
    int attempt,
    string judge,
    string token,
    TimeProvider clock
) : IJudgeLease
{
    private bool _settled;

    public SubmissionId Submission => submission;

    public RejudgingId Rejudging => rejudging;

    public int Attempt => attempt;

    public async Task<bool> RenewAsync(CancellationToken ct) =>
        await ChangeAsync("lease_until = @until", QueueStore.LeaseTime, wake: false, ct);

    public async Task CompleteAsync(Judgement judgement, CancellationToken ct)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                await QueueRows.SettleAsync(database, connection, transaction, submission, rejudging, judgement, judge, now);
                return true;
            },
            ct
        );
        _settled = true;
    }

    public async Task GiveBackAsync(CancellationToken ct)
    {
        await ChangeAsync("token = NULL, attempts = attempts - 1", TimeSpan.Zero, wake: true, ct);
        _settled = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_settled)
        {
            _settled = true;
            await ChangeAsync("lease_until = @until", attempt * QueueStore.RestAfterFailure, wake: false, CancellationToken.None);
        }
    }

    /// <param name="change">May name <c>@until</c>.</param>
    /// <param name="time">From now to <c>@until</c>.</param>
    /// <returns>False: the lease was lost, and nothing is changed.</returns>
    private Task<bool> ChangeAsync(string change, TimeSpan time, bool wake, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var until = (clock.GetUtcNow() + time).ToUnixTimeMilliseconds();
                var held =
                    await connection.ExecuteAsync(
                        $"UPDATE queue SET {change} WHERE submission = @submission AND rejudging = @rejudging AND token = @token",
                        new
                        {
                            submission = submission.Value,
                            rejudging = rejudging.Value,
                            token,
                            until,
                        },
                        transaction
                    ) > 0;
                if (held && wake)
                {
                    await database.NotifyAsync(connection, transaction, Signals.Queue, "");
                }

                return held;
            },
            ct
        );
}
