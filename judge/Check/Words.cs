using System.Buffers;

namespace Judge.Check;

/// <summary>Words of a text: what stands between spaces, tabs and ends of lines (the six white characters of ASCII).</summary>
internal static class Words
{
    private static readonly SearchValues<byte> White = SearchValues.Create(" \t\n\v\f\r"u8);

    /// <summary>Takes the next word off the front, and the white space before it; empty: there is none left.</summary>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> text)
    {
        TakeGap(ref text);
        var length = text.IndexOfAny(White);
        return Cut(ref text, length);
    }

    /// <summary>Takes the white space off the front, which may be none.</summary>
    public static ReadOnlySpan<byte> TakeGap(ref ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(White);
        return Cut(ref text, length);
    }

    /// <summary>Takes a line off the front, without its end (LF); empty: an empty line, or there is none left.</summary>
    public static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> text)
    {
        var length = text.IndexOf((byte)'\n');
        var line = Cut(ref text, length);
        if (length >= 0)
            text = text[1..];
        return line;
    }

    public static bool IsBlank(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(White);

    /// <summary>Equal as bytes, or up to the case of the letters A to Z; no other letter has a case here.</summary>
    public static bool Same(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other, bool caseSensitive)
    {
        if (word.Length != other.Length)
            return false;
        var at = word.CommonPrefixLength(other);
        if (caseSensitive)
            return at == word.Length;
        while (at < word.Length && Folded(word[at]) == Folded(other[at]))
            at++;
        return at == word.Length;
    }

    private static int Folded(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b;

    /// <param name="length">Negative: all of it.</param>
    private static ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> text, int length)
    {
        var cut = length < 0 ? text : text[..length];
        text = text[cut.Length..];
        return cut;
    }
}
