using System.Security.Cryptography;
using System.Text;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>
/// The key under which what is sent counts once: the same form with the same contents. Who goes back, changes a word and sends again has
/// said another thing.
/// </summary>
internal static class FormKey
{
    /// <param name="form">Random number of the form.</param>
    /// <param name="contents">Whose it is, and what was typed.</param>
    public static string Of(Guid form, params IEnumerable<string> contents)
    {
        var parts = contents.Select(part => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(part))));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{form:N} {string.Join(' ', parts)}")));
    }
}
