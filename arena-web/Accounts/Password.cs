using System.Security.Cryptography;

namespace ArenaWeb.Accounts;

/// <summary>Passwords made here, and what those of people must be.</summary>
internal static class Password
{
    /// <summary>Of one made here: 30 signs, so 59 bits.</summary>
    public const int Length = 12;

    /// <summary>Least length of one that somebody chooses.</summary>
    public const int Shortest = 10;

    public const int Longest = 200;

    /// <summary>Without letters that look like others on paper.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz2345679";

    public static string Fresh() => RandomNumberGenerator.GetString(Signs, Length);

    public static bool IsLongEnough(string? chosen) => chosen is { Length: >= Shortest and <= Longest };
}
