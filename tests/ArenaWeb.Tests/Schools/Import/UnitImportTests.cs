using System.Text;
using ArenaWeb.Schools;
using ArenaWeb.Schools.Import;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Tests.Rosters;
using FsCheck.Fluent;
using Judge.Tests;
using static ArenaWeb.Tests.Schools.Tree.SomeUnits;

namespace ArenaWeb.Tests.Schools.Import;

/// <summary>Lists of units held against the organisation.</summary>
public sealed class UnitImportTests
{
    private const string Heading = "Loại;Tên;Tên ngắn;Thuộc;Thuộc từ ngày;Cấp;Từ ngày;Đến ngày;Tên khác;Kế tục\n";

    [Fact]
    public void The_units_of_the_product_are_sound_and_say_what_is_known()
    {
        var plan = FirstUnits.Plan(OrgTree.Empty, Today);
        Assert.Empty(plan.Issues);
        var tree = OrgTree.Empty.With(plan.Units);
        var department = tree.Named("Sở GD&ĐT TP.HCM").Single();
        Assert.Equal(16, tree.AsOf(Clusters).Children(department.Id).Count(unit => unit.Kind == UnitKind.Cluster));
        Assert.DoesNotContain(tree.AsOf(Clusters.AddDays(-1)).Children(department.Id), unit => unit.Kind == UnitKind.Cluster);
        Assert.Equal(["phường Bàn Cờ", "phường Nhiêu Lộc", "phường Xuân Hòa"], Heirs(tree, "Quận 3", Clusters).Order(UnitOrder.Names));
        Assert.Equal(["TP Thủ Đức"], Heirs(tree, "Quận 9", new(2021, 1, 1)));
        Assert.Equal(["Sở GD&ĐT TP.HCM"], Heirs(tree, "Sở Giáo dục và Đào tạo Bình Dương", Wards));
        var khanhHoi = tree.Named("Phường Khánh Hội").Single();
        Assert.Equal("cụm 5", tree.AsOf(Clusters).Parent(khanhHoi)!.Name.Short);
        Assert.Equal(department, tree.AsOf(Wards).Parent(khanhHoi));
        Assert.Equal(
            ["cụm 1", "cụm 2", "cụm 3"],
            tree.AsOf(Today).Children(department.Id).Where(unit => unit.Kind == UnitKind.Cluster).Take(3).Select(unit => unit.Name.Short)
        );
    }

    [Fact]
    public void The_units_of_the_product_put_in_twice_change_nothing()
    {
        var tree = OrgTree.Empty.With(FirstUnits.Plan(OrgTree.Empty, Today).Units);
        Unchanged(FirstUnits.Plan(tree, Today));
    }

    [Fact]
    public void A_list_adds_schools_and_says_what_it_does()
    {
        var plan = Plan("Trường;Trường TH, THCS và THPT Á Châu;;Phường Bàn Cờ;;TH, THCS + THPT;;;Á Châu | ACS;\n");
        var (line, unit, outcome) = Assert.Single(plan.Lines);
        Assert.True(plan.IsSound);
        Assert.Equal((2, UnitOutcome.Added), (line, outcome));
        Assert.Equal("TH, THCS và THPT Á Châu", unit.Name.Short);
        Assert.Equal("TH, THCS, THPT", unit.Levels.Text());
        Assert.Equal(["Á Châu", "ACS"], unit.Aliases);
        Assert.Equal([new(Wards, new UnitId(4))], unit.Parents);
    }

    [Fact]
    public void A_school_whose_district_is_no_more_is_the_same_school_in_its_ward()
    {
        var tree = BanCo();
        tree = tree.With([tree.Find(new(10))! with { Parents = [new(Ever, new(2))] }]);
        var plan = Plan("Trường;Trường THCS Bàn Cờ;;Phường Bàn Cờ;;THCS;;;;\n", tree);
        Assert.Equal(UnitOutcome.Changed, Assert.Single(plan.Lines).Outcome);
        Assert.Equal([new(Ever, new UnitId(2)), new(Wards, new UnitId(4))], Assert.Single(plan.Units).Parents);
    }

