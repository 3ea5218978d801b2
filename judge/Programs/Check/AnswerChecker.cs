using System.Buffers;
using Judge.Problems;

namespace Judge.Programs.Check;

/// <summary>Compares outputs with the answers by one of the judge's own checkers.</summary>
internal sealed class AnswerChecker(BuiltInChecker kind) : IChecker
{
    /// <exception cref="IOException">The answer cannot be read.</exception>
    public Task<Checked> CheckAsync(Output output, CancellationToken ct) =>
        Task.FromResult(new Checked(Compare(output.Bytes.Span, output.Test)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private CheckResult Compare(ReadOnlySpan<byte> output, Test test)
    {
        using var file = File.OpenHandle(test.AnswerPath, options: FileOptions.SequentialScan);
        var length = checked((int)RandomAccess.GetLength(file));
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var read = 0;
            while (read < length && RandomAccess.Read(file, buffer.AsSpan(read, length - read), read) is > 0 and var more)
            {
                read += more;
            }

            return BuiltInCheckers.Check(kind, output, buffer.AsSpan(0, read), test.Tokens);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
