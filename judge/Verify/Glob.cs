using System.Text.RegularExpressions;

namespace Judge.Verify;

/// <summary>
/// Patterns of submissions.yaml: <c>*</c> stands for any characters within a name, <c>{a,b}</c> for one of several; what matches a
/// folder matches all that is in it.
/// </summary>
internal static class Glob
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="FormatException">The pattern is too long or has braces without a partner.</exception>
    public static bool Matches(string pattern, string path)
    {
        if (pattern.Length > 200 || pattern.Count(c => c == '{') != pattern.Count(c => c == '}'))
        {
            throw new FormatException($"'{pattern}' is no pattern of submissions.yaml.");
        }

        var regex = Regex.Escape(pattern).Replace(@"\*", "[^/]*").Replace(@"\{", "(?:").Replace("}", ")").Replace(",", "|");
        return Regex.IsMatch(path, $@"\A{regex}(?:/.*)?\z", RegexOptions.NonBacktracking, Patience);
    }
}
