using System.Buffers;

namespace Judge.Check;

/// <summary>
/// Compares outputs as Kattis' default output validator does when it is given no flag
/// (github.com/Kattis/problem-package-format, "Default Output Validator Specification"): both are split at runs of
/// whitespace, the words must be as many, and equal up to the case of the letters A to Z. All else is compared as bytes.
/// </summary>
internal static class TokenChecker
{
    private static readonly SearchValues<byte> Whitespace = SearchValues.Create(" \t\n\v\f\r"u8);

    /// <summary>Looks at each byte once and allocates nothing.</summary>
    public static CheckResult Check(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer)
    {
        if (output.SequenceEqual(answer))
            return CheckResult.Right;

        var outputIsEmpty = true;
        while (true)
        {
            var word = NextToken(ref output);
            var wanted = NextToken(ref answer);
            if (word.IsEmpty && wanted.IsEmpty)
                return CheckResult.Right;
            if (!Same(word, wanted))
                return CheckResult.Wrong(outputIsEmpty && word.IsEmpty ? Fault.Empty : Fault.Different);
            outputIsEmpty = false;
        }
    }

    /// <summary>Takes a token off the front; empty: there is none left.</summary>
    private static ReadOnlySpan<byte> NextToken(ref ReadOnlySpan<byte> text)
    {
        var start = text.IndexOfAnyExcept(Whitespace);
        if (start < 0)
            return text = [];
        text = text[start..];
        var length = text.IndexOfAny(Whitespace);
        var token = length < 0 ? text : text[..length];
        text = text[token.Length..];
        return token;
    }

    private static bool Same(ReadOnlySpan<byte> word, ReadOnlySpan<byte> wanted)
    {
        if (word.Length != wanted.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != wanted[i] && Folded(word[i]) != Folded(wanted[i]))
                return false;
        }

        return true;
    }

    private static int Folded(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b;
}
