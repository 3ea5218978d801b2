namespace Judge.Submit.Intake;

/// <summary>What the bytes of a text say of how it was saved.</summary>
internal static class SourceText
{
    private const int Looked = 4 << 10;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Without UTF-8's byte order marks (Unicode 15.0, 23.8), which Windows' editors put in front. Free Pascal then reads string constants
    /// in another encoding, and nobody typed them. All other bytes stay, in whatever 8-bit encoding.
    /// </summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text)
    {
        while (text.Span.StartsWith(Utf8Mark))
        {
            text = text[Utf8Mark.Length..];
        }

        return text;
    }

    /// <summary>
    /// <c>UTF-16</c> or <c>UTF-32</c>, which no compiler here reads; null: neither. Known by the mark, or by NUL in every second byte
    /// or in the last two of every four, as text in Latin letters has them.
    /// </summary>
    public static string? WideEncoding(ReadOnlySpan<byte> text)
    {
        if (text is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            return "UTF-32";
        }

        if (text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "UTF-16";
        }

        var start = text[..(Math.Min(text.Length, Looked) & ~3)];
        if (start.Length == 0)
        {
            return text is [not 0, 0] or [0, not 0] ? "UTF-16" : null;
        }

        Span<int> zeros = stackalloc int[4];
        for (var at = 0; at < start.Length; at++)
        {
            zeros[at % 4] += start[at] == 0 ? 1 : 0;
        }

        var places = start.Length / 4;
        return IsMost(zeros[2] + zeros[3], 2 * places) && IsFew(zeros[0], places)
            || IsMost(zeros[0] + zeros[1], 2 * places) && IsFew(zeros[3], places)
                ? "UTF-32"
            : IsHalf(zeros[1] + zeros[3], 2 * places) && IsFew(zeros[0] + zeros[2], places)
            || IsHalf(zeros[0] + zeros[2], 2 * places) && IsFew(zeros[1] + zeros[3], places)
                ? "UTF-16"
            : null;
    }

    private static bool IsMost(int zeros, int places) => zeros * 10 >= places * 9;

    private static bool IsHalf(int zeros, int places) => zeros * 2 >= places;

    private static bool IsFew(int zeros, int places) => zeros * 10 <= places;
}
