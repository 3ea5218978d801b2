using ArenaWeb.Schools.Tree;
using static ArenaWeb.Tests.Schools.Tree.SomeUnits;

namespace ArenaWeb.Tests.Schools.Tree;

/// <summary>Who belongs to whom on a day.</summary>
public sealed class OrgTreeTests
{
    private static readonly OrgTree Tree = BanCo();

    [Theory]
    [InlineData("2017-11-05", "Quận 3", true, null)]
    [InlineData("2025-06-30", "Quận 3", true, null)]
    [InlineData("2025-07-01", "phường Bàn Cờ", false, null)]
    [InlineData("2025-08-31", "phường Bàn Cờ", false, null)]
    [InlineData("2025-09-01", "phường Bàn Cờ", false, "cụm 5")]
    [InlineData("2026-01-15", "phường Bàn Cờ", false, "cụm 5")]
    public void The_place_of_a_school_follows_the_day(string day, string near, bool isFormer, string? far)
    {
        var place = Tree.AsOf(DateOnly.Parse(day)).Place(Tree.Find(new(10))!, Today);
        Assert.Equal(new UnitLabel(near, isFormer), place[0]);
        Assert.Equal(far, place.Count > 1 ? place[1].Name : null);
    }

    [Fact]
    public void A_unit_is_former_only_once_it_is_no_more_today() =>
        Assert.Equal([new("Quận 3", false)], Tree.AsOf(new(2017, 11, 5)).Place(Tree.Find(new(10))!, today: new(2018, 1, 1)));

    [Fact]
    public void A_parent_ends_with_its_own_last_day()
    {
        var orphan = Unit(11, UnitKind.School, "Trường THCS Đoàn Thị Điểm", parents: (Ever, 2));
        var tree = Tree.With([orphan]);
        Assert.Equal(new UnitId(2), tree.AsOf(Wards.AddDays(-1)).Parent(orphan)?.Id);
        Assert.Null(tree.AsOf(Wards).Parent(orphan));
        Assert.Contains(orphan, tree.AsOf(Wards).Roots());
    }

    [Fact]
    public void A_unit_that_is_not_there_has_no_place_and_is_nobodys_child()
    {
        var before = Tree.AsOf(Wards.AddDays(-1));
        Assert.Empty(before.Place(Tree.Find(new(4))!, Today));
        Assert.DoesNotContain(before.Children(new(1)), child => child.Id == new UnitId(4));
    }

    [Fact]
    public void A_school_is_within_its_cluster_from_the_day_on_which_its_ward_is()
    {
        var school = Tree.Find(new(10))!;
        Assert.False(Tree.AsOf(Clusters.AddDays(-1)).IsWithin(school, new(3)));
        Assert.True(Tree.AsOf(Clusters).IsWithin(school, new(3)));
        Assert.True(Tree.AsOf(Clusters).IsWithin(school, new(1)));
        Assert.True(Tree.AsOf(Clusters).IsWithin(school, school.Id));
        Assert.False(Tree.AsOf(Clusters).IsWithin(school, new(2)));
    }

    [Fact]
    public void Who_carries_on_is_followed_through_mergers_and_splits()
    {
        DateOnly later = new(2026, 1, 1);
        OrgUnit[] more =
        [
            Unit(20, UnitKind.School, "A", last: Wards.AddDays(-1)) with
            {
                Successors = [new(21)],
            },
            Unit(21, UnitKind.School, "B", last: later.AddDays(-1)) with
            {
                Successors = [new(22), new(23)],
            },
            Unit(22, UnitKind.School, "C", first: later),
            Unit(23, UnitKind.School, "D", first: later),
        ];
        var tree = Tree.With(more);
        Assert.Equal([20], Ids(tree.Heirs(new(20), new(2020, 1, 1))));
        Assert.Equal([21], Ids(tree.Heirs(new(20), Wards)));
        Assert.Equal([22, 23], Ids(tree.Heirs(new(20), later)));
        Assert.Equal([20], Ids(tree.Predecessors(new(21))));
    }

    [Theory]
    [InlineData("ban co")]
    [InlineData("BÀN CỜ")]
    [InlineData("thcs-banco")]
    public void A_name_is_found_without_its_marks(string typed) => Assert.Contains(Tree.Search(typed), unit => unit.Id == new UnitId(10));

    [Fact]
    public void Old_names_and_aliases_are_found()
    {
        var renamed = OrgActs.Rename(Tree, Tree.Find(new(10))!, new("Trường THCS Lê Lợi", "THCS Lê Lợi"), new(2026, 1, 1)).Units[0];
        var tree = Tree.With([renamed with { Aliases = ["Trường cấp II số 7"] }]);
        Assert.Equal([10], Ids(tree.Search("thcs bàn cờ")));
        Assert.Equal([10], Ids(tree.Search("le loi")));
        Assert.Equal([10], Ids(tree.Search("cấp ii số 7")));
        Assert.Empty(tree.Search("  "));
    }

    [Fact]
    public void A_name_means_a_unit_whichever_way_its_tones_are_placed()
    {
        var tree = Tree.With([Unit(30, UnitKind.School, "Trường TH Hòa Bình")]);
        Assert.Equal([30], Ids(tree.Named("trường th  hoà bình")));
        Assert.Empty(tree.Named("TH Hoa Binh"));
    }

    [Fact]
    public void Numbers_in_names_sort_by_their_value_and_letters_as_in_Vietnamese()
    {
        string[] names = ["cụm 10", "cụm 2", "Quận 1", "Đức", "Dung", "Ánh", "Ân", "Ăn", "An"];
        Assert.Equal(["An", "Ánh", "Ăn", "Ân", "cụm 2", "cụm 10", "Dung", "Đức", "Quận 1"], names.Order(UnitOrder.Names));
    }

    private static IEnumerable<long> Ids(IEnumerable<OrgUnit> units) => units.Select(unit => unit.Id.Value);
}
