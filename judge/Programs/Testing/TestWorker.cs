using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Compile;
using Judge.Programs.Verdicts;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Testing;

/// <summary>Judges tests one after the other, all passes of each; a submission has one worker a box.</summary>
internal sealed class TestWorker(Problem problem, IPass pass, IAsyncDisposable? box) : IAsyncDisposable
{
    /// <summary>
    /// Judges a test. When a program of the author fails, all is done once more, for it may have been the machine; failing again, it is a
    /// judge error: never the entrant's fault.
    /// </summary>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the submission.</exception>
    public async Task<TestOutcome> JudgeAsync(Test test, CancellationToken ct)
    {
        try
        {
            return await JudgeOnceAsync(test, ct);
        }
        catch (CheckerException)
        {
            try
            {
                return await JudgeOnceAsync(test, ct);
            }
            catch (CheckerException again)
            {
                return VerdictRule.NotJudged(test, again.Message);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await pass.DisposeAsync();
        if (box is not null)
        {
            await box.DisposeAsync();
        }
    }

    private async Task<TestOutcome> JudgeOnceAsync(Test test, CancellationToken ct)
    {
        var (input, feedback) = (Content.OfFile(test.InputPath), FeedbackFolder.Empty);
        Execution? slowest = null;
        for (var number = 1; ; number++)
        {
            var done = await pass.RunAsync(test, input, feedback, ct);
            slowest = Worse(slowest, done.Execution);
            if (done.Checked.After.NextInput is not { } next)
            {
                var result = VerdictRule.Result(test, slowest, done.Checked.Result);
                return result.Message == TestMessage.ExitCode && AuthorsPart.CannotCall(slowest.Stderr.Span, problem)
                    ? result with
                    {
                        Message = TestMessage.FunctionMismatch,
                    }
                    : result;
            }

            if (number >= problem.Passes)
            {
                throw new CheckerException($"It asks for pass {number + 1} of at most {problem.Passes}.");
            }

            (input, feedback) = (next, done.Checked.After.WithoutNextInput());
        }
    }

    /// <summary>The later run, with the most time and memory of both.</summary>
    private static Execution Worse(Execution? before, Execution now) =>
        before is null
            ? now
            : now with
            {
                Cpu = before.Cpu > now.Cpu ? before.Cpu : now.Cpu,
                MemoryBytes = Math.Max(before.MemoryBytes, now.MemoryBytes),
            };
}
