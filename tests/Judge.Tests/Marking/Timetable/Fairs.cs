using FsCheck;
using FsCheck.Fluent;
using Judge.Marking.Timetable;
using Judge.Worker.Bench;

namespace Judge.Tests.Marking.Timetable;

/// <summary>Small science fairs to be put on a timetable, often too narrow.</summary>
internal static class Fairs
{
    public static Gen<InterviewTask> Small() =>
        from projects in Gen.Choose(1, 40)
        from rooms in Gen.Choose(3, 6)
        from minutes in Gen.Choose(10, 60)
        from seed in Gen.Choose(0, 100_000)
        select CityContest.Fair(minutes, rooms, $"{seed}", projects) with
        {
            HalfDays = CityContest.Days(1 + seed % 2),
            Reserve = seed % 3,
        };
}
