namespace Judge.Programs.Check;

/// <summary>
/// Compares lines byte by byte, blanks included; made for drawings and patterns. A line ends with LF or CRLF, the last one perhaps with
/// neither, and empty lines at the very end do not count. A byte order mark is a part of its line.
/// </summary>
internal static class LineChecker
{
    /// <summary>Looks at each byte a few times at most; allocates only to say what differs.</summary>
    public static CheckResult Check(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer)
    {
        if (output.SequenceEqual(answer))
        {
            return CheckResult.Right;
        }

        var rest = output;
        var wantedRest = answer;
        for (var number = 1; !rest.IsEmpty || !wantedRest.IsEmpty; number++)
        {
            var line = WithoutReturn(Tokens.TakeLine(ref rest));
            var wanted = WithoutReturn(Tokens.TakeLine(ref wantedRest));
            if (!line.SequenceEqual(wanted))
            {
                return Difference.Wrong(output, answer, $"Line {number}: {Difference.Instead(line, wanted)}");
            }
        }

        return CheckResult.Right;
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line is [.., (byte)'\r'] ? line[..^1] : line;
}
