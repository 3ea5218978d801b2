using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using Judge.Contests;

namespace ArenaWeb.Entries;

/// <summary>Addresses of pages that are not the organiser's alone.</summary>
internal static class EntryPaths
{
    /// <summary>The list of a school in a contest.</summary>
    public static string Of(ContestId contest, UnitId school) =>
        FormattableString.Invariant($"{StaffPaths.School}/{contest.Value}/{school.Value}");

    public static string Room(ContestId contest, long room) => FormattableString.Invariant($"/phong-thi/{contest.Value}/{room}");

    /// <summary>The class that this pupil is in.</summary>
    public static string Class(ContestId contest, long entrant) => FormattableString.Invariant($"{StaffPaths.Classes(contest)}/{entrant}");

    public static string Cards(ContestId contest) => FormattableString.Invariant($"/the-du-thi/{contest.Value}");
}