    [Fact]
    public void Schools_of_one_name_in_two_wards_are_two_schools()
    {
        var plan = Plan("Phường;Phường Xuân Hòa;;Sở GD&ĐT;;;01/07/2025;;;\nTrường;Trường THCS Bàn Cờ;;phường xuân hòa;;THCS;;;;\n");
        Assert.True(plan.IsSound);
        Assert.All(plan.Lines, line => Assert.Equal(UnitOutcome.Added, line.Outcome));
    }

    [Fact]
    public void A_name_that_two_schools_bear_is_refused_where_no_parent_tells_them_apart()
    {
        var tree = BanCo().With([Unit(11, UnitKind.School, "Trường THCS Bàn Cờ", parents: (Ever, 1))]);
        Assert.Equal((2, "schools.flaw.Ambiguous"), Told(Plan("Trường;Trường THCS Bàn Cờ;;;;THCS;;;;\n", tree)));
        Assert.Equal(10, Assert.Single(Plan("Trường;Trường THCS Bàn Cờ;;Phường Bàn Cờ;;THCS;;;;\n", tree).Lines).Unit.Id.Value);
    }

    [Fact]
    public void What_a_list_does_not_name_of_its_parents_is_shown_as_missing_and_stays()
    {
        var tree = BanCo().With([Unit(11, UnitKind.School, "Trường THCS Hai", parents: (Ever, 1))]);
        var plan = Plan("Trường;Trường THCS Một;;Phường Bàn Cờ;;THCS;;;;\n", tree);
        Assert.Equal([10], plan.Missing.Select(unit => unit.Id.Value));
        Assert.DoesNotContain(plan.Units, unit => unit.Id.Value == 10);
    }

    [Fact]
    public void An_old_name_or_an_alias_means_the_unit_and_renames_nothing()
    {
        var tree = BanCo();
        tree = tree.With(OrgActs.Rename(tree, tree.Find(new(10))!, new("Trường THCS Lê Lợi", "Lê Lợi"), Today).Units);
        Unchanged(Plan("Trường;Trường THCS Bàn Cờ;;Phường Bàn Cờ;;THCS;;;;\n", tree));
    }

    [Theory]
    [InlineData("Nhóm;X;;;;;;;;\n", 2, 1, "schools.list.Kind")]
    [InlineData("Trường;;;;;THCS;;;;\n", 2, 2, "schools.flaw.NoName")]
    [InlineData("Trường;X;;;;THCX;;;;\n", 2, 6, "schools.list.Levels")]
    [InlineData("Trường;X;;;;;;;;\n", 2, 0, "schools.flaw.NoLevels")]
    [InlineData("Trường;X;;;;THCS;31/02/2025;;;\n", 2, 7, "schools.list.Day")]
    [InlineData("Trường;X;;Phường Không Có;;THCS;;;;\n", 2, 4, "schools.flaw.Unknown")]
    [InlineData("Trường;X;;;;THCS;;30/06/2025;;Y\n", 2, 10, "schools.flaw.Unknown")]
    [InlineData("Trường;=1+1;;;;THCS;;;;\n", 2, 0, "schools.flaw.BadSigns")]
    [InlineData("Trường;X;;;;THCS;02/01/2025;01/01/2025;;\n", 2, 0, "schools.flaw.Days")]
    [InlineData("Trường;X;;cụm 5;;THCS;;;;\n", 2, 4, "schools.flaw.Unknown")]
    public void A_mistake_is_told_with_its_line_and_nothing_is_stored(string row, int line, int column, string key)
    {
        var plan = Plan("Trường;Trường Tốt;;;;TH;;;;\n" + row);
        Assert.False(plan.IsSound);
        var issue = Assert.Single(plan.Issues);
        Assert.Equal((line + 1, column, key), (issue.Line, issue.Column, issue.Key));
    }

    [Fact]
    public void Lines_that_contradict_each_other_are_refused()
    {
        const string TwoParents = "Trường;A;;Phường Bàn Cờ;;TH;;;;\nTrường;A;;Sở GD&ĐT;01/07/2025;TH;;;;\n";
        Assert.Equal((2, "schools.list.Contradicts"), Told(Plan(TwoParents)));
        const string TwoSchools = "Trường;A;;;;TH;;01/01/2020;;\nTrường;A;;;;TH;;;;\nTrường;A;;;;TH;01/07/2025;;;\n";
        Assert.Equal((3, "schools.list.Contradicts"), Told(Plan(TwoSchools)));
    }

