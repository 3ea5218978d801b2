using System.Text;
using System.Text.RegularExpressions;
using Judge.Problems;

namespace Judge.Programs.Compile;

/// <summary>
/// Tells from a compiler's words that a source does not fit the author's program that calls it: a function is missing, or its name,
/// its parameters or its result are others. The author's program compiles with the author's own solutions, so it is not to blame.
/// </summary>
internal static partial class AuthorsPart
{
    /// <summary>
    /// Words of the linker (missing function, a main program too many), of GCC (a header says otherwise), and of Free Pascal (the unit
    /// is none, or is called otherwise).
    /// </summary>
    private static readonly string[] Signs =
    [
        "undefined reference to",
        "multiple definition of",
        "conflicting types for",
        "ambiguating new declaration",
        "\"UNIT\" expected",
        "Can't find unit",
        "Illegal unit name",
    ];

    /// <param name="message">The compiler's words, cleaned.</param>
    public static bool IsAtOdds(string message, SourceSet sources) =>
        sources.Secret.Contains(sources.Entry)
        && message
            .Split('\n')
            .Any(line => Signs.Any(sign => line.Contains(sign, StringComparison.Ordinal)) || IsError(line) && IsOf(line, sources.Secret));

    /// <summary>
    /// Tells the same of a language that finds out while it runs: Python's last words are of a call, and its last frame is the author's.
    /// </summary>
    public static bool CannotCall(ReadOnlySpan<byte> stderr, Problem problem)
    {
        var text = Encoding.UTF8.GetString(stderr);
        return Frames().Matches(text) is { Count: > 0 } frames
            && problem.Mains.Values.Any(main => main.Main == frames[^1].Groups[1].Value)
            && Uncallable().IsMatch(text);
    }

    /// <summary>Leaves out what a compiler quotes of the author's files; which line is at odds, and why, stays.</summary>
    public static string WithoutQuotes(string message, IReadOnlyCollection<string> authors)
    {
        if (authors.Count == 0)
        {
            return message;
        }

        var isQuoted = false;
        var kept = new List<string>();
        foreach (var line in message.Split('\n'))
        {
            if (!Quote().IsMatch(line))
            {
                isQuoted = IsOf(line, authors);
                kept.Add(line);
            }
            else if (!isQuoted)
            {
                kept.Add(line);
            }
        }

        return string.Join('\n', kept);
    }

    private static bool IsError(string line) =>
        line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.Contains("Fatal:", StringComparison.Ordinal);

    /// <summary>Whether a line begins with a place in one of these files, such as <c>main.cpp:3</c> or <c>main.pas(3,1)</c>.</summary>
    private static bool IsOf(string line, IReadOnlyCollection<string> files) =>
        Place().Match(line) is { Success: true } place && files.Contains(place.Groups[1].Value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A(?:In file included from |\s+from )?([\w.+-]+)[:(]")]
    private static partial Regex Place();

    [GeneratedRegex("^  File \"/prog/([^\"/]+)\", line", RegexOptions.Multiline)]
    private static partial Regex Frames();

    [GeneratedRegex(
        @"^(?:ImportError: cannot import|AttributeError: module|NameError: name|TypeError: \S+\(\) (?:takes|missing|got an unexpected))",
        RegexOptions.Multiline
    )]
    private static partial Regex Uncallable();

    /// <summary>GCC's: a number of a line, or none, before a bar.</summary>
    [GeneratedRegex(@"\A\s*\d*\s\|")]
    private static partial Regex Quote();
}
