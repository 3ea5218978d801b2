using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;

namespace Judge.Verify;

/// <summary>
/// Lets a verification run beside contests: as soon as somebody waits for a slot, what is under way is broken off and done again later.
/// What is broken off does not count for the time that a verification has.
/// </summary>
/// <param name="sandbox">In which <paramref name="runner"/> opens its boxes.</param>
/// <param name="most">Time that one verification may take, without waiting.</param>
internal sealed class YieldingPackageRunner(IPackageRunner runner, IdleSandbox sandbox, TimeSpan most, TimeProvider time) : IPackageRunner
{
    /// <summary>Time for the solutions of one package.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private TimeSpan _left = most;

    public Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, CancellationToken ct) =>
        RunAsync(token => runner.JudgeAsync(problem, language, source, token), ct);

    public Task<string> CompileAsync(AuthorProgram program, CancellationToken ct) =>
        RunAsync(token => runner.CompileAsync(program, token), ct);

    public Task<IReadOnlyList<string>> ValidateAsync(
        Problem problem,
        AuthorProgram validator,
        IReadOnlyList<ValidatorInput> inputs,
        CancellationToken ct
    ) => RunAsync(token => runner.ValidateAsync(problem, validator, inputs, token), ct);

    public Task<IReadOnlyList<CheckResult>> CheckAsync(Problem problem, IReadOnlyList<GivenOutput> outputs, CancellationToken ct) =>
        RunAsync(token => runner.CheckAsync(problem, outputs, token), ct);

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken ct)
    {
        while (true)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var (began, waited) = (time.GetTimestamp(), sandbox.Waited);
            TimeSpan Taken() => time.GetElapsedTime(began) - (sandbox.Waited - waited);
            var work = run(attempt.Token);
            var isLate = await WatchAsync(work, Taken, attempt);
            try
            {
                var result = await work;
                _left -= Taken();
                return result;
            }
            catch (OperationCanceledException) when (attempt.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                if (isLate)
                {
                    _left = TimeSpan.Zero;
                    throw new TimeoutException();
                }
            }
        }
    }

    /// <summary>Returns when the work is done or broken off; whether because there is no time left.</summary>
    private async Task<bool> WatchAsync(Task work, Func<TimeSpan> taken, CancellationTokenSource attempt)
    {
        // Not by the token: what it breaks off takes a while to end, and must not be looked at without a pause.
        while (await Task.WhenAny(work, Task.Delay(Look, time, CancellationToken.None)) != work)
        {
            var isLate = taken() >= _left;
            if (isLate || sandbox.IsWanted)
            {
                await attempt.CancelAsync();
                return isLate;
            }
        }

        return false;
    }
}
