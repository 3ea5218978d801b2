using ArenaWeb.Entries.Seating;
using FsCheck.Fluent;
using Judge.Tests;

namespace ArenaWeb.Tests.Entries;

public sealed class SeatingPlanTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly Dictionary<long, Seat> Nobody = [];

    [Fact]
    public void Twelve_pupils_of_two_divisions_sit_apart_in_two_shifts()
    {
        var seaters = Enumerable.Range(0, 12).Select(at => Seater(at, school: at % 3, division: at / 6)).ToList();
        var plan = SeatingPlan.Of(seaters, [Shift(1, "A"), Shift(2, "B")], [new(1, "P1", 4), new(2, "P2", 4)], Nobody);
        Assert.Equal(12, plan.Count);
        Assert.All(seaters, one => Assert.Equal(one.Division == "A" ? 1 : 2, plan[one.Entrant].Shift));
        Assert.Equal(0, NeighboursOfOneSchool(seaters, plan));
    }

    [Fact]
    public void As_few_rooms_are_opened_as_hold_them_all()
    {
        var plan = SeatingPlan.Of([.. Many(5)], [Shift(1)], [new(1, "P1", 4), new(2, "P2", 4), new(3, "P3", 4)], Nobody);
        Assert.Equal([1, 2], plan.Values.Select(seat => seat.Room).Distinct().Order());
    }

    [Fact]
    public void Who_has_a_seat_keeps_it_and_others_sit_around()
    {
        Dictionary<long, Seat> kept = new() { [3] = new(1, 2, 2) };
        var plan = SeatingPlan.Of([.. Many(6)], [Shift(1)], [new(1, "P1", 4), new(2, "P2", 4)], kept);
        Assert.Equal(kept[3], plan[3]);
        Assert.Distinct(plan.Values);
        Assert.Equal(6, plan.Count);
    }

    [Fact]
    public void Whoever_finds_no_seat_is_left_out_and_nobody_else() =>
        Assert.Equal(4, SeatingPlan.Of([.. Many(6)], [Shift(1), Shift(2, "B")], [new(1, "P1", 4)], Nobody).Count);

    [Fact]
    public void No_seat_is_given_twice_or_is_not_there_and_all_sit_while_there_is_room() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                var (seaters, shifts, rooms) = World(bytes);
                var plan = SeatingPlan.Of(seaters, shifts, rooms, Nobody);
                Assert.Distinct(plan.Values);
                Assert.All(
                    seaters.Where(one => plan.ContainsKey(one.Entrant)),
                    one =>
                    {
                        var seat = plan[one.Entrant];
                        Assert.True(shifts.Single(shift => shift.Id == seat.Shift).Takes(one.Division));
                        Assert.InRange(seat.Number, 1, rooms.Single(room => room.Id == seat.Room).Capacity);
                    }
                );
                if (seaters.Count <= rooms.Sum(room => room.Capacity))
                {
                    Assert.Equal(seaters.Count, plan.Count);
                }
            })
            .Holds();

    [Fact]
    public void Twin_shifts_get_as_many_of_each_school_and_division() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                var (seaters, _, _) = World(bytes);
                var plan = SeatingPlan.Of(seaters, [Shift(1), Shift(2)], [new(1, "P1", Math.Max(1, seaters.Count))], Nobody);
                foreach (var group in seaters.GroupBy(one => (one.School, one.Division)))
                {
                    var first = group.Count(one => plan[one.Entrant].Shift == 1);
                    Assert.InRange(first - (group.Count() - first), -1, 1);
                }
            })
            .Holds();

    [Fact]
    public void Nobody_sits_beside_the_own_school_where_no_school_has_more_than_half_of_a_room() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                var (seaters, _, _) = World(bytes);
                var largest = seaters.CountBy(one => one.School).Select(one => one.Value).DefaultIfEmpty(0).Max();
                var plan = SeatingPlan.Of(seaters, [Shift(1)], [new(1, "P1", Math.Max(1, seaters.Count))], Nobody);
                if (2 * largest <= seaters.Count + 1)
                {
                    Assert.Equal(0, NeighboursOfOneSchool(seaters, plan));
                }
            })
            .Holds();

    private static int NeighboursOfOneSchool(IReadOnlyList<Seater> seaters, IReadOnlyDictionary<long, Seat> plan)
    {
        var schools = seaters.ToDictionary(one => plan[one.Entrant], one => one.School);
        return schools.Count(one => schools.GetValueOrDefault(one.Key with { Number = one.Key.Number + 1 }) == one.Value);
    }

    private static IEnumerable<Seater> Many(int count) => Enumerable.Range(0, count).Select(at => Seater(at, at % 3, 0));

    private static Seater Seater(int number, int school, int division) =>
        new(number, $"{number:D3}", $"S{school}", division == 0 ? "A" : "B");

    private static Shift Shift(long id, params string[] divisions) =>
        new(id, $"Ca {id}", Start.AddHours(id), TimeSpan.FromMinutes(45), divisions);

    private static (IReadOnlyList<Seater> Seaters, IReadOnlyList<Shift> Shifts, IReadOnlyList<Room> Rooms) World(byte[] bytes)
    {
        var seaters = bytes.Select((value, at) => Seater(at, value % 5, value / 5 % 2)).ToList();
        List<Shift> shifts = bytes.Length % 2 == 0 ? [Shift(1)] : [Shift(1), Shift(2, "A")];
        var rooms = Enumerable.Range(1, 1 + (bytes.Length % 3)).Select(id => new Room(id, $"P{id}", 4 + (7 * id % 5))).ToList();
        return (seaters, shifts, rooms);
    }
}
