using ArenaWeb.Arena;
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
    public const string Here = "/thi/{code}/co-mat";

    public static string Runs(this PupilContest contest, string label) => $"{contest.LevelPath(label)}/chay";

    public static string Saves(this PupilContest contest, string label) => $"{contest.LevelPath(label)}/ban-nhap";

    public static string Hints(this PupilContest contest, string label) => $"{contest.LevelPath(label)}/goi-y";

    /// <summary>The hour as it went.</summary>
    public static string Finish(this PupilContest contest) => $"{contest.Path}/ket-qua";

    public static string Certificate(this PupilContest contest) => $"{contest.Path}/giay-khen";

    public static string Wall(ContestId contest) => FormattableString.Invariant($"/lop-hoc/{contest.Value}");
}
