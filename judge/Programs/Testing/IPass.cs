using Judge.Problems;
using Judge.Programs.Check;
using Judge.Sandbox;

namespace Judge.Programs.Testing;

/// <summary>One pass over a test: the program runs (or has run) on an input, and what it made is checked.</summary>
internal interface IPass : IAsyncDisposable
{
    /// <param name="input">The test's input, or that of a later pass.</param>
    /// <param name="before">What the checker left at the pass before.</param>
    /// <exception cref="CheckerException">A program of the author failed.</exception>
    /// <exception cref="SandboxException">The sandbox failed.</exception>
    Task<PassResult> RunAsync(Test test, Content input, FeedbackFolder before, CancellationToken ct);
}

/// <summary>What came of a pass.</summary>
/// <param name="Execution">The run, with the ending that counts.</param>
internal sealed record PassResult(Execution Execution, Checked Checked);
