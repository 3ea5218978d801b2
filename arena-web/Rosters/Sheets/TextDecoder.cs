using System.Text;
using Judge.Problems;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>
/// Bytes of a list to text. Marks and NULs tell Unicode; what is not UTF-8 is read in each of the old forms, and the one that gives
/// Vietnamese words is taken.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Fonts of old after the letters as they are, so that an equal score changes nothing.</summary>
    private static readonly TextForm[] Fonts = [TextForm.Tcvn3, TextForm.Vni];

    /// <param name="wanted">What the person chose; null: it is found out.</param>
    /// <exception cref="SheetRefusedException">It is no text in that form, or in none that we know.</exception>
    public static (string Text, TextForm Form) Decode(ReadOnlySpan<byte> bytes, TextForm? wanted)
    {
        if (OfMark(bytes) is { } mark)
        {
            return InFont(Decode(bytes[mark.Bytes..], mark.Form), mark.Form, wanted);
        }

        if (wanted is { } form && !Fonts.Contains(form))
        {
            return (Decode(bytes, form), form);
        }

        if (WideText.EncodingOf(bytes) is { } wide)
        {
            form = wide == "UTF-16" ? WideOrder(bytes) : throw new SheetRefusedException(Flaw.Utf32);
            return InFont(Decode(bytes, form), form, wanted);
        }

        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
        {
            throw new SheetRefusedException(Flaw.Nul, LineOf(bytes, nul));
        }

        return FirstBroken(bytes) is not { } broken ? InFont(Utf8.GetString(bytes), TextForm.Utf8, wanted)
            : wanted is { } font ? (Decode(bytes, font), font)
            : InOldForm(bytes, LineOf(bytes, broken));
    }

    /// <summary>Reads texts that are Unicode already, such as those of a workbook.</summary>
    /// <param name="wanted">A form that is of no font says that the letters are what they are; null: it is found out.</param>
    public static TextForm FontOf(string text, TextForm? wanted)
    {
        if (wanted is { } form)
        {
            return Fonts.Contains(form) ? form : TextForm.Utf8;
        }

        var best = Fonts.Select(font => (Form: font, Score: Spelling.Score(FontLetters.Read(text, font)))).MaxBy(read => read.Score);
        return best.Score > Spelling.Score(text) ? best.Form : TextForm.Utf8;
    }

    private static (string, TextForm) InFont(string text, TextForm form, TextForm? wanted) =>
        FontOf(text, wanted) is var font && Fonts.Contains(font) ? (FontLetters.Read(text, font), font) : (text, form);

    private static (string, TextForm) InOldForm(ReadOnlySpan<byte> bytes, int line)
    {
        var readings = new List<(string Text, TextForm Form)>();
        foreach (var form in (TextForm[])[TextForm.Windows1258, .. Fonts])
        {
            readings.Add((Decode(bytes, form), form));
        }

        var best = readings.MaxBy(reading => Spelling.Score(reading.Text));
        return Spelling.Score(best.Text) > 0 ? best : throw new SheetRefusedException(Flaw.UnknownLetters, line);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, TextForm form)
    {
        try
        {
            return form switch
            {
                TextForm.Utf8 => Utf8.GetString(bytes),
                TextForm.Utf16 => Utf16.GetString(bytes),
                TextForm.Utf16BigEndian => Utf16BigEndian.GetString(bytes),
                // Its tones are marks behind the letters.
                TextForm.Windows1258 => CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetString(bytes).Normalize(),
                _ => FontLetters.Read(Encoding.Latin1.GetString(bytes), form),
            };
        }
        catch (DecoderFallbackException bad)
        {
            throw new SheetRefusedException(Flaw.NotUtf8, form == TextForm.Utf8 ? LineOf(bytes, bad.Index) : 0);
        }
    }

    private static (TextForm Form, int Bytes)? OfMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new SheetRefusedException(Flaw.Utf32),
            [0xEF, 0xBB, 0xBF, ..] => (TextForm.Utf8, 3),
            [0xFF, 0xFE, ..] => (TextForm.Utf16, 2),
            [0xFE, 0xFF, ..] => (TextForm.Utf16BigEndian, 2),
            _ => null,
        };

    /// <summary>Plain letters have their NUL behind them, or before them in the other order.</summary>
    private static TextForm WideOrder(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            _ =
                bytes[at] != 0 ? 0
                : at % 2 == 0 ? even++
                : odd++;
        }

        return odd >= even ? TextForm.Utf16 : TextForm.Utf16BigEndian;
    }

    private static int? FirstBroken(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = Utf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException bad)
        {
            return bad.Index;
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int at) => 1 + bytes[..Math.Clamp(at, 0, bytes.Length)].Count((byte)'\n');
}
