using System.Security.Cryptography;
using ArenaWeb.Words;

namespace ArenaWeb.Accounts.Classes;

/// <summary>
/// The code of a class: four signs that a teacher reads aloud and a child of seven types. No sign looks like another, and without vowels
/// no code is a word.
/// </summary>
internal static class ClassCode
{
    public const int Length = 4;

    /// <summary>21 signs, so 194,481 codes.</summary>
    public const string Signs = "CDFGHJKMNPQRTVWXY3479";

    public static string Fresh() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>Any letter case and spacing will do.</summary>
    /// <returns>Null: no class ever has such a code.</returns>
    public static string? Read(string? typed) => TypedText.Fold(typed) is { Length: Length } code && code.All(Signs.Contains) ? code : null;
}
