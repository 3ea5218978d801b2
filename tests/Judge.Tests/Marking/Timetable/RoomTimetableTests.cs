using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Timetable;
using Judge.Worker.Bench;

namespace Judge.Tests.Marking.Timetable;

public sealed class RoomTimetableTests
{
    private static readonly HashSet<EntryId> Nobody = [];

    [Theory]
    [InlineData(10, 19, 16, 12)]
    [InlineData(12, 16, 13, 14)]
    [InlineData(15, 13, 11, 17)]
    public void A_school_day_has_so_many_slots_and_the_fair_so_many_rooms_at_least(int minutes, int morning, int afternoon, int rooms)
    {
        var slot = TimeSpan.FromMinutes(minutes);
        Assert.Equal([morning, afternoon], CityContest.Days(1).Select(half => half.Slots(slot)));
        Assert.Equal(rooms, HalfDay.LeastRooms(1_574, CityContest.Days(4), slot));
    }

    [Fact]
    public void The_break_stands_in_the_middle_and_the_last_slot_ends_in_time()
    {
        var (half, slot) = (CityContest.Days(1)[0], TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(90), half.BeginOf(9, slot) - half.Start);
        Assert.Equal(TimeSpan.FromMinutes(115), half.BeginOf(10, slot) - half.Start);
        Assert.True(half.BeginOf(18, slot) + slot <= half.End);
    }

    [Theory]
    [InlineData(10, 13)]
    [InlineData(12, 15)]
    [InlineData(15, 18)]
    public void The_fair_of_the_city_finds_a_place_for_all_and_schools_come_once(int minutes, int rooms)
    {
        var task = CityContest.Fair(minutes, rooms);
        var table = RoomTimetable.Solve(task);
        Assert.Empty(table.Unplaced);
        Assert.Equal(1_574, table.Slots.Count);
        Assert.Empty(TimetableRule.Flaws(task, table));
        var halves = task
            .Interviews.GroupBy(one => one.School)
            .Select(school => school.Select(one => table.Slots[one.Project].Half).Distinct().Count());
        Assert.InRange(halves.Average(count => count == 1 ? 1 : 0), 0.98, 1);
    }

    [Fact]
    public void No_rule_is_ever_broken_and_nobody_is_left_out_while_a_slot_would_do() =>
        Prop.ForAll(
                Fairs.Small().ToArbitrary(),
                task =>
                {
                    var table = RoomTimetable.Solve(task);
                    return TimetableRule.Flaws(task, table).Count == 0
                        && table.Slots.Count + table.Unplaced.Count == task.Interviews.Count
                        && table.Unplaced.Take(2).All(one => !CouldStand(task, table, one));
                }
            )
            .Holds();

    [Fact]
    public void The_same_seed_gives_the_same_table() =>
        Prop.ForAll(
                Fairs.Small().ToArbitrary(),
                task =>
                    RoomTimetable
                        .Solve(task)
                        .Slots.OrderBy(one => one.Key)
                        .SequenceEqual(
                            RoomTimetable.Solve(task with { Interviews = [.. task.Interviews.Reverse()] }).Slots.OrderBy(one => one.Key)
                        )
            )
            .Holds();

    [Fact]
    public void After_a_no_show_nobody_else_moves_and_the_absent_comes_later_in_the_same_room()
    {
        var task = CityContest.Fair(10, 13);
        var table = RoomTimetable.Solve(task);
        var absent = table.Slots.First(one => one.Value is { Half: 0, At: 2 });
        var called = table.Slots.Where(one => one.Value is { Half: 0, At: <= 3 }).Select(one => one.Key).ToHashSet();
        var after = RoomTimetable.Resolve(task, table, (0, 4), called, new HashSet<EntryId> { absent.Key });
        Assert.Equal([absent.Key], Moved(table, after));
        Assert.Equal((2, absent.Value.Room, 0), (after.Version, after.Slots[absent.Key].Room, after.Slots[absent.Key].Half));
        Assert.True(after.Slots[absent.Key].At >= 4);
    }

    [Fact]
    public void Whatever_happens_nobody_who_was_called_moves_and_no_rule_is_broken() =>
        Prop.ForAll(
                Fairs.Small().ToArbitrary(),
                Gen.Choose(0, 20).ToArbitrary(),
                Gen.Choose(0, 2).ToArbitrary(),
                (task, at, away) =>
                {
                    var table = RoomTimetable.Solve(task);
                    var called = table.Slots.Where(one => one.Value.Half == 0 && one.Value.At <= at).Select(one => one.Key).ToHashSet();
                    var absent = called.Order().Take(away).ToHashSet();
                    var without = task with { Rooms = [.. task.Rooms.Skip(1)] };
                    return new[] { task, without }.All(now =>
                    {
                        var after = RoomTimetable.Resolve(now, table, (0, at + 1), called, absent);
                        return called.Except(absent).All(one => table.Slots[one] == after.Slots.GetValueOrDefault(one) || now == without)
                            && TimetableRule.Flaws(task, after).Count == 0
                            && after
                                .Slots.Where(one => !called.Contains(one.Key))
                                .All(one => (one.Value.Half, one.Value.At).CompareTo((0, at)) > 0);
                    });
                }
            )
            .Holds();

