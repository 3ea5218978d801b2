using Microsoft.Extensions.Logging;

namespace Judge.Events;

/// <summary>
/// A question to a grain that is answered when there is news, or after a while with none. Whoever follows asks again with what it knows:
/// nothing is lost, and no list of followers is kept. When the grain's silo dies the question fails, and the next one wakes the grain
/// elsewhere.
/// </summary>
internal static class LongPoll
{
    /// <summary>A silo that stops waits for its answers so long; much less than the 30 s after which a call has failed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromMilliseconds(200);

    /// <summary>For the grain: waits for news, or until the question is answered without. Goes on in the grain's turn.</summary>
    /// <param name="ct">Cancelled when nobody waits for the answer any more.</param>
    public static async Task WaitAsync(Task news, CancellationToken ct) =>
        await news.WaitAsync(Longest, ct)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>For the follower: asks until the token ends it, whatever becomes of the grain.</summary>
    /// <param name="ask">Asks once and keeps the answer.</param>
    public static async Task FollowAsync(Func<CancellationToken, Task> ask, ILogger log, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ask(ct);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                log.LogInformation(trouble, "A grain does not answer; asking again");
                await Task.Delay(PauseAfterTrouble, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
