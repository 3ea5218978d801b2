using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Verify;

/// <summary>
/// Tells Python 2, which old packages hold under the same ending (github.com/Kattis/problem-package-format, legacy, "Programs": the first
/// line decides) and nothing here runs.
/// </summary>
internal static partial class OldPython
{
    private const int MostBytes = 1 << 20;

    public static bool IsOf(string path) => SaysSo(path) || Reads(TextOf(path));

    /// <summary>By its ending or its first line; words may stand in a part that Python 3 never comes to.</summary>
    public static bool SaysSo(string path) => Path.GetExtension(path) is ".py2" || FirstLine().IsMatch(TextOf(path));

    /// <summary>By its first line, or by words that Python 3 cannot read or no longer has.</summary>
    public static bool Reads(string source) => FirstLine().IsMatch(source) || !NewLine().IsMatch(source) && Words().IsMatch(source);

    /// <summary>Empty: it is no source of Python, or larger than any.</summary>
    private static string TextOf(string path) =>
        Path.GetExtension(path) is ".py" && new FileInfo(path) is { Exists: true, Length: < MostBytes }
            ? File.ReadAllText(path, Encoding.Latin1)
            : "";

    [GeneratedRegex(@"\A#![^\n]*python2")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"\A#![^\n]*python3")]
    private static partial Regex NewLine();

    [GeneratedRegex(
        """^[ \t]*(print[ \t]*($|>>|[ \t][\w"'%\[-])|exec[ \t]+["'\w]|raise[ \t]+\w+[ \t]*,|except[ \t]+\w+[ \t]*,[ \t]*\w+[ \t]*:)"""
            + @"|\b(raw_input|xrange)\(",
        RegexOptions.Multiline
    )]
    private static partial Regex Words();
}
