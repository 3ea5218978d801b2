using System.Text;

namespace Judge.Messages;

/// <summary>Text that any database and any page takes, with nothing lost on the way.</summary>
public static class PlainText
{
    private const char Cut = '…';

    /// <summary>Shown instead of NUL, which PostgreSQL keeps in no text.</summary>
    private const char ShownNul = '\u2400';

    /// <summary>At most so many UTF-16 units, the mark of the cut included; no sign of two units is cut in half.</summary>
    /// <param name="most">At least 1.</param>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var length = most - 1;
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + Cut;
    }

    /// <summary>NUL and halves of signs, which no encoding has, become signs that show that something was there.</summary>
    public static string Storable(string text)
    {
        if (IsStorable(text))
        {
            return text;
        }

        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            storable.Append(rune.Value == 0 ? new Rune(ShownNul) : rune);
        }

        return storable.ToString();
    }

    /// <summary>At most so many bytes of a text in UTF-8; a sign that does not fit whole is left out.</summary>
    public static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> utf8, int mostBytes)
    {
        if (utf8.Length <= mostBytes)
        {
            return utf8;
        }

        // A sign has at most three bytes that go on from its first.
        var length = mostBytes;
        while (length > Math.Max(0, mostBytes - 3) && (utf8[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return utf8[..length];
    }

    private static bool IsStorable(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == 0 || char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
