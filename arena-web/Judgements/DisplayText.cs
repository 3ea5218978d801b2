using System.Text;

namespace ArenaWeb.Judgements;

/// <summary>Bytes of a source as they are shown; what is stored and judged are always the bytes.</summary>
internal static class DisplayText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Windows' Vietnamese code page. Texts in TCVN3 or VNI cannot be told from it: their letters look wrong, the program around right.
    /// </summary>
    private static readonly Encoding Old = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => Text(bytes) is not null;

    public static string Of(ReadOnlySpan<byte> bytes) => Text(bytes) ?? Old.GetString(bytes);

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
