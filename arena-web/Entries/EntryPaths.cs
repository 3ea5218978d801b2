using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using Judge.Contests;

namespace ArenaWeb.Entries;

/// <summary>Addresses of the pages of entries.</summary>
internal static class EntryPaths
{
    public const string Home = "/ghi-danh";

    public static string Of(ContestId contest, UnitId school) => FormattableString.Invariant($"{Home}/{contest.Value}/{school.Value}");

    public static string OfContest(ContestId contest) => $"{StaffPaths.Contest(contest)}/ghi-danh";

    public static string Exam(ContestId contest) => $"{StaffPaths.Contest(contest)}/phong-thi";

    public static string Room(ContestId contest, long room) => FormattableString.Invariant($"/phong-thi/{contest.Value}/{room}");

    public static string Cards(ContestId contest) => FormattableString.Invariant($"/the-du-thi/{contest.Value}");
}
