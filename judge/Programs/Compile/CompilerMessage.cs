using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Programs.Compile;

/// <summary>Makes a compiler's words fit to be shown to a pupil.</summary>
internal static partial class CompilerMessage
{
    /// <summary>Greatest length in bytes of UTF-8, the note of the cut included.</summary>
    public const int MostBytes = 8 << 10;

    private const string CutMark = "[…]";
    private static readonly int BytesBeforeCut = MostBytes - Encoding.UTF8.GetByteCount(CutMark);

    /// <summary>
    /// Takes the box's paths out, replaces bytes that are not UTF-8 (a compiler quotes sources in old Vietnamese code pages),
    /// removes control characters, leaves out lines with noise, and cuts after the last whole line that fits.
    /// </summary>
    public static string Clean(ReadOnlySpan<byte> words, IReadOnlyList<string> noise)
    {
        // Far more than can be shown; the rest need not be looked at.
        var text = PathPattern().Replace(Encoding.UTF8.GetString(words[..Math.Min(words.Length, MostBytes * 8)]), "");
        var message = new StringBuilder();
        var bytes = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = Printable(raw);
            if (noise.Any(line.Contains) || (line.Length == 0 && message.Length == 0))
            {
                continue;
            }

            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (bytes > BytesBeforeCut)
            {
                return message.Append(message.Length == 0 ? Head(line) : "").Append(CutMark).ToString();
            }

            message.Append(line).Append('\n');
        }

        return message.ToString().TrimEnd();
    }

    /// <summary>Folders of the box before a file's name: those of the compiler tell a pupil nothing.</summary>
    [GeneratedRegex(@"(?<![\w)\]])/(?:prog|box|tmp|usr|lib)/(?:[\w.+-]+/)*")]
    private static partial Regex PathPattern();

    private static string Printable(ReadOnlySpan<char> line)
    {
        var kept = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c == '\t' || !(char.IsControl(c) || IsInvisible(c)))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().TrimEnd();
    }

    /// <summary>Marks that turn the direction of text around could make a message read as what it is not.</summary>
    private static bool IsInvisible(char c) =>
        c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';

    /// <summary>As much of one endless line as surely fits: no character takes more than three bytes here.</summary>
    private static string Head(string line)
    {
        var length = Math.Min(line.Length, BytesBeforeCut / 3);
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];
    }
}
