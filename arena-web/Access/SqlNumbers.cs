using System.Globalization;

namespace ArenaWeb.Access;

/// <summary>Row numbers as a list in SQL; the two databases have no parameter in common that is a list.</summary>
internal static class SqlNumbers
{
    /// <summary>Such as <c>(7, 8, 0)</c>: no row has the number 0, so an empty list is a list too.</summary>
    public static string Of(IEnumerable<long> numbers) =>
        $"({string.Join(", ", numbers.Append(0).Select(number => number.ToString(CultureInfo.InvariantCulture)))})";
}
