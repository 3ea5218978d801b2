using Judge.Grade;
using Judge.Problems;
using Judge.Score;

namespace Judge.Tests.Grade;

/// <summary>Two problems, and how three contestants did in them.</summary>
internal static class Gradings
{
    public static readonly Problem Doan = Problem("doan", 0.5m, 1.5m);
    private static readonly Problem Catdan = Problem("catdan", 5, 5);

    public static GradeTable Table(string evil = "An") =>
        GradeTable.Of(
            [Doan, Catdan],
            [evil, "Bình", "Cường"],
            [
                new Grading(evil, Doan, "DOAN.PAS", Judged(Doan, (Verdict.Accepted, 1), (Verdict.Accepted, 1))),
                new Grading(evil, Catdan, "CATDAN.PY", Judged(Catdan, (Verdict.Accepted, 1), (Verdict.TimeLimit, 0))),
                new Grading("Bình", Doan, "DOAN.PAS", Judged(Doan, (Verdict.Accepted, 1), (Verdict.Accepted, 1))),
                new Grading("Bình", Catdan, "CATDAN.PAS", Judged(Catdan, (Verdict.WrongAnswer, 0), (Verdict.Accepted, 1))),
                new Grading(
                    "Cường",
                    Doan,
                    "DOAN.PAS",
                    new Judgement
                    {
                        Verdict = Verdict.CompileError,
                        Share = 0,
                        Program = new ProgramReport { CompilerMessage = "no" },
                    }
                ),
            ]
        );

    public static Judgement Judged(Problem problem, params (Verdict Verdict, decimal Share)[] tests) =>
        new()
        {
            Verdict = tests.Select(test => test.Verdict).FirstOrDefault(verdict => verdict != Verdict.Accepted, Verdict.Accepted),
            Share = tests.Select((test, at) => test.Share * problem.Tests[at].Mark).Sum() / problem.FullScore,
            Tests =
            [
                .. tests.Select(
                    (test, at) =>
                        new TestOutcome(problem.Tests[at].Name, false, test.Verdict, test.Share, TimeSpan.FromMilliseconds(15), 1 << 20)
                ),
            ],
        };

    private static Problem Problem(string name, params decimal[] marks) =>
        new()
        {
            Name = name,
            Version = "",
            Titles = new Dictionary<string, string> { ["vi"] = name },
            TimeLimit = TimeSpan.FromSeconds(1),
            MemoryBytes = 1,
            OutputBytes = 1,
            Folder = "",
            FullScore = marks.Sum(),
            Tests = [.. marks.Select((mark, at) => new Test($"Test{at + 1:00}", false, "", "") { Mark = mark })],
        };
}
