using ArenaWeb.Arena;
using ArenaWeb.Staff;
using Judge.Contests;

namespace ArenaWeb.Puzzles;

/// <summary>Addresses of an hour of puzzles.</summary>
internal static class PuzzlePaths
{
    public const string Level = "/thi/{code}/man/{label}";
    public const string Run = $"{Level}/chay";
    public const string Save = $"{Level}/ban-nhap";
    public const string Hint = $"{Level}/goi-y";

    /// <summary>Where a pupil's page says that it is there.</summary>
    public const string HereRoute = "/thi/{code}/co-mat";

    public static string Runs(this PupilContest contest, string label) => $"{contest.LevelPath(label)}/chay";

    public static string Saves(this PupilContest contest, string label) => $"{contest.LevelPath(label)}/ban-nhap";

    public static string Hints(this PupilContest contest, string label) => $"{contest.LevelPath(label)}/goi-y";

    public static string Here(this PupilContest contest, string label) => $"{contest.Path}/co-mat?man={label}";

    /// <summary>The hour as it went.</summary>
    public static string Finish(this PupilContest contest) => $"{contest.Path}/ket-qua";

    public static string Certificate(this PupilContest contest) => $"{contest.Path}/giay-khen";

    /// <summary>One pupil's runs, for whoever sees the wall.</summary>
    public static string OfPupil(ContestId contest, EntrantId pupil, string label) =>
        FormattableString.Invariant($"{StaffPaths.Wall(contest)}/{pupil.Value}?man={label}");

    /// <summary>Where whoever helps a pupil tries a program out.</summary>
    public static string Try(ContestId contest, EntrantId pupil, string label) =>
        FormattableString.Invariant($"{StaffPaths.Wall(contest)}/{pupil.Value}/chay?man={label}");

    /// <summary>What a class has together, for a projector.</summary>
    /// <param name="key">Of a class or room; empty: all classes.</param>
    public static string Projector(ContestId contest, string key) => $"{StaffPaths.Wall(contest)}/chieu?lop={Uri.EscapeDataString(key)}";

    /// <summary>Certificates of a class.</summary>
    public static string Certificates(ContestId contest) => $"{StaffPaths.Wall(contest)}/giay-khen";
}
