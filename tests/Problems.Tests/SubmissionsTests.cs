using Judge.Problems;
using Judge.Score;
using Judge.Verify;

namespace Problems.Tests;

/// <summary>
/// The problems prove the judge: a package is looked over whole, in the real sandbox, and every solution in it gets the verdict of its
/// folder and what submissions.yaml says besides.
/// </summary>
public abstract class SubmissionsTests(Judges judges)
{
    /// <summary>Folders whose name is the verdict of the first test that fails.</summary>
    private static readonly Dictionary<string, Verdict> Folders = new()
    {
        ["accepted"] = Verdict.Accepted,
        ["wrong_answer"] = Verdict.WrongAnswer,
        ["time_limit_exceeded"] = Verdict.TimeLimit,
        ["run_time_error"] = Verdict.RuntimeError,
        ["memory_limit_exceeded"] = Verdict.MemoryLimit,
        ["output_limit_exceeded"] = Verdict.OutputLimit,
        ["compile_error"] = Verdict.CompileError,
    };

    /// <summary>A quarter of the packages; those with many submissions are dealt evenly.</summary>
    private protected static TheoryData<string> Quarter(int which) =>
        [.. Packages.Names.OrderByDescending(name => Packages.Submissions(name).Count()).Where((_, at) => at % 4 == which)];

    private protected async Task IsGood(string name)
    {
        var verification = await judges.VerifyAsync(Packages.Library.Look(name)!.Problem!, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(verification.Findings, finding => finding.Severity is Severity.Error or Severity.Warning);
        Assert.NotEmpty(verification.Submissions);
        Assert.All(
            verification.Submissions,
            submission =>
            {
                Assert.True(submission.Good, $"{submission.Path}: {Told(submission.Judgement)}");
                var folder = submission.Path[..submission.Path.IndexOf('/')];
                Assert.True(
                    !Folders.TryGetValue(folder, out var verdict) || verdict == submission.Judgement.Verdict,
                    $"{submission.Path}: {Told(submission.Judgement)}"
                );
                Assert.True(
                    (submission.Judgement.Share == 1) == (folder == "accepted"),
                    $"{submission.Path} has a share of {submission.Judgement.Share}."
                );
            }
        );
    }

    private static string Told(Judgement judgement) =>
        string.Join(
            '\n',
            judgement
                .Tests.Select(test =>
                    $"{test.Name} {test.Verdict.Code()} {test.Cpu.TotalMilliseconds:0} ms {test.MemoryBytes >> 10} KB "
                    + $"{test.Message} {test.Code} {test.StaffRemark}"
                )
                .Prepend(
                    $"{judgement.Verdict.Code()} {judgement.Program!.CompileFault} {judgement.Program!.CompilerMessage} "
                        + $"{judgement.StaffMessage}"
                )
        );
}

// Four classes, so that four run at once.
public sealed class FirstQuarterOfSubmissionsTests(Judges judges) : SubmissionsTests(judges)
{
    public static TheoryData<string> Names() => Quarter(0);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Every_submission_gets_the_verdict_of_its_folder(string name) => IsGood(name);
}

public sealed class SecondQuarterOfSubmissionsTests(Judges judges) : SubmissionsTests(judges)
{
    public static TheoryData<string> Names() => Quarter(1);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Every_submission_gets_the_verdict_of_its_folder(string name) => IsGood(name);
}

public sealed class ThirdQuarterOfSubmissionsTests(Judges judges) : SubmissionsTests(judges)
{
    public static TheoryData<string> Names() => Quarter(2);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Every_submission_gets_the_verdict_of_its_folder(string name) => IsGood(name);
}

public sealed class FourthQuarterOfSubmissionsTests(Judges judges) : SubmissionsTests(judges)
{
    public static TheoryData<string> Names() => Quarter(3);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Every_submission_gets_the_verdict_of_its_folder(string name) => IsGood(name);
}
