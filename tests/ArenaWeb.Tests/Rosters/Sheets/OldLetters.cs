using System.Text;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Tests.Rosters.Sheets;

/// <summary>Writes texts in the forms that lists come in; what a form cannot write, no test asks of it.</summary>
internal static class OldLetters
{
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    /// <summary>VNI: the marks of a letter by its shape (none, circumflex, breve), each in the order of <see cref="Tones"/>.</summary>
    private static readonly Dictionary<string, string> VniMarks = new()
    {
        [""] = "ùøûõï",
        ["\u0302"] = "áàåãä",
        ["\u0306"] = "éèúüë",
    };

    public static byte[] Bytes(string text, TextForm form) =>
        form switch
        {
            TextForm.Utf16 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            TextForm.Utf16BigEndian => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            TextForm.Windows1258 => CodePagesEncodingProvider
                .Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
                .GetBytes(string.Concat(text.Normalize().Select(TonesApart))),
            TextForm.Tcvn3 => Encoding.Latin1.GetBytes(string.Concat(text.Normalize().Select(Tcvn3))),
            TextForm.Vni => Encoding.Latin1.GetBytes(string.Concat(text.Normalize().Select(Vni))),
            _ => Encoding.UTF8.GetBytes(text),
        };

    private static string TonesApart(char letter)
    {
        var signs = letter.ToString().Normalize(NormalizationForm.FormD);
        return string.Concat(signs.Where(sign => !Tones.Contains(sign))).Normalize()
            + string.Concat(signs.Where(sign => Tones.Contains(sign)));
    }

    private static char Tcvn3(char letter) =>
        char.IsAscii(letter)
            ? letter
            : Enumerable
                .Range(0xA1, 0x5E)
                .Select(sign => (char)sign)
                .First(sign => FontLetters.Read($"{sign}", TextForm.Tcvn3) == $"{letter}");

    private static string Vni(char letter)
    {
        var alone = "ÍÌỈĨỊỴĐíìỉĩịỵđ".IndexOf(letter);
        if (alone >= 0)
        {
            return "ÍÌÆÓÒÎÑíìæóòîñ"[alone].ToString();
        }

        var signs = letter.ToString().Normalize(NormalizationForm.FormD);
        var tone = signs.Length > 1 ? Tones.IndexOf(signs[^1]) : -1;
        var shape = signs[1..(tone < 0 ? signs.Length : signs.Length - 1)];
        // A letter with a dot below and a shape decomposes with the dot first.
        if (signs.Length == 3 && tone < 0)
        {
            (tone, shape) = (Tones.IndexOf(signs[1]), signs[2..]);
        }

        if (shape == "\u031B")
        {
            var horned = signs[0] switch
            {
                'o' => "ô",
                'O' => "Ô",
                'u' => "ö",
                _ => "Ö",
            };
            return horned + (tone < 0 ? "" : Cased(VniMarks[""][tone], signs[0]));
        }

        return signs[0]
            + (
                tone >= 0 ? Cased(VniMarks[shape][tone], signs[0])
                : shape.Length == 0 ? ""
                : Cased(shape == "\u0302" ? 'â' : 'ê', signs[0])
            );
    }

    private static string Cased(char mark, char letter) => (char.IsUpper(letter) ? char.ToUpperInvariant(mark) : mark).ToString();
}
