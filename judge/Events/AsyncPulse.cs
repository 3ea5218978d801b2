namespace Judge.Events;

/// <summary>Wakes all who wait when it rings. Take <see cref="Next"/> before looking, then wait for it: no ring is missed.</summary>
internal sealed class AsyncPulse
{
    private TaskCompletionSource _next = NewRing();

    /// <summary>Ends at the next ring.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, NewRing()).SetResult();

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
