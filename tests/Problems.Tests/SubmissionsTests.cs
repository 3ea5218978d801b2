using Judge.Score;

namespace Problems.Tests;

/// <summary>The problems prove the judge: every submission in a package gets the verdict of its folder, in the real sandbox.</summary>
public abstract class SubmissionsTests(Judges judges)
{
    private static readonly Dictionary<string, Verdict> Folders = new()
    {
        ["accepted"] = Verdict.Accepted,
        ["wrong_answer"] = Verdict.WrongAnswer,
        ["time_limit_exceeded"] = Verdict.TimeLimit,
        ["run_time_error"] = Verdict.RuntimeError,
        ["memory_limit_exceeded"] = Verdict.MemoryLimit,
        ["output_limit_exceeded"] = Verdict.OutputLimit,
        ["compile_error"] = Verdict.CompileError
    };

    /// <summary>Submissions whose file has, or has not, the ending of Pascal.</summary>
    private protected static TheoryData<string> Submissions(bool inPascal) => [.. Packages.Names.SelectMany(Packages.Submissions)
        .Where(path => path.EndsWith(".pas", StringComparison.Ordinal) == inPascal)];

    private protected async Task GetsTheVerdictOfItsFolder(string submission)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(submission))!;
        Assert.True(Folders.TryGetValue(folder, out var verdict), $"{folder} is no folder of a verdict.");

        // Slow ones would use their whole time on test after test, and the verdict is that of the first.
        var judgement = await judges.JudgeAsync(submission, stopAtFirstFailure: verdict == Verdict.TimeLimit, TestContext.Current.CancellationToken);

        Assert.True(verdict == judgement.Verdict, $"{submission}: {Told(judgement)}");
        Assert.True((judgement.Share == 1) == (verdict == Verdict.Accepted), $"{submission} has a share of {judgement.Share}.");
    }

    private static string Told(Judgement judgement) => string.Join(
        '\n',
        judgement.Tests.Select(test => $"{test.Name} {test.Verdict.Code()} {test.Cpu.TotalMilliseconds:0} ms {test.MemoryBytes >> 10} KB {test.Message} {test.Code}")
            .Prepend($"{judgement.Verdict.Code()} {judgement.CompileFault} {judgement.CompilerMessage}"));
}

// Two classes, so that two run at once: as many as there are boxes.
public sealed class PascalSubmissionsTests(Judges judges) : SubmissionsTests(judges)
{
    public static TheoryData<string> All() => Submissions(inPascal: true);

    [Theory]
    [MemberData(nameof(All))]
    public Task A_submission_gets_the_verdict_of_its_folder(string submission) => GetsTheVerdictOfItsFolder(submission);
}

public sealed class OtherSubmissionsTests(Judges judges) : SubmissionsTests(judges)
{
    public static TheoryData<string> All() => Submissions(inPascal: false);

    [Theory]
    [MemberData(nameof(All))]
    public Task A_submission_gets_the_verdict_of_its_folder(string submission) => GetsTheVerdictOfItsFolder(submission);
}
