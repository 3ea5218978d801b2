using Judge.Check;
using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>Runs the programs of a package for its verification, each in a box.</summary>
internal interface IJury : IAsyncDisposable
{
    /// <summary>Judges a solution on all tests, or up to its first failure.</summary>
    Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, bool stopAtFirstFailure, CancellationToken ct);

    /// <summary>What an input validator says of an input; empty: it accepts.</summary>
    /// <exception cref="CheckerException">It failed; the message is a sentence.</exception>
    Task<string> ValidateAsync(Problem problem, JudgeProgram validator, string inputPath, IReadOnlyList<string> arguments, CancellationToken ct);

    /// <summary>What the problem's checker says of an output; not for interactive problems.</summary>
    /// <exception cref="CheckerException">It failed; the message is a sentence.</exception>
    Task<CheckResult> CheckAsync(Problem problem, Test test, ReadOnlyMemory<byte> output, CancellationToken ct);
}
