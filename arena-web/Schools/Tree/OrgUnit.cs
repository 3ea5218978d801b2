namespace ArenaWeb.Schools.Tree;

internal readonly record struct UnitId(long Value);

/// <summary>What a unit is, from above; a parent stands before its children.</summary>
internal enum UnitKind
{
    None,

    /// <summary>Sở Giáo dục và Đào tạo.</summary>
    Department,

    /// <summary>Quận, huyện, thành phố Thủ Đức: with a Phòng GD&amp;ĐT, until 30/06/2025.</summary>
    District,

    /// <summary>Cụm chuyên môn: a group of wards.</summary>
    Cluster,

    /// <summary>Phường, xã, đặc khu, from 01/07/2025.</summary>
    Ward,

    /// <summary>Trường, trung tâm GDTX.</summary>
    School,
}

/// <summary>Levels that a school teaches; it may teach several.</summary>
[Flags]
internal enum SchoolLevels
{
    None = 0,

    /// <summary>Tiểu học, lớp 1–5.</summary>
    Primary = 1,

    /// <summary>Trung học cơ sở, lớp 6–9.</summary>
    LowerSecondary = 2,

    /// <summary>Trung học phổ thông, lớp 10–12.</summary>
    UpperSecondary = 4,

    /// <summary>Giáo dục thường xuyên, lớp 10–12.</summary>
    Continuing = 8,
}

/// <summary>From the first day to the last, both inside.</summary>
/// <param name="First"><see cref="DateOnly.MinValue"/>: since ever.</param>
/// <param name="Last"><see cref="DateOnly.MaxValue"/>: no end is known.</param>
internal readonly record struct Days(DateOnly First, DateOnly Last)
{
    public static readonly Days Always = new(DateOnly.MinValue, DateOnly.MaxValue);

    public bool Contains(DateOnly day) => First <= day && day <= Last;
}

/// <summary>What holds from a day on, until the next of its list takes over.</summary>
/// <param name="From"><see cref="DateOnly.MinValue"/>: since ever.</param>
internal readonly record struct Since<T>(DateOnly From, T Value);

/// <param name="Name">In full, such as "Trường THCS Bàn Cờ".</param>
/// <param name="Short">For boards and labels, as it stands within a sentence: "THCS Bàn Cờ", "phường Bàn Cờ", "cụm 5".</param>
internal readonly record struct UnitName(string Name, string Short);

/// <summary>A unit of the organisation of schools through all its days.</summary>
internal sealed record OrgUnit
{
    public required UnitId Id { get; init; }

    public required UnitKind Kind { get; init; }

    public Days Valid { get; init; } = Days.Always;

    /// <summary>Of a school at least one; of others none.</summary>
    public SchoolLevels Levels { get; init; }

    /// <summary>By day, at least one; the first holds for all days before the second.</summary>
    public required IReadOnlyList<Since<UnitName>> Names { get; init; }

    /// <summary>By day; none before the first. <see cref="OrgTreeAt"/> knows whether the parent was valid.</summary>
    public IReadOnlyList<Since<UnitId>> Parents { get; init; } = [];

    /// <summary>Other names by which people look for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Who carries on after the last day: one after a merger, several after a split.</summary>
    public IReadOnlyList<UnitId> Successors { get; init; } = [];

    /// <summary>The latest name.</summary>
    public UnitName Name => Names[^1].Value;

    public UnitName NameAt(DateOnly day) => Names.LastOrDefault(name => name.From <= day, Names[0]).Value;

    /// <returns>Null: none on that day.</returns>
    public UnitId? ParentAt(DateOnly day)
    {
        var last = Parents.LastOrDefault(parent => parent.From <= day);
        return last == default ? null : last.Value;
    }

    /// <summary>Whether both say the same, lists compared by what stands in them.</summary>
    public bool IsLike(OrgUnit other) =>
        (Id, Kind, Valid, Levels) == (other.Id, other.Kind, other.Valid, other.Levels)
        && Names.SequenceEqual(other.Names)
        && Parents.SequenceEqual(other.Parents)
        && Aliases.ToHashSet().SetEquals(other.Aliases)
        && Successors.ToHashSet().SetEquals(other.Successors);
}
