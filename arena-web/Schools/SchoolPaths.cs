using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;

namespace ArenaWeb.Schools;

/// <summary>Addresses of the pages of the organisation.</summary>
internal static class SchoolPaths
{
    public const string Add = StaffPaths.Schools + "/them";
    public const string Import = StaffPaths.Schools + "/nhap";

    /// <param name="asOf">The day that the reader looks at; null: today.</param>
    public static string Unit(UnitId unit, DateOnly? asOf = null) =>
        StaffPaths.Unit(unit) + (asOf is { } day ? $"?ngay={Uri.EscapeDataString(TypedDay.ForInput(day))}" : "");

    public static string AddUnder(UnitId parent) => FormattableString.Invariant($"{Add}?trong={parent.Value}");
}
