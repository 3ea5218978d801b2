namespace Judge.Programs.Check;

/// <summary>Tokens of a text: what stands between spaces, tabs and ends of lines (the six white characters of ASCII).</summary>
internal static class Tokens
{
    /// <summary>Takes the next word off the front, and the white space before it; empty: there is none left.</summary>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> text)
    {
        TakeGap(ref text);
        var rest = text;
        var length = 0;
        while (length < rest.Length && !IsWhite(rest[length]))
        {
            length++;
        }

        return Cut(ref text, length);
    }

    /// <summary>Takes the white space off the front, which may be none.</summary>
    public static ReadOnlySpan<byte> TakeGap(ref ReadOnlySpan<byte> text)
    {
        var rest = text;
        var length = 0;
        while (length < rest.Length && IsWhite(rest[length]))
        {
            length++;
        }

        return Cut(ref text, length);
    }

    /// <summary>Takes a line off the front, without its end (LF); empty: an empty line, or there is none left.</summary>
    public static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> text)
    {
        var length = text.IndexOf((byte)'\n');
        if (length < 0)
        {
            return Cut(ref text, text.Length);
        }

        var line = Cut(ref text, length);
        text = text[1..];
        return line;
    }

    public static bool IsBlank(ReadOnlySpan<byte> text)
    {
        TakeGap(ref text);
        return text.IsEmpty;
    }

    /// <summary>Equal as bytes, or up to the case of the letters A to Z; no other letter has a case here.</summary>
    public static bool Same(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other, bool caseSensitive)
    {
        if (word.Length != other.Length)
        {
            return false;
        }

        var at = word.CommonPrefixLength(other);
        if (caseSensitive)
        {
            return at == word.Length;
        }

        while (at < word.Length && Folded(word[at]) == Folded(other[at]))
        {
            at++;
        }

        return at == word.Length;
    }

    private static int Folded(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b;

    /// <summary>Tokens are short: looking at one byte after another is quicker than calling for many at once.</summary>
    private static bool IsWhite(byte b) => b <= ' ' && b is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    private static ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> text, int length)
    {
        var cut = text[..length];
        text = text[length..];
        return cut;
    }
}
