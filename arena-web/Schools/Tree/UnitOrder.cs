using System.Globalization;

namespace ArenaWeb.Schools.Tree;

/// <summary>
/// Order of units beside one another: by kind, then by their names of a day by vi-VN collation, numbers by value, so that "cụm 2"
/// comes before "cụm 10".
/// </summary>
internal sealed class UnitOrder : IComparer<OrgUnit>
{
    /// <summary>Of names of units: vi-VN collation, any letter case, numbers by value.</summary>
    public static readonly StringComparer Names = StringComparer.Create(
        CultureInfo.GetCultureInfo("vi-VN"),
        CompareOptions.IgnoreCase | CompareOptions.NumericOrdering
    );

    private readonly DateOnly _day;

    private UnitOrder(DateOnly day) => _day = day;

    public static UnitOrder At(DateOnly day) => new(day);

    public int Compare(OrgUnit? x, OrgUnit? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = x.Kind.CompareTo(y.Kind);
        if (order == 0)
        {
            order = Names.Compare(x.NameAt(_day).Short, y.NameAt(_day).Short);
        }

        return order == 0 ? x.Id.Value.CompareTo(y.Id.Value) : order;
    }
}
