using Judge.Problems;
using Judge.Programs.Script;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>Makes the checker of a problem.</summary>
internal static class Checkers
{
    /// <param name="beside">The box next to which a checker of the author is run; it must stay open until the checker is disposed.</param>
    public static IChecker Of(Problem problem, IBox beside, AuthorCompiler author, IScriptHosts scripts) =>
        problem.Checker switch
        {
            Checker.BuiltIn(var kind) => new AnswerChecker(kind),
            Checker.Program program => new ProgramChecker(problem, program, beside, author),
            Checker.Script(var path) => new ScriptChecker(problem, path, beside, scripts),
            var other => throw new ArgumentOutOfRangeException(nameof(problem), other, "There is no such checker."),
        };
}
