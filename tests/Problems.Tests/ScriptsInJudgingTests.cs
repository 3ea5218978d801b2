using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>C# scripts of authors in the whole way of a submission.</summary>
public sealed class ScriptsInJudgingTests(Judges judges)
{
    private const string Copy = "print(input())\n";

    [Fact]
    public async Task A_script_checks_and_gives_a_part_of_the_points()
    {
        using var package = new ScratchPackage(school: "checker: {script: checker/check.csx}").Write(
            "checker/check.csx",
            """
            int wanted = Answer.NextInt(), found = Output.NextInt();
            if (found == wanted) Accept(); else if (found == wanted + 1) Score(0.5m); else Reject("xa qua");
            """
        );
        Assert.Equal(Verdict.Accepted, Told(await JudgeAsync(package.Load(), Copy)).Verdict);
        Assert.Equal(0.5m, Told(await JudgeAsync(package.Load(), "print(int(input()) + 1)")).Share);
        var wrong = Told(await JudgeAsync(package.Load(), "print(0)"));
        Assert.Equal((0m, "xa qua"), (wrong.Share, wrong.Tests[1].Remark));
    }

    [Fact]
    public async Task A_script_that_fails_is_a_judge_error_that_names_its_line()
    {
        using var package = new ScratchPackage(school: "checker: {script: checker/check.csx}").Write(
            "checker/check.csx",
            "var x = 1;\nthrow new System.Exception(\"oi\");\n"
        );
        var judgement = await JudgeAsync(package.Load(), Copy);
        Assert.Equal(Verdict.JudgeError, judgement.Verdict);
        Assert.Contains("check.csx(2)", judgement.StaffMessage);
    }

    [Fact]
    public async Task A_script_makes_points_of_the_tests()
    {
        using var package = new ScratchPackage(school: "scoring: scoring.csx").Write(
            "scoring.csx",
            "Points(Tests.Count(t => t.Verdict == \"Accepted\") >= 2 ? FullScore : 0);\n"
        );
        Assert.Equal(1m, (await JudgeAsync(package.Load(), "n = int(input())\nprint(n if n < 3 else 0)")).Share);
        Assert.Equal(0m, (await JudgeAsync(package.Load(), "n = int(input())\nprint(n if n < 2 else 0)")).Share);
    }

    private Task<Judgement> JudgeAsync(Problem problem, string source) =>
        judges.JudgeAsync(
            problem,
            "python",
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure: false,
            onTest: null,
            TestContext.Current.CancellationToken
        );

    /// <summary>The judge's own words come first, should something be wrong with the script itself.</summary>
    private static Judgement Told(Judgement judgement)
    {
        Assert.Equal("", judgement.StaffMessage);
        return judgement;
    }
}
