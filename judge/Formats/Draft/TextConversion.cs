using System.Text;
using Judge.Problems;

namespace Judge.Formats.Draft;

/// <summary>
/// Writes a test file as programs expect it: UTF-8 without a mark, LF, plain blanks, nothing behind DOS' mark for the end. Only who asks
/// for it gets it. A text in an older encoding keeps its letters, for nobody can tell which it is.
/// </summary>
internal static class TextConversion
{
    /// <summary>What it puts right.</summary>
    public const TextOddities Curable =
        TextOddities.Utf16 | TextOddities.ByteOrderMark | TextOddities.EndMark | TextOddities.Returns | TextOddities.HiddenBlanks;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Copy(string path, TextOddities odd, Stream output)
    {
        var isOld = odd.HasFlag(TextOddities.NotUtf8);
        using var input = new StreamReader(
            path,
            odd.HasFlag(TextOddities.Utf16) ? Utf16(path)
                : isOld ? Encoding.Latin1
                : Utf8,
            false
        );
        using var text = new StreamWriter(output, isOld ? Encoding.Latin1 : Utf8, leaveOpen: true);
        var (letters, before) = (new char[1 << 15], '\0');
        for (var read = input.Read(letters); read > 0; read = input.Read(letters))
        {
            foreach (var letter in letters.AsSpan(0, read))
            {
                if (letter == '\u001a' && odd.HasFlag(TextOddities.EndMark))
                {
                    return;
                }

                if (!(letter == '\n' && before == '\r') && (isOld ? letter : Plain(letter)) is { } plain)
                {
                    text.Write(plain == '\r' ? '\n' : plain);
                }

                before = letter;
            }
        }
    }

    /// <summary>Null: it is left out.</summary>
    private static char? Plain(char letter) =>
        letter switch
        {
            '\u00A0' or '\u2007' or '\u202F' or '\u3000' => ' ',
            (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' => null,
            _ => letter,
        };

    private static Encoding Utf16(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[2];
        file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        return start is [0xFE, 0xFF] or [0, not 0] ? Encoding.BigEndianUnicode : Encoding.Unicode;
    }
}
