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

    [GeneratedRegex(
        """
            ((?:name="(?:__RequestVerificationToken|key|Ask\.Key|Say\.Key|session)"(?:\stype="hidden")?)\svalue="|nonce-|nonce=")[^"'\s]+
            |(?s)(?<=<div\sclass="qr-code"[^>]*>).*?</p>
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Random();
}
