using Orleans.Concurrency;

namespace Judge.Drafts;

/// <summary>One write at a time, and two seconds between writes however fast somebody types.</summary>
[Reentrant]
internal sealed class DraftGrain([PersistentState("draft", DraftGrain.Store)] IPersistentState<Draft> kept, TimeProvider time)
    : Grain,
        IDraftGrain
{
    /// <summary>Name of the storage that the set-up gives.</summary>
    public const string Store = "live";

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private Task _turn = Task.CompletedTask;
    private Task _nextWrite = Task.CompletedTask;
    private bool _isWaiting;
    private DateTimeOffset _writtenAt;

    public Task<Draft> FindAsync() => Task.FromResult(kept.State);

    public Task<Draft> SaveAsync(string language, string text, string writer, long seen) =>
        SaveAsync(text, at => kept.State.After(new DraftText(language, text, writer, at), seen));

    public Task<Draft> SaveNumberedAsync(string language, string text, long number) =>
        SaveAsync(text, at => kept.State.AfterNumbered(new DraftText(language, text, "", at, number)));

    public Task ForgetAsync()
    {
        kept.State = new Draft();
        return InTurnAsync(kept.ClearStateAsync);
    }

    /// <param name="next">From the moment of the change to the draft after it.</param>
    private async Task<Draft> SaveAsync(string text, Func<long, Draft> next)
    {
        if (!IDraftGrain.Takes(text))
        {
            throw new ArgumentException("The text is larger than what can be handed in.", nameof(text));
        }

        var after = next(Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), (kept.State.Newest?.At ?? 0) + 1));
        // What changes nothing needs no write, unless the last one failed.
        var isNew = !ReferenceEquals(after, kept.State) || _nextWrite.IsFaulted;
        kept.State = after;
        if (isNew && !_isWaiting)
        {
            _isWaiting = true;
            _nextWrite = WriteSoonAsync();
        }

        await _nextWrite;
        return kept.State;
    }

    private async Task WriteSoonAsync()
    {
        if (_writtenAt + Pace - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time);
        }

        await InTurnAsync(() =>
        {
            // Whoever comes from here on waits for the write after this one.
            (_isWaiting, _writtenAt) = (false, time.GetUtcNow());
            return kept.State.Newest is null ? Task.CompletedTask : kept.WriteStateAsync();
        });
    }

    private Task InTurnAsync(Func<Task> act) => _turn = AfterAsync(_turn, act);

    private static async Task AfterAsync(Task before, Func<Task> act)
    {
        // Whoever waits for the one before is told of its failure.
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await act();
    }
}
