using ArenaWeb.Words;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;

namespace ArenaWeb.Judgements;

/// <summary>
/// What more there is to say of a test: in the reader's language, or the words that the problem's own checker has for entrants. The judge
/// adds nothing of the test's data.
/// </summary>
internal static class TestRemark
{
    /// <summary>
    /// Exit codes by which Free Pascal's run-time system tells what happened (freepascal.org, "Run time errors"), as far as pupils meet
    /// them.
    /// </summary>
    private static readonly int[] PascalErrors = [2, 100, 103, 104, 105, 106, 200, 201, 202, 203, 204, 205, 207, 215, 216];

    /// <summary>Segmentation fault, floating point exception, abort, kill.</summary>
    private static readonly int[] KnownSignals = [6, 8, 9, 11];

    /// <param name="mode">Highlighting name of the language, which tells whose exit codes they are.</param>
    public static string Of(TestOutcome test, string mode, FileNames? files, Phrases words) =>
        test.Message switch
        {
            TestMessage.NoOutputFile => words["arena.remark.NoOutputFile", files?.Output],
            TestMessage.ExitCode when mode == "pascal" && PascalErrors.Contains(test.Code) => words[$"arena.exit.{test.Code}", test.Code],
            TestMessage.ExitCode => words["arena.remark.ExitCode", test.Code],
            TestMessage.Signal when KnownSignals.Contains(test.Code) => words[$"arena.signal.{test.Code}"],
            TestMessage.Signal => words["arena.remark.Signal", test.Code],
            TestMessage.WallTime => words["arena.remark.WallTime"],
            TestMessage.EmptyOutput => words["arena.remark.EmptyOutput"],
            TestMessage.FunctionMismatch => words["arena.remark.FunctionMismatch"],
            _ => test.Remark,
        };

    /// <summary>What the checker said to the staff: of ours in the reader's language, of an author's its own words.</summary>
    /// <returns>Empty: it said nothing.</returns>
    public static string ForStaff(TestOutcome test, Phrases words)
    {
        if (Difference.Quoted(test.StaffRemark) is not var (line, found, wanted))
        {
            return test.StaffRemark;
        }

        string Named(string quoted) => quoted.Length > 0 ? $"“{quoted}”" : words["admin.difference.nothing"];
        return line.Length > 0
            ? words["admin.difference.line", line, Named(found), Named(wanted)]
            : words["admin.difference", Named(found), Named(wanted)];
    }
}
