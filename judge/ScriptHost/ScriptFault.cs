using System.Globalization;

namespace Judge.ScriptHost;

/// <summary>The script is at fault; the message begins with its file and line.</summary>
internal sealed class ScriptFault(string sentence) : Exception(sentence)
{
    /// <param name="line">From 1; 0: not known.</param>
    public static string Sentence(string file, int line, string what) =>
        line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {what}") : $"{file}: {what}";
}
