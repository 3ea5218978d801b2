using Judge.Problems;
using Judge.Score;

namespace EndToEnd.Tests.Seed;

/// <summary>Judgements as a judge could have given them, for pages to show.</summary>
internal static class SeedJudgements
{
    private const string PascalSays = """
        main.pas(6,3) Fatal: Syntax error, ";" expected but "identifier WRITELN" found
        """;

    private const string PythonSays = """
          File "main.py", line 3
            print((a + b) * p)
        IndentationError: unexpected indent
        """;

    /// <param name="passed">Share of the tests that were passed, 0 to 1; read for verdicts that say what went wrong in a test.</param>
    public static Judgement Of(SampleSolution solution, Problem problem, Verdict verdict, double passed, Random random)
    {
        if (verdict is Verdict.CompileError or Verdict.JudgeError)
        {
            return new Judgement
            {
                Verdict = verdict,
                Share = 0,
                ProblemVersion = problem.Version,
                Program =
                    verdict == Verdict.JudgeError
                        ? null
                        : new ProgramReport
                        {
                            CompileFault = CompileFault.Errors,
                            CompilerMessage = solution.Language == "pascal" ? PascalSays : PythonSays,
                        },
            };
        }
        var tests = problem.Tests.Select(test => TestOf(test, problem, Fate(test, verdict, passed, random), random)).ToList();
        // What failed in no test by luck fails in the last one.
        if (verdict != Verdict.Accepted && tests.All(test => test.Verdict == Verdict.Accepted))
        {
            tests[^1] = TestOf(problem.Tests[^1], problem, verdict, random);
        }
        var secret = tests.Where(test => !test.IsSample).ToList();
        return new Judgement
        {
            Verdict = verdict,
            Share = secret.Sum(test => test.Share) / secret.Count,
            ProblemVersion = problem.Version,
            Tests = tests,
            Program = new ProgramReport { Cpu = tests.Max(test => test.Cpu), MemoryBytes = tests.Max(test => test.MemoryBytes) },
        };
    }

    /// <summary>Samples are passed by nearly all; of the rest a share.</summary>
    private static Verdict Fate(Test test, Verdict verdict, double passed, Random random) =>
        verdict == Verdict.Accepted || test.IsSample || random.NextDouble() < passed ? Verdict.Accepted : verdict;

    private static TestOutcome TestOf(Test test, Problem problem, Verdict verdict, Random random)
    {
        var limit = problem.TimeLimit;
        var cpu = verdict == Verdict.TimeLimit ? limit * 1.02 : limit * (0.01 + random.NextDouble() * 0.2);
        var memory = verdict == Verdict.MemoryLimit ? problem.MemoryBytes : (1L << 20) + random.Next(3 << 20);
        var (message, code) = verdict switch
        {
            Verdict.RuntimeError when problem.Files is not null => (TestMessage.NoOutputFile, 0),
            Verdict.RuntimeError => (TestMessage.ExitCode, 201),
            _ => (TestMessage.None, 0),
        };
        return new TestOutcome(test.Name, test.IsSample, verdict, verdict == Verdict.Accepted ? 1 : 0, cpu, memory, message, code);
    }
}
