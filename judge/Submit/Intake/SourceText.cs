namespace Judge.Submit.Intake;

/// <summary>What the bytes of a text say of how it was saved.</summary>
internal static class SourceText
{
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
}
