namespace Judge.Programs.Check;

/// <summary>
/// Compares lines in any order: each line of the answer must come as often as it stands there. Lines are equal when their words are, byte
/// by byte; blank lines and the amount of white space do not count (as the checker "sorted" of DMOJ has it).
/// </summary>
internal static class UnorderedLinesChecker
{
    /// <summary>Linear in time; keeps places of the answer's lines only, so that no output, however large, costs memory.</summary>
    public static CheckResult Check(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer)
    {
        if (output.SequenceEqual(answer))
        {
            return CheckResult.Right;
        }

        var lines = new LineCounts(answer);
        var wantedRest = answer;
        while (!wantedRest.IsEmpty)
        {
            if (Tokens.TakeLine(ref wantedRest) is var wanted && !Tokens.IsBlank(wanted))
            {
                lines.Add(wanted);
            }
        }

        var rest = output;
        for (var number = 1; !rest.IsEmpty; number++)
        {
            if (Tokens.TakeLine(ref rest) is var line && !Tokens.IsBlank(line) && !lines.Remove(line))
            {
                return Difference.Wrong(output, answer, $"Line {number}: {Difference.Instead(line, [])}");
            }
        }

        return lines.Left() is { IsEmpty: false } missing
            ? Difference.Wrong(output, answer, $"Missing: {Difference.Instead([], missing)}")
            : CheckResult.Right;
    }
}
