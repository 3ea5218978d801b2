using ArenaWeb.Schools.Tree;
using static ArenaWeb.Tests.Schools.Tree.SomeUnits;

namespace ArenaWeb.Tests.Schools.Tree;

/// <summary>What people may do to the organisation, and what is refused.</summary>
public sealed class OrgActsTests
{
    private static readonly OrgTree Tree = BanCo();

    private static OrgUnit School => Tree.Find(new(10))!;

    [Fact]
    public void A_new_name_holds_from_its_day_and_the_old_one_before()
    {
        var unit = Done(OrgActs.Rename(Tree, School, new("Trường THCS Lê Lợi", "THCS Lê Lợi"), Wards))[0];
        Assert.Equal("THCS Bàn Cờ", unit.NameAt(Wards.AddDays(-1)).Short);
        Assert.Equal("THCS Lê Lợi", unit.NameAt(Wards).Short);
    }

    [Fact]
    public void A_merger_ends_one_and_leads_to_the_other()
    {
        var tree = Tree.With([Unit(11, UnitKind.School, "Trường THCS Hai", parents: (Wards, 4)) with { Valid = new(Wards, Open) }]);
        var ended = Done(OrgActs.End(tree, School, Today, [new(11)], []))[0];
        Assert.Equal(Today, ended.Valid.Last);
        Assert.Equal([new UnitId(11)], ended.Successors);
    }

    [Fact]
    public void A_split_founds_schools_of_the_same_levels_under_the_same_parent_on_the_next_day()
    {
        var units = Done(OrgActs.End(Tree, School, Today, [], [new("Trường Một", "Một"), new("Trường Hai", "Hai")]));
        Assert.Equal([11, 12], units[0].Successors.Select(id => id.Value));
        Assert.All(
            units.Skip(1),
            unit =>
            {
                Assert.Equal((School.Kind, School.Levels), (unit.Kind, unit.Levels));
                Assert.Equal(Today.AddDays(1), unit.Valid.First);
                Assert.Equal([new(Today.AddDays(1), new UnitId(4))], unit.Parents);
            }
        );
    }

    [Fact]
    public void An_end_a_name_and_a_move_can_be_taken_back()
    {
        var moved = Done(OrgActs.Move(Tree, School, new(1), Today))[0];
        Assert.True(School.IsLike(Done(OrgActs.ForgetParent(Tree.With([moved]), moved, Today))[0]));
        var renamed = Done(OrgActs.Rename(Tree, School, new("X", "X"), Today))[0];
        Assert.True(School.IsLike(Done(OrgActs.ForgetName(Tree.With([renamed]), renamed, Today))[0]));
        var ended = Done(OrgActs.End(Tree, School, Today, [], []))[0];
        Assert.True(School.IsLike(Done(OrgActs.Revive(Tree.With([ended]), ended))[0]));
    }

    [Fact]
    public void The_parent_of_the_first_day_follows_when_that_day_is_corrected()
    {
        var later = Done(OrgActs.Correct(Tree, School with { Valid = new(new(2010, 9, 5), Open) }))[0];
        Assert.Equal([new(new(2010, 9, 5), new UnitId(2)), new(Wards, new UnitId(4))], later.Parents);
        var earlier = Done(OrgActs.Correct(Tree.With([later]), later with { Valid = new(new(2005, 9, 5), Open) }))[0];
        Assert.Equal(new(2005, 9, 5), earlier.Parents[0].From);
        var recent = Done(OrgActs.Correct(Tree, School with { Valid = new(Clusters, Open) }))[0];
        Assert.Equal([new(Clusters, new UnitId(4))], recent.Parents);
    }

    public static TheoryData<string, string> Refusals =>
        new()
        {
            { nameof(UnitFlaw.NoName), "no name" },
            { nameof(UnitFlaw.LongName), "long name" },
            { nameof(UnitFlaw.BadSigns), "formula" },
            { nameof(UnitFlaw.BadSigns), "turned writing" },
            { nameof(UnitFlaw.BadSigns), "tag" },
            { nameof(UnitFlaw.NoLevels), "no levels" },
            { nameof(UnitFlaw.Days), "last before first" },
            { nameof(UnitFlaw.NotThere), "name before the first day" },
            { nameof(UnitFlaw.ParentKind), "under a cluster" },
            { nameof(UnitFlaw.ParentKind), "under itself" },
            { nameof(UnitFlaw.ParentDays), "under a ward before there were any" },
            { nameof(UnitFlaw.ParentDays), "district before its last school comes" },
            { nameof(UnitFlaw.SameName), "namesake" },
            { nameof(UnitFlaw.SuccessorDays), "successor without an end" },
            { nameof(UnitFlaw.SuccessorDays), "own successor" },
            { nameof(UnitFlaw.SuccessorKind), "ward after a school" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused(string flaw, string act) => Assert.Contains(flaw, Try(act).Flaws.Select(one => one.ToString()));

    private static OrgChange Try(string act) =>
        act switch
        {
            "no name" => Named(""),
            "long name" => Named(new('a', OrgRule.MostName + 1)),
            "formula" => Named("=1+1"),
            "turned writing" => Named("Trường \u202Eabc"),
            "tag" => Named("<b>"),
            "no levels" => OrgActs.Correct(Tree, School with { Levels = SchoolLevels.None }),
            "last before first" => OrgActs.Correct(Tree, School with { Valid = new(Today, Today.AddDays(-1)) }),
            "name before the first day" => OrgActs.Rename(Tree, Tree.Find(new(4))!, new("X", "X"), Wards.AddDays(-1)),
            "under a cluster" => OrgActs.Move(Tree, School, new(3), Today),
            "under itself" => OrgActs.Move(Tree, School, School.Id, Today),
            "under a ward before there were any" => OrgActs.Move(Tree, School, new(4), Wards.AddDays(-1)),
            "district before its last school comes" => OrgActs.Correct(
                Tree.With([Unit(11, UnitKind.School, "Hai", new(2020, 1, 1), null, (new(2020, 1, 1), 2))]),
                Tree.Find(new(2))! with
                {
                    Valid = new(Ever, new(2019, 1, 1)),
                }
            ),
            "namesake" => OrgActs.Add(Tree, Unit(0, UnitKind.School, "TRƯỜNG THCS BÀN CỜ", parents: (Ever, 2))),
            "successor without an end" => OrgActs.Correct(Tree, School with { Successors = [new(11)] }),
            "own successor" => OrgActs.End(Tree, School, Today, [School.Id], []),
            _ => OrgActs.End(Tree, School, Today, [new(4)], []),
        };

    private static OrgChange Named(string name) => OrgActs.Rename(Tree, School, new(name, "X"), Today);

    private static IReadOnlyList<OrgUnit> Done(OrgChange change)
    {
        Assert.Empty(change.Flaws);
        return change.Units;
    }
}
