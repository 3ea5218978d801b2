using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;

namespace Judge.Verify;

/// <summary>
/// Runs the programs of a package for its verification, each in a box. A <see cref="TimeoutException"/> of any call says that the time for
/// this verification is used up.
/// </summary>
internal interface IPackageRunner
{
    /// <summary>Judges a solution as an entrant's is judged whose points count.</summary>
    Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, CancellationToken ct);

    /// <summary>Why a program of the author does not compile, with the compiler's words; empty: it does.</summary>
    Task<string> CompileAsync(AuthorProgram program, CancellationToken ct);

    /// <summary>What an input validator says of each input; empty: it accepts.</summary>
    /// <exception cref="CheckerException">It failed; the message is a sentence.</exception>
    Task<IReadOnlyList<string>> ValidateAsync(
        Problem problem,
        AuthorProgram validator,
        IReadOnlyList<ValidatorInput> inputs,
        CancellationToken ct
    );

    /// <summary>What the problem's checker says of each output; not for interactive problems.</summary>
    /// <exception cref="CheckerException">It failed; the message is a sentence.</exception>
    Task<IReadOnlyList<CheckResult>> CheckAsync(Problem problem, IReadOnlyList<GivenOutput> outputs, CancellationToken ct);
}

/// <summary>An input file, and the arguments that the validator gets with it.</summary>
internal sealed record ValidatorInput(string Path, IReadOnlyList<string> Arguments);

/// <summary>An output that nobody had to run for, such as the answer itself.</summary>
internal sealed record GivenOutput(Test Test, string Path);
