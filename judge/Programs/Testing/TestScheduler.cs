using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Testing;

/// <summary>Judges the tests of a submission by its own worker, and by further ones on slots that nobody else wants.</summary>
/// <param name="openIdle">Opens a further worker on an idle slot; null at once: there is none.</param>
internal sealed class TestScheduler(ISandbox sandbox, TestQueue queue, Func<CancellationToken, Task<TestWorker?>> openIdle)
{
    /// <summary>Less work than this is done before another box is ready.</summary>
    private static readonly TimeSpan WorthAWorker = TimeSpan.FromMilliseconds(100);

    private readonly List<Task> _helpers = [];

    /// <returns>Results in the order of the tests, of those that had to be run.</returns>
    /// <exception cref="SandboxException">The sandbox failed in the submission's own worker.</exception>
    public async Task<IReadOnlyList<TestOutcome>> RunAsync(TestWorker own, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await JudgeAllAsync(own, ended.Token);
            await Task.WhenAll(_helpers);
            await JudgeAllAsync(own, ended.Token); // what a further worker could not judge
            return queue.Settled();
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(_helpers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task JudgeAllAsync(TestWorker own, CancellationToken ct)
    {
        while (queue.Take() is { } test)
        {
            GetHelp(ct);
            queue.Done(test, await own.JudgeAsync(test, ct));
        }
    }

    private void GetHelp(CancellationToken ct)
    {
        _helpers.RemoveAll(helper => helper.IsCompletedSuccessfully);
        if (_helpers.Count < sandbox.Slots - 1 && !sandbox.IsWanted && queue.Ahead > WorthAWorker)
        {
            _helpers.Add(HelpAsync(ct));
        }
    }

    /// <summary>Further workers only make it quicker: one that fails is closed, and its test goes back.</summary>
    private async Task HelpAsync(CancellationToken ct)
    {
        try
        {
            await using var worker = await openIdle(ct);
            while (worker is not null && !sandbox.IsWanted && queue.Take() is { } test)
            {
                try
                {
                    queue.Done(test, await worker.JudgeAsync(test, ct));
                }
                finally
                {
                    queue.PutBack(test);
                }
            }
        }
        catch (SandboxException)
        {
            // the submission's own worker goes on
        }
    }
}
