using ArenaWeb.Schools.Tree;

namespace ArenaWeb.Tests.Schools.Tree;

/// <summary>Units for tests.</summary>
internal static class SomeUnits
{
    public static readonly DateOnly Ever = DateOnly.MinValue;
    public static readonly DateOnly Open = DateOnly.MaxValue;
    public static readonly DateOnly Wards = new(2025, 7, 1);
    public static readonly DateOnly Clusters = new(2025, 9, 1);
    public static readonly DateOnly Today = new(2026, 3, 9);

    public static OrgUnit Unit(
        long id,
        UnitKind kind,
        string name,
        DateOnly? first = null,
        DateOnly? last = null,
        params (DateOnly From, long Parent)[] parents
    ) =>
        new()
        {
            Id = new(id),
            Kind = kind,
            Valid = new(first ?? Ever, last ?? Open),
            Levels = kind == UnitKind.School ? SchoolLevels.LowerSecondary : SchoolLevels.None,
            Names = [new(first ?? Ever, new(name, UnitWords.ShortOf(kind, name)))],
            Parents = [.. parents.Select(parent => new Since<UnitId>(parent.From, new(parent.Parent)))],
        };

    /// <summary>A school of Quận 3 that is in phường Bàn Cờ, cụm 5, since the reform; number 10.</summary>
    public static OrgTree BanCo() =>
        new(
            [
                Unit(1, UnitKind.Department, "Sở GD&ĐT"),
                Unit(2, UnitKind.District, "Quận 3", last: Wards.AddDays(-1), parents: (Ever, 1)),
                Unit(3, UnitKind.Cluster, "Cụm chuyên môn 5", first: Clusters, parents: (Clusters, 1)),
                Unit(4, UnitKind.Ward, "Phường Bàn Cờ", first: Wards, parents: [(Wards, 1), (Clusters, 3)]),
                Unit(10, UnitKind.School, "Trường THCS Bàn Cờ", parents: [(Ever, 2), (Wards, 4)]),
            ],
            0
        );
}
