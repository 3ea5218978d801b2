using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Verify;

/// <summary>
/// Patterns of submissions.yaml (github.com/Kattis/problem-package-format, 2025-09, "Glob patterns"): <c>*</c> stands for any characters
/// within a name, <c>{a,b}</c> for one of several, with blanks around them or not; what matches a folder matches all that is in it.
/// </summary>
internal static class Glob
{
    private const int MostLetters = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="FormatException">The pattern is too long or has braces without a partner.</exception>
    public static bool Matches(string pattern, string path)
    {
        if (pattern.Length > MostLetters)
        {
            throw Wrong(pattern);
        }

        var at = 0;
        var regex = Part(pattern, ref at, depth: 0);
        return at == pattern.Length
            ? Regex.IsMatch(path, $@"\A(?:{regex})(?:/.*)?\z", RegexOptions.NonBacktracking, Patience)
            : throw Wrong(pattern);
    }

    /// <summary>Up to the end, or within braces to the comma or brace that ends an alternative.</summary>
    private static string Part(string pattern, ref int at, int depth)
    {
        var regex = new StringBuilder();
        var plain = new StringBuilder();
        while (at < pattern.Length && !(depth > 0 && pattern[at] is ',' or '}') && !(depth == 0 && pattern[at] == '}'))
        {
            var sign = pattern[at++];
            if (sign is not ('*' or '{'))
            {
                plain.Append(sign);
                continue;
            }

            regex.Append(Regex.Escape(plain.ToString()));
            plain.Clear();
            regex.Append(sign == '*' ? "[^/]*" : Choice(pattern, ref at, depth));
        }

        return regex.Append(Regex.Escape(plain.ToString())).ToString();
    }

    private static string Choice(string pattern, ref int at, int depth)
    {
        var parts = new List<string>();
        while (true)
        {
            while (at < pattern.Length && pattern[at] == ' ')
            {
                at++;
            }

            parts.Add(WithoutBlanks(Part(pattern, ref at, depth + 1)));
            if (at == pattern.Length)
            {
                throw Wrong(pattern);
            }

            if (pattern[at++] == '}')
            {
                return $"(?:{string.Join('|', parts)})";
            }
        }
    }

    /// <summary>Without blanks at its end, which are escaped.</summary>
    private static string WithoutBlanks(string regex)
    {
        while (regex.EndsWith(@"\ ", StringComparison.Ordinal))
        {
            regex = regex[..^2];
        }

        return regex;
    }

    private static FormatException Wrong(string pattern) => new($"'{pattern}' is no pattern of submissions.yaml.");
}
