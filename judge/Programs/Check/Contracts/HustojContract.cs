using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Special judges of HUSTOJ (github.com/zhblue/hustoj, trunk/core/judge_client/judge_client.cc, <c>special_judge</c>): called as <c>spj
/// input answer output</c>; exit code 0 is right and any other wrong.
/// </summary>
internal sealed class HustojContract : IContract
{
    /// <summary>No special judge says "wrong" in this way, but shells and run-time systems say "died".</summary>
    private const int Crashed = 126;

    /// <summary>But for <c>return -1</c>, which many write.</summary>
    private const int MinusOne = 255;

    public Command Call(AuthorCall call)
    {
        var files = new Dictionary<string, Content> { ["data.in"] = call.Input, ["data.out"] = call.Answer };
        if (call.Output is { } output)
        {
            files["user.out"] = output;
        }

        return new Command { Arguments = ["data.in", "data.out", "user.out", .. call.Test.CheckerArguments], Files = files };
    }

    public Checked Read(Execution execution, Problem problem, Test test) =>
        execution.ExitCode is >= Crashed and not MinusOne
            ? throw new CheckerException(
                $"It ended with exit code {execution.ExitCode}. {AuthorWords.Text(execution.Stderr.Span)}".TrimEnd()
            )
            : new Checked(
                new CheckResult(
                    execution.ExitCode == 0 ? 1 : 0,
                    execution.ExitCode == 0 ? Fault.None : Fault.Different,
                    ForStaff: AuthorWords.Text(execution.Stdout.Span)
                )
            );
}
