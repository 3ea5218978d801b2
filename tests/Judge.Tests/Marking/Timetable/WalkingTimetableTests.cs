using FsCheck;
using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Timetable;
using Judge.Worker.Bench;

namespace Judge.Tests.Marking.Timetable;

public sealed class WalkingTimetableTests
{
    private static readonly Arbitrary<(JurorId Juror, EntryId Project)[]> Rounds = (
        from jurors in Gen.Choose(1, 8)
        from pairs in Gen.Zip(Gen.Choose(1, jurors), Gen.Choose(1, 12)).ListOf()
        select pairs.Distinct().Select(pair => (new JurorId(pair.Item1), new EntryId(pair.Item2))).ToArray()
    ).ToArbitrary();

    [Fact]
    public void As_many_slots_as_the_busiest_has_visits_suffice_and_nobody_is_at_two_places() =>
        Prop.ForAll(
                Rounds,
                pairs =>
                {
                    var plan = WalkingTimetable.Solve(pairs);
                    return IsRight(plan)
                        && plan.Select(visit => (visit.Juror, visit.Project)).SequenceEqual(pairs)
                        && plan.All(visit => visit.At >= 0 && visit.At < WalkingTimetable.Busiest(pairs));
                }
            )
            .Holds(300);

    [Fact]
    public void The_fair_of_the_city_with_a_hundred_jurors_takes_48_slots()
    {
        (JurorId, EntryId)[] pairs = [.. CityContest.Walk(1_574, 100)];
        Assert.Equal(48, WalkingTimetable.Busiest(pairs));
        var plan = WalkingTimetable.Solve(pairs);
        Assert.True(IsRight(plan));
        Assert.Equal(47, plan.Max(visit => visit.At));
    }

    [Fact]
    public void What_was_missed_goes_to_free_slots_and_no_other_visit_moves() =>
        Prop.ForAll(
                Rounds,
                Gen.Choose(0, 12).ToArbitrary(),
                (pairs, now) =>
                {
                    var plan = WalkingTimetable.Solve(pairs);
                    var missed = plan.Where(visit => visit.Project.Value == 1 && visit.At < now).ToHashSet();
                    var after = WalkingTimetable.Postpone(plan, missed, now);
                    return IsRight(after)
                        && plan.Zip(after).All(pair => missed.Contains(pair.First) ? pair.Second.At >= now : pair.First == pair.Second);
                }
            )
            .Holds();

    private static bool IsRight(IReadOnlyList<WalkingVisit> plan) =>
        plan.Select(visit => (visit.Juror, visit.At)).Distinct().Count() == plan.Count
        && plan.Select(visit => (visit.Project, visit.At)).Distinct().Count() == plan.Count;
}
