using ArenaWeb.Schools.Tree;
using Judge.Contests;

namespace ArenaWeb.Schools.Editions;

/// <summary>What a contest is besides its rules: of which series and year, which round, and for whom.</summary>
internal sealed record Edition
{
    public required ContestId Contest { get; init; }

    /// <summary>Such as "Giáo viên sáng tạo trên nền tảng CNTT"; empty: of none.</summary>
    public string Series { get; init; } = "";

    /// <summary>"Lần thứ 3"; null: the series does not count.</summary>
    public int? Number { get; init; }

    public SchoolYear? SchoolYear { get; init; }

    /// <summary>"Vòng sơ khảo"; empty: there is one round only.</summary>
    public string Round { get; init; } = "";

    /// <summary>The contest for which who gets on is chosen; null: none follows. Several contests may lead to one.</summary>
    public ContestId? Next { get; init; }

    /// <summary>Programmes that the contest belongs to, such as YouthSpark.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>In the organiser's order; empty: everybody is ranked together.</summary>
    public IReadOnlyList<Division> Divisions { get; init; } = [];
}

/// <summary>Bảng thi: who is ranked with whom.</summary>
/// <param name="FirstGrade">1 to 12.</param>
/// <param name="Levels">Of the pupil's school, which teaches at least one of them; none: any.</param>
internal sealed record Division(string Name, int FirstGrade, int LastGrade, SchoolLevels Levels = SchoolLevels.None)
{
    /// <summary>A pupil's grade decides; levels only tell THPT from GDTX and the like, where a school teaches several.</summary>
    public bool Takes(int grade, SchoolLevels school) =>
        FirstGrade <= grade && grade <= LastGrade && (Levels == SchoolLevels.None || (Levels & school) != SchoolLevels.None);
}