    [Theory]
    [InlineData("", "roster.flaw.Empty")]
    [InlineData("Tên;Cấp\nX;TH\n", "schools.list.NoHeading")]
    [InlineData("Loại;Tên;Tên\nTrường;X;Y\n", "schools.list.DoubleColumn")]
    [InlineData("Loại;Tên\n", "schools.list.NoRows")]
    [InlineData("Loại;Tên\nTrường;\"X\n", "roster.flaw.BadQuotes")]
    public void A_file_that_is_no_list_is_refused(string text, string key) => Assert.Equal(key, Told(Read(text, OrgTree.Empty)).Key);

    [Fact]
    public void A_workbook_says_the_same_as_a_text()
    {
        const string Lines = "Trường;A;;Phường Bàn Cờ;01/07/2025;TH;;;;\nTrường;B;;Phường Bàn Cờ;;THCS;01/09/2026;;;\n";
        var book = new XlsxFile().Add("Trường", (Heading + Lines).Trim().Split('\n').Select(line => line.Split(';'))).ToBytes();
        var plan = Read(book, BanCo());
        Assert.Equal(2, plan.Count(UnitOutcome.Added));
        Unchanged(Plan(Lines, BanCo().With(plan.Units)));
    }

    [Fact]
    public void A_list_put_in_twice_changes_nothing_the_second_time() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                var text = Some(bytes);
                var tree = BanCo();
                var first = Plan(text, tree);
                if (first.IsSound)
                {
                    Unchanged(Plan(text, tree.With(first.Units)));
                }
            })
            .Holds(500);

    [Fact]
    public void Whatever_comes_in_what_is_stored_is_sound() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                var tree = BanCo();
                var plan = Plan(Some(bytes), tree);
                var after = tree.With(plan.Units);
                Assert.All(plan.IsSound ? after.Units : [], unit => Assert.Empty(OrgRule.Flaws(after, unit)));
            })
            .Holds(300);

    /// <summary>Lines of few names and places, so that they meet.</summary>
    private static string Some(byte[] bytes)
    {
        string[] names = ["Trường A", "A", "Trường B", "B", "Trường THCS Bàn Cờ", "C"];
        string[] parents = ["", "Sở GD&ĐT", "Quận 3", "Phường Bàn Cờ"];
        string[] days = ["", "", "01/01/2020", "01/07/2025", "01/02/2026"];
        var list = new StringBuilder();
        foreach (var row in bytes.Chunk(6).Where(row => row.Length == 6))
        {
            var alias = row[4] % 3 == 0 ? names[row[4] % names.Length] : "";
            string[] cells =
            [
                "Trường",
                names[row[0] % 6],
                "",
                parents[row[1] % 4],
                days[row[2] % 5],
                "TH",
                days[row[3] % 5],
                days[row[5] % 5],
                alias,
                "",
            ];
            list.AppendJoin(';', cells).Append('\n');
        }
        return list.ToString();
    }

    private static UnitPlan Plan(string lines, OrgTree? tree = null) => Read(Heading + lines, tree ?? BanCo());

    private static UnitPlan Read(string text, OrgTree tree) => Read(Encoding.UTF8.GetBytes(text), tree);

    private static UnitPlan Read(byte[] file, OrgTree tree)
    {
        var (rows, refusal) = UnitFile.Read(file);
        return refusal is null ? UnitImport.Plan(tree, UnitListReader.Read(rows), Today) : new([], [], [], [refusal]);
    }

    private static (int Line, string Key) Told(UnitPlan plan)
    {
        Assert.False(plan.IsSound);
        var issue = Assert.Single(plan.Issues);
        return (issue.Line, issue.Key);
    }

    private static void Unchanged(UnitPlan plan)
    {
        Assert.Empty(plan.Issues);
        Assert.Empty(plan.Units);
        Assert.All(plan.Lines, line => Assert.Equal(UnitOutcome.Same, line.Outcome));
    }

    private static IEnumerable<string> Heirs(OrgTree tree, string name, DateOnly day) =>
        tree.Heirs(tree.Named(name).Single().Id, day).Select(unit => unit.Name.Short);
}
