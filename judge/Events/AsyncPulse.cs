namespace Judge.Events;

/// <summary>Wakes all who wait at each pulse. Take <see cref="Next"/> before looking, then wait for it: none is missed.</summary>
internal sealed class AsyncPulse
{
    private TaskCompletionSource _next = NewNext();

    /// <summary>Ends at the next pulse.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, NewNext()).SetResult();

    private static TaskCompletionSource NewNext() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