    [Fact]
    public void Another_juror_touches_the_own_room_only()
    {
        var task = CityContest.Fair(12, 18);
        var table = RoomTimetable.Solve(task);
        var room = task.Rooms[3];
        var school = task
            .Interviews.Where(one => table.Slots[one.Project].Room == room.Id)
            .CountBy(one => one.School)
            .First(school => school.Value == 1)
            .Key;
        var changed = task with { Rooms = [.. task.Rooms.Select(one => one == room ? one with { Schools = [school] } : one)] };
        var after = RoomTimetable.Resolve(changed, table, (0, 0), Nobody, Nobody);
        Assert.NotEmpty(Moved(table, after));
        Assert.All(Moved(table, after), one => Assert.Equal(room.Id, table.Slots[one].Room));
        Assert.Empty(TimetableRule.Flaws(changed, after));
    }

    [Fact]
    public void Every_rule_has_its_sentence()
    {
        var one = new Interview(new EntryId(1), 1, 1, "a")
        {
            People = [7],
            Earliest = 1,
            Needs = ["power"],
        };
        var task = CityContest.Fair(10, 13) with
        {
            Interviews = [one, one with { Project = new EntryId(2), Earliest = 0 }],
            Rooms =
            [
                Room(1),
                Room(2),
                Room(3) with
                {
                    Place = 2,
                },
                Room(4) with
                {
                    Fields = ["b"],
                },
                Room(5) with
                {
                    Schools = [1],
                },
                Room(6) with
                {
                    Conflicts = [one.Project],
                },
                Room(7) with
                {
                    Equipment = [],
                },
            ],
        };
        Assert.Equal("marking.room.taken", Flaw((1, 1), (1, 1)));
        Assert.Equal("marking.room.person", Flaw((1, 1), (2, 1)));
        Assert.Equal("marking.room.early", Flaw((1, 0), (2, 1)));
        Assert.Equal("marking.room.slot", Flaw((1, 99), (2, 1)));
        Assert.Equal("marking.room.slot", Flaw((9, 1), (2, 2)));
        Assert.Equal(
            ["marking.room.place", "marking.room.field", "marking.room.school", "marking.room.conflict", "marking.room.equipment"],
            Enumerable.Range(3, 5).Select(room => Flaw((room, 1), (2, 2)))
        );
        Assert.Equal("", Flaw((1, 1), (1, 2)));

        static InterviewRoom Room(long id) => new(id, 1, ["a"]) { Equipment = ["power"] };

        string Flaw((int Room, int At) first, (int Room, int At) second)
        {
            var table = new InterviewTable(
                1,
                new Dictionary<EntryId, InterviewSlot>
                {
                    [new EntryId(1)] = new(first.Room, 0, first.At),
                    [new EntryId(2)] = new(second.Room, 0, second.At),
                },
                []
            );
            var flaw = TimetableRule.Flaws(task, table).FirstOrDefault().Why;
            return flaw is null ? ""
                : Sentences.InEnglish[flaw] is { Length: > 0 } ? flaw.Key
                : "";
        }
    }

    [Fact]
    public void Panels_know_few_fields_and_large_fields_have_several_rooms()
    {
        string[] fields = [.. Enumerable.Repeat("a", 50), .. Enumerable.Repeat("b", 30), .. Enumerable.Repeat("c", 20)];
        Assert.Equal(["a", "a", "a b", "b c", "c"], PanelPlan.Of(fields, 5).Select(room => string.Join(' ', room.Order())));
        Assert.Equal(["a b c"], PanelPlan.Of(fields, 1).Select(room => string.Join(' ', room)));
    }

    private static IEnumerable<EntryId> Moved(InterviewTable before, InterviewTable after) =>
        before.Slots.Where(one => after.Slots.GetValueOrDefault(one.Key) != one.Value).Select(one => one.Key).Order();

    private static bool CouldStand(InterviewTask task, InterviewTable table, EntryId project) =>
        (
            from room in task.Rooms
            from half in Enumerable.Range(0, task.HalfDays.Count)
            from at in Enumerable.Range(0, task.HalfDays[half].Slots(task.Slot))
            select new InterviewSlot(room.Id, half, at)
        ).Any(slot =>
            TimetableRule.Flaws(task, table with { Slots = new Dictionary<EntryId, InterviewSlot>(table.Slots) { [project] = slot } }).Count
            == 0
        );
}
