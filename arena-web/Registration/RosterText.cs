using System.Text;
using Judge.Problems;

namespace ArenaWeb.Registration;

/// <summary>
/// Bytes of an uploaded list to text. Only UTF-8 is taken, because any guess at another encoding would spoil names silently.
/// </summary>
internal static class RosterText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text without its byte order mark, or what is wrong with the file.</returns>
    public static (string Text, Roster? Refusal) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Roster.MostBytes)
        {
            return ("", Roster.Refused(Flaw.TooLarge));
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return ("", Roster.Refused(Flaw.Spreadsheet));
        }

        if (WideText.EncodingOf(bytes) is not null)
        {
            return ("", Roster.Refused(Flaw.Utf16));
        }
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
        {
            return ("", Roster.Refused(Flaw.Nul, LineOf(bytes, nul)));
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            var text = Strict.GetString(bytes);
            return string.IsNullOrWhiteSpace(text) ? ("", Roster.Refused(Flaw.Empty)) : (text, null);
        }
        catch (DecoderFallbackException bad)
        {
            return ("", Roster.Refused(Flaw.NotUtf8, LineOf(bytes, bad.Index)));
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int at) => 1 + bytes[..at].Count((byte)'\n');
}
