using System.Globalization;

namespace Judge.Problems;

/// <summary>
/// Numbers as Kattis' package format writes them (github.com/Kattis/problem-package-format, 2025-09, "General requirements"): decimal
/// digits with at most one point, then perhaps an exponent. Neither hexadecimal nor <c>inf</c>, <c>nan</c>, <c>1e</c> or <c>1,5</c>.
/// </summary>
internal static class KattisNumber
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>
    /// The double nearest to a token, in time linear to its length. False: it does not follow the grammar, or there is no double as
    /// large; one too small for a double is 0.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> token, out double value)
    {
        value = 0;
        return FollowsGrammar(token) && double.TryParse(token, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static bool FollowsGrammar(ReadOnlySpan<byte> token)
    {
        var rest = WithoutSign(token);
        var digits = SkipDigits(ref rest);
        if (rest is [(byte)'.', ..])
        {
            rest = rest[1..];
            digits += SkipDigits(ref rest);
        }

        if (digits == 0 || rest.IsEmpty)
        {
            return digits > 0;
        }

        if (rest[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        rest = WithoutSign(rest[1..]);
        return SkipDigits(ref rest) > 0 && rest.IsEmpty;
    }

    private static ReadOnlySpan<byte> WithoutSign(ReadOnlySpan<byte> text) => text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;

    private static int SkipDigits(ref ReadOnlySpan<byte> text)
    {
        var count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        count = count < 0 ? text.Length : count;
        text = text[count..];
        return count;
    }
}
