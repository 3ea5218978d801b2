using System.Net;
using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Schools;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;

namespace ArenaWeb.Tests.Rosters;

/// <summary>A school's list of pupils from a file in two steps, over HTTP.</summary>
public sealed class SchoolPupilsPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Good = "Họ và tên;Lớp;Ngày sinh;Mã định danh\r\nTrần Thị Ánh;9A2;09/03/2011;7900000001\r\nĐỗ Minh Đức;9A1;;\r\n";

    [Fact]
    public async Task Looking_stores_nothing_and_confirming_stores_all_and_is_written_down()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        var look = await LookAsync(staff, school, Good);
        Assert.Contains("thêm 2 em, sửa 0 em, giữ nguyên 0 em", look.Text);
        Assert.Empty(await PupilsAsync(school));

        var saved = await SaveAsync(staff, school, look);
        Assert.StartsWith(StaffPaths.SchoolPupils(school), saved.Location);
        Assert.Equal([("Trần Thị Ánh", "9A2", 9, null), ("Đỗ Minh Đức", "9A1", 9, null)], (await PupilsAsync(school)).Select(Said));
        var audit = (await arena.Get<Audit>().LatestAsync(0, 1, TestContext.Current.CancellationToken))[0];
        Assert.Equal("school.pupils", audit.Act);
        Assert.EndsWith("+2 ~0 =0", audit.Detail);
        var page = await staff.GetAsync(StaffPaths.SchoolPupils(school));
        Assert.DoesNotContain("7900000001", page.Html);
        Assert.DoesNotContain("2011", page.Text);
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_and_nobody_is_deleted_by_a_shorter_one()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        await SaveAsync(staff, school, await LookAsync(staff, school, Good));
        var again = await LookAsync(staff, school, Good);
        Assert.Contains("Danh sách của trường đã đúng như tệp này", again.Text);
        Assert.Null(again.Document.QuerySelector("[formaction*=Save]"));

        var shorter = await LookAsync(staff, school, "Họ và tên;Lớp\nĐỗ Minh Đạt;9A2\n");
        Assert.Contains("Không có trong tệp (1)", shorter.Text);
        await SaveAsync(staff, school, shorter);
        Assert.Equal(3, (await PupilsAsync(school)).Count);
    }

    [Fact]
    public async Task A_list_with_mistakes_is_stored_in_no_part()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        var look = await LookAsync(staff, school, Good + "Lê Thị Bé;Mầm;;\r\n=1;9A1;;\r\n");
        Assert.Contains("Tệp còn 2 chỗ cần sửa", look.Text);
        Assert.Contains("Không rõ em học khối mấy", look.Text);
        Assert.Null(look.Document.QuerySelector("[formaction*=Save]"));
        Assert.Null((await SaveAsync(staff, school, look)).Location);
        Assert.Empty(await PupilsAsync(school));
    }

    [Fact]
    public async Task Who_confirms_what_is_no_longer_so_is_shown_the_new_state_first()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        var look = await LookAsync(staff, school, Good);
        await SaveAsync(staff, school, await LookAsync(staff, school, "Họ và tên;Lớp\nTrần Thị Ánh;9A2\n"));
        var late = await SaveAsync(staff, school, look);
        Assert.Contains("vừa được người khác sửa", late.Text);
        Assert.Single(await PupilsAsync(school));
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(staff, school, late)).Status);
        Assert.Equal(2, (await PupilsAsync(school)).Count);
    }

    [Fact]
    public async Task Columns_are_chosen_once_a_school_and_remembered_for_whoever_comes_next()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        const string odd = "Người học;Phòng;Lớp\nLê An;9A1;x\n";
        var look = await LookAsync(staff, school, odd);
        var fields = RosterForms.FieldsOf(look);
        fields["Sent.Columns"] = ["Name", "Class", "-"];
        var second = await RosterForms.PostAsync(staff, StaffPaths.SchoolPupils(school), "Look", fields);
        Assert.Contains("thêm 1 em", second.Text);
        await SaveAsync(staff, school, second);
        Assert.Contains("giữ nguyên 1 em", (await LookAsync(await arena.StaffAsync(), school, odd)).Text);
        Assert.Contains("Thiếu một cột cần có", (await LookAsync(staff, await SchoolAsync(), odd)).Text);
    }

    [Fact]
    public async Task The_year_of_birth_is_stored_only_when_it_is_asked_for()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        var fields = RosterForms.FieldsOf(await LookAsync(staff, school, Good));
        fields["KeepYear"] = ["true"];
        await RosterForms.PostAsync(staff, StaffPaths.SchoolPupils(school), "Save", fields);
        Assert.Equal([2011, null], (await PupilsAsync(school)).Select(pupil => pupil.BirthYear));
    }

    [Fact]
    public async Task Pupils_are_listed_in_Vietnamese_order_and_found_without_marks()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        await SaveAsync(
            staff,
            school,
            await LookAsync(staff, school, "Họ và tên;Lớp\nĐỗ Minh Đức;9A1\nLý Dũng;9A1\nPhạm Hoài Ân;9A2\nHồ Ăn;9A2\nTrần Thị Ánh;9A3\n")
        );
        async Task<IEnumerable<string>> ListAsync(string query) =>
            (await staff.GetAsync(StaffPaths.SchoolPupils(school) + query))
                .Document.QuerySelectorAll("tbody th")
                .Select(cell => cell.TextContent);
        Assert.Equal(["Trần Thị Ánh", "Hồ Ăn", "Phạm Hoài Ân", "Lý Dũng", "Đỗ Minh Đức"], await ListAsync(""));
        Assert.Equal(["Đỗ Minh Đức"], await ListAsync("?tim=minh%20duc"));
        Assert.Empty(await ListAsync("?nam=2000&tim=khong"));
    }

    [Fact]
    public async Task The_list_can_be_taken_away_as_it_was_looked_for_and_comes_back_without_a_change()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        await SaveAsync(staff, school, await LookAsync(staff, school, Good));
        foreach (var link in Links(await staff.GetAsync(StaffPaths.SchoolPupils(school))))
        {
            var file = await staff.Client.GetByteArrayAsync(link, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("7900000001", string.Join(' ', SheetReader.Read(file, new()).Table!.Rows.SelectMany(row => row.Cells)));
            var look = await RosterForms.PostAsync(staff, StaffPaths.SchoolPupils(school), "Look", [], file);
            Assert.Contains("Danh sách của trường đã đúng như tệp này", look.Text);
        }

        foreach (var link in Links(await staff.GetAsync(StaffPaths.SchoolPupils(school) + "?tim=minh%20duc")))
        {
            var file = await staff.Client.GetByteArrayAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(["Đỗ Minh Đức", "9A1", "9"], SheetReader.Read(file, new()).Table!.Rows[^1].Cells);
            Assert.Equal(2, SheetReader.Read(file, new()).Table!.Rows.Count);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(StaffPaths.SchoolPupils(school) + "?handler=File&tep=exe")).Status);
    }

    [Fact]
    public async Task A_school_leads_to_its_pupils()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        var page = await staff.GetAsync(SchoolPaths.Unit(school));
        Assert.NotNull(page.Document.QuerySelector($"a[href='{StaffPaths.SchoolPupils(school)}']"));
        var ward = await staff.GetAsync(SchoolPaths.Unit(await UnitAsync(UnitKind.Ward)));
        Assert.Null(ward.Document.QuerySelector("a[href$='/hoc-sinh']"));
    }

    private static List<string> Links(Answer page)
    {
        List<string> links = [.. page.Document.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(3, links.Count);
        return links;
    }

    [Fact]
    public async Task Other_units_and_other_people_have_no_such_page()
    {
        var ward = await UnitAsync(UnitKind.Ward);
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync(StaffPaths.SchoolPupils(ward))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync("/btc/truong/999999/hoc-sinh")).Status);
        var juror = await arena.StaffAsync(Roles.Juror);
        Assert.Equal(HttpStatusCode.NotFound, (await juror.GetAsync(StaffPaths.SchoolPupils(await SchoolAsync()))).Status);
    }

    [Theory]
    [InlineData(nameof(StaffRole.Leader))]
    [InlineData(nameof(StaffRole.Coordinator))]
    public async Task Who_speaks_for_a_school_brings_its_own_list_and_finds_no_other(string role)
    {
        var (school, other) = (await SchoolAsync(), await SchoolAsync());
        var staff = await arena.StaffAsync(new Scope(Unit: school.Value), Enum.Parse<StaffRole>(role));
        var look = await LookAsync(staff, school, Good);
        Assert.StartsWith(StaffPaths.SchoolPupils(school), (await SaveAsync(staff, school, look)).Location);
        Assert.Equal(2, (await PupilsAsync(school)).Count);

        foreach (var path in new[] { StaffPaths.SchoolPupils(other), "/btc/truong/999999/hoc-sinh" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(path)).Status);
            var sent = await staff.SendAsync($"{path}?handler=Save", Browser.HiddenFields(look), []);
            Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        }
        Assert.Empty(await PupilsAsync(other));
    }

    [Fact]
    public async Task A_list_of_3500_pupils_is_looked_at_and_stored_whole()
    {
        var (school, staff) = (await SchoolAsync(), await arena.StaffAsync());
        string[] given = ["An", "Bình", "Cường", "Dũng", "Đức", "Giang", "Hạnh"];
        var rows = Enumerable
            .Range(0, 3500)
            .Select(at => $"Nguyễn Văn {(char)('A' + at / 7 % 26)} {given[at % 7]};{6 + at / 900}A{at / 45 % 20};{79_000_000 + at}");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var look = await LookAsync(staff, school, "Họ và tên;Lớp;Mã định danh\n" + string.Join('\n', rows));
        TestContext.Current.TestOutputHelper?.WriteLine($"Looked at after {watch.ElapsedMilliseconds} ms");
        Assert.Contains("thêm 3500 em", look.Text.Replace(".", ""));
        watch.Restart();
        Assert.NotNull((await SaveAsync(staff, school, look)).Location);
        TestContext.Current.TestOutputHelper?.WriteLine($"Stored after {watch.ElapsedMilliseconds} ms");
        Assert.Equal(3500, (await PupilsAsync(school)).Count);
    }

    private Task<UnitId> SchoolAsync() => UnitAsync(UnitKind.School);

    private async Task<UnitId> UnitAsync(UnitKind kind)
    {
        var units = arena.Get<OrgUnits>();
        while (true)
        {
            var tree = await units.TreeAsync(TestContext.Current.CancellationToken);
            var unit = new OrgUnit
            {
                Id = tree.NextId,
                Kind = kind,
                Levels = kind == UnitKind.School ? SchoolLevels.LowerSecondary : SchoolLevels.None,
                Names = [new(DateOnly.MinValue, new("Trường THCS Bàn Cờ", "THCS Bàn Cờ"))],
            };
            if (await units.SaveAsync(tree, [unit], TestContext.Current.CancellationToken))
            {
                return unit.Id;
            }
        }
    }

    private async Task<IReadOnlyList<Pupil>> PupilsAsync(UnitId school)
    {
        var year = SchoolYear.On(DateOnly.FromDateTime(arena.Clock.GetUtcNow().Date)).Begins;
        return (await arena.Get<Pupils>().ListAsync(school, year, TestContext.Current.CancellationToken)).Pupils;
    }

    private static Task<Answer> LookAsync(Browser staff, UnitId school, string text) =>
        RosterForms.PostAsync(staff, StaffPaths.SchoolPupils(school), "Look", [], Encoding.UTF8.GetBytes(text));

    private static Task<Answer> SaveAsync(Browser staff, UnitId school, Answer look) =>
        RosterForms.PostAsync(staff, StaffPaths.SchoolPupils(school), "Save", RosterForms.FieldsOf(look));

    private static (string, string, int, int?) Said(Pupil pupil) => (pupil.Name, pupil.Class, pupil.Grade, pupil.BirthYear);
}
