using System.IO.Compression;
using System.Text.RegularExpressions;

namespace ArenaWeb.Tests.Access;

/// <summary>
/// An answer without what differs from one request to the next: tokens of forms, nonces, numbers of sessions, the secret of a phone that is
/// being set up, and the address that was asked for.
/// </summary>
internal static partial class Masked
{
    public static string Of(string text, string path) =>
        Random()
            .Replace(text, match => $"{match.Groups[1].Value}…")
            .Replace(path, "{path}", StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(path), "{path}");

    /// <summary>The parts of a workbook without the moment of writing and the made-up names of their relations.</summary>
    public static string Workbook(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false));
        return string.Join('\n', zip.Entries.Select(entry => Relation().Replace($"{entry.FullName}\n{Text(entry)}", "R…")));
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("R[0-9a-f]{12,}")]
    private static partial Regex Relation();

    [GeneratedRegex(
        """
            ((?:name="(?:__RequestVerificationToken|key|Ask\.Key|Say\.Key|session)"(?:\stype="hidden")?)\svalue="|nonce-|nonce=")[^"'\s]+
            |(?s)(?<=<div\sclass="qr-code"[^>]*>).*?</p>
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Random();
}
