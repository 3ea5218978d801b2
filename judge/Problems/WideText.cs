namespace Judge.Problems;

/// <summary>Tells texts whose letters have two or four bytes each, which no compiler and no program of a pupil reads.</summary>
public static class WideText
{
    private const int Looked = 4 << 10;

    /// <summary>
    /// <c>UTF-16</c>, <c>UTF-32</c>, or null: neither. Known by the mark (Unicode 15.0, 23.8), or by NUL in one of every two bytes
    /// or in two of every four, as digits and Latin letters have them. Of letters with Vietnamese marks few have.
    /// </summary>
    public static string? EncodingOf(ReadOnlySpan<byte> text)
    {
        if (text is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            return "UTF-32";
        }

        if (text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0] or [0, not 0])
        {
            return "UTF-16";
        }

        var start = text[..(Math.Min(text.Length, Looked) & ~3)];
        Span<int> zeros = stackalloc int[4];
        for (var at = 0; at < start.Length; at++)
        {
            zeros[at % 4] += start[at] == 0 ? 1 : 0;
        }

        var places = start.Length / 4;
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        return places == 0 ? null
            : IsMost(zeros[2] + zeros[3], 2 * places) && IsFew(zeros[0], places)
            || IsMost(zeros[0] + zeros[1], 2 * places) && IsFew(zeros[3], places)
                ? "UTF-32"
            : IsThird(odd, 2 * places) && IsFew(even, places) || IsThird(even, 2 * places) && IsFew(odd, places) ? "UTF-16"
            : null;
    }

    private static bool IsMost(int zeros, int places) => zeros * 10 >= places * 9;

    /// <summary>A single NUL in a few bytes is a slip, not an encoding.</summary>
    private static bool IsThird(int zeros, int places) => zeros >= 2 && zeros * 3 >= places;

    private static bool IsFew(int zeros, int places) => zeros * 10 <= places;
}
