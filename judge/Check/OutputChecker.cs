using System.Buffers;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Check;

/// <summary>Finds a run's output and the test's answer, and compares the two.</summary>
internal static class OutputChecker
{
    /// <exception cref="IOException">The answer cannot be read.</exception>
    public static CheckResult Check(Execution execution, Problem problem, Test test)
    {
        if (execution is not { Ending: Ending.Exited, ExitCode: 0 })
            return CheckResult.Wrong(Fault.NotChecked);
        if (problem.Files is not { } files)
            return Compare(execution.Stdout.Span, problem, test);
        return execution.Files.TryGetValue(files.Output, out var output)
            ? Compare(output.Span, problem, test)
            : CheckResult.Wrong(Fault.NoFile);
    }

    private static CheckResult Compare(ReadOnlySpan<byte> output, Problem problem, Test test)
    {
        var kind = (problem.Checker as Checker.BuiltIn)?.Kind ?? throw new CheckerException("The author's own checkers cannot be run here.");
        using var file = File.OpenHandle(test.AnswerPath, options: FileOptions.SequentialScan);
        var length = checked((int)RandomAccess.GetLength(file));
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var read = 0;
            while (read < length && RandomAccess.Read(file, buffer.AsSpan(read, length - read), read) is > 0 and var more)
                read += more;
            return BuiltInCheckers.Check(kind, output, buffer.AsSpan(0, read), test.Tokens);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
