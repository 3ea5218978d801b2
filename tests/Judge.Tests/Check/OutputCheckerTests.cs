using Judge.Check;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Tests.Check;

public sealed class OutputCheckerTests : IDisposable
{
    private readonly string _answer = Path.GetTempFileName();

    public void Dispose() => File.Delete(_answer);

    [Fact]
    public void Standard_output_is_compared_with_the_answer() =>
        Assert.Equal(CheckResult.Right, Check(Some.Execution() with { Stdout = "7\n"u8.ToArray() }, files: null));

    [Fact]
    public void With_file_output_only_the_file_counts() =>
        Assert.Equal(CheckResult.Right, Check(Some.Execution() with { Stdout = "8"u8.ToArray(), Files = Written("7") }, new FileNames("BAI1.INP", "BAI1.OUT")));

    [Fact]
    public void A_missing_output_file_is_told() =>
        Assert.Equal(CheckResult.Wrong(Fault.NoFile), Check(Some.Execution() with { Stdout = "7"u8.ToArray() }, new FileNames("BAI1.INP", "BAI1.OUT")));

    [Fact]
    public void The_output_of_a_crashed_program_is_not_looked_at() =>
        Assert.Equal(CheckResult.Wrong(Fault.NotChecked), Check(Some.Execution() with { ExitCode = 1, Stdout = "7"u8.ToArray() }, files: null));

    [Fact]
    public void A_missing_answer_is_our_failure_and_no_verdict()
    {
        File.Delete(_answer);
        Assert.Throws<FileNotFoundException>(() => Check(Some.Execution(), files: null, write: false));
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Written(string text) =>
        new() { ["BAI1.OUT"] = System.Text.Encoding.UTF8.GetBytes(text) };

    private CheckResult Check(Execution execution, FileNames? files, bool write = true)
    {
        if (write)
            File.WriteAllText(_answer, "7\n");
        var problem = Some.Problem() with { Files = files };
        return OutputChecker.Check(execution, problem, new Test("1", IsSample: false, InputPath: "", _answer));
    }
}
