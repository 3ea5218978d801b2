using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Verify;

/// <summary>
/// Tells Python 2 by what Python 3 cannot read or does not have: old packages hold such solutions, and they are not broken.
/// </summary>
internal static partial class PythonTwo
{
    /// <param name="source">Bytes of a file that ends in <c>.py</c>.</param>
    public static bool IsLikely(ReadOnlySpan<byte> source)
    {
        var text = Encoding.Latin1.GetString(source);
        return OldPattern().IsMatch(text)
            || (
                OldNamePattern().Match(text) is { Success: true } name
                && !Regex.IsMatch(text, $@"\b{name.Groups[1].Value}\s*=(?!=)|def\s+{name.Groups[1].Value}\b")
            );
    }

    /// <summary>A first line that asks for it, <c>print</c> as a statement, <c>except E, e:</c>.</summary>
    [GeneratedRegex(
        @"\A#!.*python2|^[ \t]*print[ \t]+(?![ \t(=.,)\]])|^[ \t]*print[ \t]*>>"
            + @"|^[ \t]*except[ \t]+[\w.]+[ \t]*,[ \t]*\w+[ \t]*:|^[ \t]*raise[ \t]+\w+[ \t]*,",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex OldPattern();

    [GeneratedRegex(@"(?<![\w.])(raw_input|xrange|unichr)[ \t]*\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OldNamePattern();
}
