using Judge.Problems;
using Judge.Sandbox;
using Microsoft.Win32.SafeHandles;

namespace Judge.Programs.Check.Contracts;

/// <summary>How a checker is called and how it says its result. Both ways are pure.</summary>
internal interface IContract
{
    /// <summary>Arguments (after the program's own), files and standard input; what is to be collected.</summary>
    Command Call(AuthorCall call);

    /// <summary>The call of an interactor with what it hears and says; by default its standard streams.</summary>
    /// <param name="fromProgram">To be read.</param>
    /// <param name="toProgram">To be written.</param>
    Command Join(Command call, SafeFileHandle fromProgram, SafeFileHandle toProgram) =>
        call with
        {
            StdinPipe = fromProgram,
            StdoutPipe = toProgram,
        };

    /// <summary>What the checker said; it has ended by itself.</summary>
    /// <exception cref="CheckerException">It said what it must not; the sentence tells staff.</exception>
    Checked Read(Execution execution, Problem problem, Test test);
}

/// <summary>What a checker or interactor gets.</summary>
/// <param name="Output">The entrant's output; null for an interactor, which talks with the program instead.</param>
internal sealed record AuthorCall(Problem Problem, Test Test, Content Input, Content? Output, Content Answer, FeedbackFolder Before);

internal static class Contract
{
    public static IContract Of(CheckerContract contract) =>
        contract switch
        {
            CheckerContract.Kattis => new KattisContract(),
            CheckerContract.Testlib => new TestlibContract(),
            CheckerContract.Themis => new ThemisContract(),
            CheckerContract.Cms => new CmsContract(),
            CheckerContract.Hustoj => new HustojContract(),
            _ => throw new ArgumentOutOfRangeException(nameof(contract), contract, "There is no such contract."),
        };
}
