using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>
/// What a talk between a program and an interactor is worth (github.com/Kattis/problem-package-format, "Interactive problems"): whoever
/// fails first is to blame, for the other fails because of it.
/// </summary>
internal static class TalkRule
{
    private const int BrokenPipe = 13;

    /// <summary>The run with the ending that counts, and the check.</summary>
    /// <param name="program">The entrant's run.</param>
    /// <param name="interactor">Its partner's run.</param>
    /// <param name="read">What the interactor said; asked only if it ended by itself.</param>
    /// <param name="failure">Why the interactor's run says nothing; null: it ended by itself.</param>
    /// <exception cref="CheckerException">The interactor failed, and not because of the program.</exception>
    public static (Execution Counting, Checked Checked) Decide(Execution program, Execution interactor, string? failure, Func<Checked> read)
    {
        var programFailed = program is not { Ending: Ending.Exited, ExitCode: 0 };
        if (failure is not null)
        {
            return IsExcused(program, interactor, programFailed) ? (program, Nothing(programFailed)) : throw new CheckerException(failure);
        }

        Checked said;
        try
        {
            said = read();
        }
        catch (CheckerException) when (program.EndedAt <= interactor.EndedAt && (programFailed || LostPartner(interactor)))
        {
            return (program, Nothing(programFailed));
        }

        // Part of the points is no rejection: the program must still come to a good end (CMS, Communication.py: else nothing).
        var rejectedFirst = said.Result is { Fault: not Fault.None, Share: 0 } && interactor.EndedAt < program.EndedAt;
        return rejectedFirst ? (Ended(program), said)
            : programFailed && !IsLateWriter(program, interactor) ? (program, Nothing(programFailed))
            : (Ended(program), said);
    }

    /// <summary>
    /// An interactor is not to blame that loses its partner: it gets a broken pipe, or does not know what to do at the end of the talk.
    /// Nor is one that cannot go on while the program fails.
    /// </summary>
    private static bool IsExcused(Execution program, Execution interactor, bool programFailed) =>
        program.EndedAt <= interactor.EndedAt
        && (LostPartner(interactor) || (programFailed && interactor.Ending is Ending.Exited or Ending.Signaled));

    /// <summary>A program may still be saying goodbye when the interactor has heard enough.</summary>
    private static bool IsLateWriter(Execution program, Execution interactor) =>
        interactor.EndedAt < program.EndedAt && LostPartner(program);

    /// <summary>Not every language dies of the signal: the others print the system's words for EPIPE.</summary>
    private static bool LostPartner(Execution run) => run.Signal == BrokenPipe || run.Stderr.Span.IndexOf("Broken pipe"u8) >= 0;

    private static Execution Ended(Execution program) => program with { Ending = Ending.Exited, ExitCode = 0, Signal = 0 };

    /// <summary>A program that left the talk early, in good order, has not answered.</summary>
    private static Checked Nothing(bool programFailed) => new(CheckResult.Wrong(programFailed ? Fault.NotChecked : Fault.Different));
}
