using Judge.Problems;

namespace Judge.Programs.Check;

/// <summary>
/// Compares outputs as Kattis' default output validator does (github.com/Kattis/problem-package-format, 2025-09, "Default output
/// validator specification"): both are split at runs of white space, the words must be as many, and equal up to the case of the letters
/// A to Z. Bytes, not characters: a byte order mark or a NUL is a part of its word.
/// </summary>
internal static class TokenChecker
{
    /// <summary>Looks at each byte a few times at most; allocates only to say what differs.</summary>
    public static CheckResult Check(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer, TokenOptions options)
    {
        if (output.SequenceEqual(answer))
        {
            return CheckResult.Right;
        }

        var rest = output;
        var wantedRest = answer;
        for (var number = 1; ; number++)
        {
            var gap = Tokens.TakeGap(ref rest);
            var wantedGap = Tokens.TakeGap(ref wantedRest);
            if (options.SpaceSensitive && !gap.SequenceEqual(wantedGap))
            {
                return Different(output, answer, rest.Length + gap.Length, $"space before word {number}", gap, wantedGap);
            }

            var word = Tokens.Take(ref rest);
            var wanted = Tokens.Take(ref wantedRest);
            if (word.IsEmpty && wanted.IsEmpty)
            {
                return CheckResult.Right;
            }

            if (!Same(word, wanted, options))
            {
                return Different(output, answer, rest.Length + word.Length, $"word {number}", word, wanted);
            }
        }
    }

    /// <summary>A word of the answer that is no number, or too large for one, is text even if there is a tolerance.</summary>
    private static bool Same(ReadOnlySpan<byte> word, ReadOnlySpan<byte> wanted, TokenOptions options)
    {
        if (word.SequenceEqual(wanted))
        {
            return true;
        }

        return options.HasTolerance && KattisNumber.TryRead(wanted, out var a)
            ? KattisNumber.TryRead(word, out var s) && IsNear(s, a, options)
            : Tokens.Same(word, wanted, options.CaseSensitive);
    }

    private static bool IsNear(double s, double a, TokenOptions options)
    {
        var gap = Math.Abs(s - a);
        if (double.IsFinite(gap))
        {
            return gap <= options.AbsoluteTolerance || gap <= options.RelativeTolerance * Math.Abs(a);
        }

        // Two numbers of opposite signs near the end of the range: half the inequality, which is exact there.
        var half = Math.Abs(s / 2 - a / 2);
        return half <= options.AbsoluteTolerance / 2 || half <= options.RelativeTolerance * Math.Abs(a / 2);
    }

    /// <param name="left">Bytes of the output from the difference on.</param>
    private static CheckResult Different(
        ReadOnlySpan<byte> output,
        ReadOnlySpan<byte> answer,
        int left,
        string what,
        ReadOnlySpan<byte> found,
        ReadOnlySpan<byte> wanted
    )
    {
        var line = output[..^left].Count((byte)'\n') + 1;
        return Difference.Wrong(output, answer, $"Line {line}, {what}: {Difference.Instead(found, wanted)}");
    }
}
