using System.Net;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using Judge.Contests;

namespace ArenaWeb.Tests.Schools;

/// <summary>What a contest is besides its rules, over HTTP.</summary>
public sealed class EditionPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string School = "THCS Bàn Cờ";

    /// <summary>Acceptance story 12.</summary>
    [Fact]
    public async Task An_edition_of_2017_shows_the_former_district_and_one_of_2025_ward_and_cluster_for_the_same_school()
    {
        await AddSchoolAsync();
        var staff = await arena.StaffAsync();
        var then = await AddContestAsync(new(2017, 11, 5, 1, 0, 0, TimeSpan.Zero));
        var now = await AddContestAsync(new(2025, 11, 5, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal("Quận 3 (cũ)", await PlaceAsync(staff, then));
        Assert.Equal("phường Bàn Cờ, cụm 5", await PlaceAsync(staff, now));

        // Practised today, an edition of 2017 - 2018 still speaks of its own time.
        var practised = await AddContestAsync(arena.Clock.GetUtcNow());
        await SaveAsync(staff, practised, new() { ["Form.Year"] = "2017 - 2018" });
        Assert.Equal("Quận 3 (cũ)", await PlaceAsync(staff, practised));
    }

    [Fact]
    public async Task What_is_said_of_an_edition_is_kept_and_shown_on_board_start_and_to_pupils()
    {
        var staff = await arena.StaffAsync();
        var (contest, final) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        await SaveAsync(
            staff,
            contest,
            new()
            {
                ["Form.Series"] = "Giờ lập trình",
                ["Form.Number"] = "3",
                ["Form.Year"] = "2017-2018",
                ["Form.Round"] = "Vòng sơ khảo",
                ["Form.Next"] = FormattableString.Invariant($"{final.Id.Value}"),
                ["Form.Tags"] = "YouthSpark, youthspark, Hội nhập",
                ["Form.Divisions[0].Name"] = "Bảng A",
                ["Form.Divisions[0].First"] = "3",
                ["Form.Divisions[0].Last"] = "5",
                ["Form.Divisions[0].Levels"] = "TH",
                ["Form.Divisions[1].Name"] = "Bảng B",
                ["Form.Divisions[1].First"] = "6",
            }
        );
        var edition = await arena.Get<EditionStore>().FindAsync(contest.Id, CancellationToken.None);
        Assert.Equal(["YouthSpark", "Hội nhập"], edition.Tags);
        Assert.Equal(final.Id, edition.Next);
        Assert.Equal([new("Bảng A", 3, 5, SchoolLevels.Primary), new("Bảng B", 6, 6)], edition.Divisions);

        const string Line =
            "Giờ lập trình · Lần thứ 3 · Năm học 2017 - 2018 · Vòng sơ khảo · YouthSpark · Hội nhập · Bảng A (lớp 3–5) · Bảng B (lớp 6)";
        Assert.Contains(Line, (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Text);
        Assert.Contains(Line, (await arena.Browser().GetAsync("/")).Text);
        var pupil = await arena.PupilAsync(contest);
        Assert.Contains(Line, (await pupil.GetAsync($"/thi/{contest.Code}")).Text);
        Assert.Contains("Sửa thông tin kỳ thi", (await staff.GetAsync("/btc/nhat-ky")).Text);

        await SaveAsync(staff, contest, []);
        Assert.Null((await arena.Browser().GetAsync($"/bang/{contest.Code}")).Document.QuerySelector(".edition"));
    }

    [Fact]
    public async Task What_cannot_be_is_told_and_stays_as_typed()
    {
        var staff = await arena.StaffAsync();
        var contest = await arena.AddContestAsync();
        var page = await PostAsync(
            staff,
            contest,
            new()
            {
                ["Form.Number"] = "ba",
                ["Form.Year"] = "năm nay",
                ["Form.Divisions[0].Name"] = "Bảng A",
                ["Form.Divisions[0].First"] = "13",
            }
        );
        Assert.Contains("Lần thứ là một số", page.Text);
        Assert.Contains("Năm học ghi như", page.Text);
        Assert.Contains("Lớp là số từ 1 đến 12", page.Text);
        Assert.Equal("năm nay", page.Document.QuerySelector("[name='Form.Year']")!.GetAttribute("value"));
        Assert.Equal("13", page.Document.QuerySelector("[name='Form.Divisions[0].First']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Rounds_that_lead_back_are_refused()
    {
        var staff = await arena.StaffAsync();
        var (first, second) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        await SaveAsync(staff, first, new() { ["Form.Next"] = FormattableString.Invariant($"{second.Id.Value}") });
        var page = await PostAsync(staff, second, new() { ["Form.Next"] = FormattableString.Invariant($"{first.Id.Value}") });
        Assert.Contains("không được dẫn ngược", page.Text);
    }

    [Fact]
    public async Task A_school_that_no_unit_bears_the_name_of_is_told_so()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest);
        var page = await (await arena.StaffAsync()).GetAsync(Path(contest));
        Assert.Contains("THCS Nguyễn Du Chưa có trong danh sách đơn vị", page.Text);
    }

    [Fact]
    public async Task A_contest_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync("/btc/cuoc-thi/99999/ky-thi")).Status);

    private static string Path(Contest contest) => FormattableString.Invariant($"/btc/cuoc-thi/{contest.Id.Value}/ky-thi");

    private async Task AddSchoolAsync()
    {
        var units = arena.Get<OrgUnits>();
        var tree = await units.TreeAsync(CancellationToken.None);
        var school = new OrgUnit
        {
            Id = tree.NextId,
            Kind = UnitKind.School,
            Levels = SchoolLevels.LowerSecondary,
            Names = [new(DateOnly.MinValue, new("Trường THCS Bàn Cờ", School))],
            Parents =
            [
                new(DateOnly.MinValue, tree.Named("Quận 3").Single().Id),
                new(new(2025, 7, 1), tree.Named("Phường Bàn Cờ").Single().Id),
            ],
        };
        Assert.True(await units.SaveAsync(tree, [school], CancellationToken.None));
    }

    private async Task<Contest> AddContestAsync(DateTimeOffset start)
    {
        var contest = await arena.AddContestAsync(contest => contest with { Start = start, End = start.AddHours(2) });
        await arena.Get<ArenaWeb.Accounts.People>().AddAsync(contest.Id, [new("HS1", "Lê Văn An", School, "9A")], CancellationToken.None);
        return contest;
    }

    private static async Task<string> PlaceAsync(Browser staff, Contest contest)
    {
        var row = (await staff.GetAsync(Path(contest))).Document.QuerySelectorAll("tbody tr").Single();
        Assert.Contains(School, row.QuerySelector("th")!.TextContent);
        return row.QuerySelector("td")!.TextContent;
    }

    private static async Task SaveAsync(Browser staff, Contest contest, Dictionary<string, string> fields)
    {
        var answer = await PostAsync(staff, contest, fields);
        Assert.Equal(Path(contest), answer.Location);
    }

    private static Task<Answer> PostAsync(Browser staff, Contest contest, Dictionary<string, string> fields) =>
        staff.SubmitAsync(Path(contest), fields);
}
