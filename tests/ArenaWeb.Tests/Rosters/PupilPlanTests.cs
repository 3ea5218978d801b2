using ArenaWeb.Rosters;
using FsCheck;
using FsCheck.Fluent;
using Judge.Tests;

namespace ArenaWeb.Tests.Rosters;

/// <summary>What a list would change.</summary>
public sealed class PupilPlanTests
{
    private static readonly string[] Names = ["Lê Thị Hòa", "Lê Thị Hoà", "Đỗ Minh Đức", "Đo Minh Đuc", "Trần An"];

    [Fact]
    public void A_list_that_is_imported_twice_changes_nothing_the_second_time() =>
        Prop.ForAll(
                Some.ToArbitrary(),
                Some.ToArbitrary(),
                ArbMap.Default.GeneratorFor<bool>().ToArbitrary(),
                (before, lines, keep) =>
                {
                    var known = Applied([], PupilPlan.Of(before, [], keep));
                    var plan = PupilPlan.Of(lines, known, keep);
                    var after = Applied(known, plan);
                    var again = PupilPlan.Of(lines, after, keep);
                    Assert.True(again.IsEmpty);
                    Assert.Equal(lines.Count, again.Same);
                    // Nobody goes, and everybody is counted once.
                    Assert.Equal(known.Select(pupil => pupil.Id), after.Take(known.Count).Select(pupil => pupil.Id));
                    Assert.Equal(known.Count, plan.Changed.Count + plan.Same + plan.Missing.Count + plan.Elsewhere);
                    Assert.Equal(lines.Count, plan.Added.Count + plan.Changed.Count + plan.Same);
                }
            )
            .Holds(300, (9751650842205119438, 6295525356933375977));

    [Fact]
    public void A_pupil_is_known_by_the_key_whatever_else_changes()
    {
        var plan = PupilPlan.Of([Line("Lê Thị Hoa", "9A2", key: "77")], [Known(1, "Lê Thị Hoà", "8A1", key: "77")], keepBirthYear: false);
        Assert.Equal(new(1, "Lê Thị Hoa", "9A2", 9, null, "77"), Assert.Single(plan.Changed).After);
    }

    [Fact]
    public void Another_key_is_another_pupil()
    {
        var plan = PupilPlan.Of([Line("Lê Hòa", "9A1", key: "78")], [Known(1, "Lê Hòa", "9A1", key: "77")], keepBirthYear: false);
        Assert.Single(plan.Added);
        Assert.Single(plan.Missing);
    }

    [Fact]
    public void Who_changed_the_class_is_found_where_nobody_else_has_the_name()
    {
        var plan = PupilPlan.Of([Line("Lê Hoà", "9A2")], [Known(1, "Lê Hòa", "9A1")], keepBirthYear: false);
        Assert.Equal("9A2", Assert.Single(plan.Changed).After.Class);

        var doubtful = PupilPlan.Of([Line("Lê Hòa", "9A3")], [Known(1, "Lê Hòa", "9A1"), Known(2, "Lê Hòa", "9A2")], keepBirthYear: false);
        Assert.Equal((1, 0, 2), (doubtful.Added.Count, doubtful.Changed.Count, doubtful.Elsewhere));
    }

    [Fact]
    public void Missing_are_pupils_of_the_classes_of_the_list_only()
    {
        var plan = PupilPlan.Of([Line("Lê An", "9A1")], [Known(1, "Lê Bình", "9a1"), Known(2, "Lê Cường", "9A2")], keepBirthYear: false);
        Assert.Equal("Lê Bình", Assert.Single(plan.Missing).Name);
        Assert.Equal(1, plan.Elsewhere);
    }

    [Fact]
    public void The_year_of_birth_is_kept_only_where_a_rule_needs_it_and_never_forgotten()
    {
        var line = Line("Lê An", "9A1", new(2011, new(2011, 3, 9)));
        Assert.Null(Assert.Single(PupilPlan.Of([line], [], keepBirthYear: false).Added).BirthYear);
        Assert.Equal(2011, Assert.Single(PupilPlan.Of([line], [], keepBirthYear: true).Added).BirthYear);
        Assert.True(PupilPlan.Of([line], [new(1, "Lê An", "9A1", 9, 2011, null)], keepBirthYear: false).IsEmpty);
    }

    private static Gen<List<PupilLine>> Some =>
        (
            from name in Gen.Elements(Names)
            from label in Gen.Elements("9A1", "9a1", "9A2", "8A1")
            from year in Gen.Elements<int?>(null, 2011, 2012)
            from key in Gen.Choose(0, 12)
            select Line(name, label, year is { } some ? new BirthText(some, null) : null, key < 6 ? $"K{key}" : null)
        )
            .ListOf()
            .Select(lines => lines.Where((line, at) => line.Key is null || lines.Take(at).All(other => other.Key != line.Key)).ToList());

    private static List<Pupil> Applied(IReadOnlyList<Pupil> known, PupilPlan plan)
    {
        var changes = plan.Changed.ToDictionary(change => change.Before.Id, change => change.After);
        return
        [
            .. known.Select(pupil => changes.GetValueOrDefault(pupil.Id, pupil)),
            .. plan.Added.Select((pupil, at) => pupil with { Id = known.Count + at + 1 }),
        ];
    }

    private static PupilLine Line(string name, string label, BirthText? birth = null, string? key = null) =>
        new(0, name, label, label[0] - '0', birth, key);

    private static Pupil Known(long id, string name, string label, string? key = null) => new(id, name, label, label[0] - '0', null, key);
}
