using System.Net;
using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Tests.Rosters;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Tests.Registration;

/// <summary>Pupils from a file in two steps, over HTTP.</summary>
public sealed class PupilsPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Good =
        "SBD;Họ và tên;Lớp;Trường;Công bố tên\r\nts02;Trần Thị Ánh;9A2;THCS Bàn Cờ;có\r\nts01;Nguyễn Văn An;9A1;THCS Bàn Cờ;\r\n";

    [Fact]
    public async Task Looking_stores_nothing_and_confirming_stores_all_and_prints_cards()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var look = await LookAsync(staff, contest, Encoding.UTF8.GetBytes(Good));
        Assert.Contains("Tệp đọc được: 2 thí sinh", look.Text);
        Assert.Empty(await PeopleAsync(contest));

        var cards = await ConfirmAsync(staff, contest, look);
        Assert.Equal(2, cards.Document.QuerySelectorAll(".sign-in-card").Length);
        var people = await PeopleAsync(contest);
        Assert.Equal(["TS01", "TS02"], people.Select(person => person.Sbd));
        Assert.Equal([false, true], people.Select(person => person.Publish));
        Assert.Equal(2, (await arena.Get<IContests>().EntrantsAsync(contest.Id, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task The_PIN_on_a_card_opens_the_door_and_stands_nowhere_else()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var cards = await ConfirmAsync(staff, contest, await LookAsync(staff, contest, Encoding.UTF8.GetBytes(Good)));
        var secrets = cards.Document.QuerySelector(".sign-in-card")!.QuerySelectorAll("dd").Select(value => value.TextContent).ToList();
        Assert.Equal([contest.Code, "TS01"], secrets[..2]);
        var door = await arena
            .Browser()
            .SubmitAsync(
                "/dang-nhap",
                new()
                {
                    ["Code"] = secrets[0],
                    ["Sbd"] = secrets[1],
                    ["Pin"] = secrets[2],
                }
            );
        Assert.Equal($"/thi/{contest.Code}", door.Location);
        Assert.DoesNotContain(secrets[2], (await staff.GetAsync(Path(contest))).Html);
    }

    [Fact]
    public async Task Organisers_take_away_everybody_with_name_and_result()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        await ConfirmAsync(staff, contest, await LookAsync(staff, contest, Encoding.UTF8.GetBytes(Good)));
        foreach (var format in (string[])["xlsx", "csv"])
        {
            var address = $"{Path(contest)}?handler=Results&tep={format}";
            Assert.NotNull((await staff.GetAsync(Path(contest))).Document.QuerySelector($"a[href='{address}']"));
            var file = await staff.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
            var rows = SheetReader.Read(file, new()).Table!.Rows;
            Assert.Equal(["", "TS02", "Trần Thị Ánh", "9A2", "THCS Bàn Cờ"], rows[1].Cells[..5]);
            Assert.Equal(["", "TS01", "Nguyễn Văn An", "9A1", "THCS Bàn Cờ"], rows[2].Cells[..5]);
            Assert.Equal("0", rows[2].Cells[^1]);
            Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.StaffAsync(Roles.Juror)).GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Confirming_twice_adds_nobody_twice()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var look = await LookAsync(staff, contest, Encoding.UTF8.GetBytes(Good));
        await ConfirmAsync(staff, contest, look);
        Assert.Contains("Cuộc thi đã có thí sinh mang SBD này", (await ConfirmAsync(staff, contest, look)).Text);
        Assert.Equal(2, (await PeopleAsync(contest)).Count);
    }

    [Fact]
    public async Task Mistakes_are_listed_and_there_is_nothing_to_confirm()
    {
        var contest = await arena.AddContestAsync();
        var page = await LookAsync(
            await arena.StaffAsync(),
            contest,
            Encoding.UTF8.GetBytes("SBD;Họ tên;Lớp;Trường\nA1;=HYPERLINK(\"x\");9A;<img src=x>\n")
        );
        Assert.Contains("Tệp còn", page.Text);
        Assert.Null(page.Document.QuerySelector("form[action='?handler=Add']"));
        Assert.Empty(page.Document.QuerySelectorAll("#roster img"));
    }

    [Fact]
    public async Task Another_encoding_and_a_workbook_are_taken_and_said_so()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var page = await LookAsync(staff, contest, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]);
        Assert.Contains("Tệp đọc được: 2 thí sinh", page.Text);
        Assert.Equal("Utf16", page.Document.QuerySelector("#roster-letters option[selected]")!.GetAttribute("value"));
        var book = new XlsxFile().Add("Thí sinh", Good.TrimEnd().Split("\r\n").Select(line => line.Split(';'))).ToBytes();
        var cards = await ConfirmAsync(staff, contest, await LookAsync(staff, contest, book));
        Assert.Equal(2, cards.Document.QuerySelectorAll(".sign-in-card").Length);
        Assert.Equal(["TS01", "TS02"], (await PeopleAsync(contest)).Select(person => person.Sbd));
    }

    [Fact]
    public async Task A_column_under_a_name_of_their_own_is_chosen_once_and_remembered()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        var file = Encoding.UTF8.GetBytes("Mã dự thi;Họ và tên;Lớp;Trường\nts01;Nguyễn Văn An;9A1;THCS Bàn Cờ\n");
        var look = await LookAsync(staff, contest, file);
        Assert.Contains("Thiếu một cột cần có", look.Text);
        var fields = FieldsOf(look);
        fields["Sent.Columns"] = ["Sbd", .. fields["Sent.Columns"].Skip(1)];
        Assert.Single((await PostAsync(staff, contest, "Add", fields)).Document.QuerySelectorAll(".sign-in-card"));

        var other = await arena.AddContestAsync();
        Assert.Contains("Tệp đọc được: 1 thí sinh", (await LookAsync(staff, other, file)).Text);
        Assert.Contains("Thiếu một cột cần có", (await LookAsync(await arena.StaffAsync(), other, file)).Text);
    }

    [Fact]
    public async Task No_file_and_too_large_a_file_are_said_so()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync();
        Assert.Contains("Chưa có tệp nào được chọn", (await LookAsync(staff, contest, null)).Text);
        Assert.Contains("Tệp lớn hơn 2 MB", (await LookAsync(staff, contest, new byte[SheetLimits.MostBytes + 1])).Text);
    }

    [Fact]
    public async Task A_new_PIN_is_shown_once_and_the_old_one_is_dead()
    {
        var contest = await arena.AddContestAsync();
        var old = await arena.AddPupilAsync(contest);
        var staff = await arena.StaffAsync();
        var page = await PostAsync(staff, contest, "Pin", new() { ["entrant"] = [$"{old.Entrant.Value}"] });
        var pin = page.Document.QuerySelectorAll(".sign-in-card dd").Last().TextContent;
        Assert.NotEqual(old.Pin, pin);
        var door = await arena
            .Browser()
            .SubmitAsync(
                "/dang-nhap",
                new()
                {
                    ["Code"] = contest.Code,
                    ["Sbd"] = old.Sbd,
                    ["Pin"] = old.Pin,
                }
            );
        Assert.Null(door.Location);
    }

    [Fact]
    public async Task A_pupil_of_another_contest_cannot_be_reached_from_here()
    {
        var contest = await arena.AddContestAsync();
        var stranger = await arena.AddPupilAsync(await arena.AddContestAsync());
        var page = await PostAsync(await arena.StaffAsync(), contest, "Pin", new() { ["entrant"] = [$"{stranger.Entrant.Value}"] });
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task A_name_that_is_withdrawn_is_hidden_at_once_even_where_the_act_cannot_be_written_down()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest, "HS001", "Trần Văn Mở", publish: true);
        Assert.Contains("Trần Văn Mở", (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Html);
        var staff = await arena.StaffAsync();
        await ExecuteAsync("ALTER TABLE audit RENAME TO audit_away");
        var fields = new Dictionary<string, List<string>> { ["entrant"] = [$"{card.Entrant.Value}"], ["publish"] = ["false"] };
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync(staff, contest, "Publish", fields)).Status);
        await ExecuteAsync("ALTER TABLE audit_away RENAME TO audit");
        Assert.DoesNotContain("Trần Văn Mở", (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Html);
    }

    [Fact]
    public async Task Pupils_are_listed_in_Vietnamese_order_and_found_without_marks()
    {
        var contest = await arena.AddContestAsync();
        await arena.AddPupilAsync(contest, "A1", "Đỗ Minh Đức");
        await arena.AddPupilAsync(contest, "A2", "Vũ Thị Thu Dung");
        await arena.AddPupilAsync(contest, "A3", "Trần Thị Ánh");
        var staff = await arena.StaffAsync();
        async Task<IEnumerable<string>> ListAsync(string query) =>
            (await staff.GetAsync(Path(contest) + query)).Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent);
        Assert.Equal(["A3", "A2", "A1"], await ListAsync(""));
        Assert.Equal(["A1", "A2", "A3"], await ListAsync("?xep=sbd"));
        Assert.Equal(["A1"], await ListAsync("?tim=minh%20duc"));
    }

    private Task<int> ExecuteAsync(string sql) =>
        arena.Get<Database>().WriteAsync((c, t) => c.ExecuteAsync(sql, transaction: t), CancellationToken.None);

    private static string Path(Contest contest) => $"/btc/cuoc-thi/{contest.Id.Value}/thi-sinh";

    private Task<IReadOnlyList<Person>> PeopleAsync(Contest contest) => arena.Get<People>().ListAsync(contest.Id, CancellationToken.None);

    private static Task<Answer> LookAsync(Browser staff, Contest contest, byte[]? file) => PostAsync(staff, contest, "Look", [], file);

    private static Task<Answer> ConfirmAsync(Browser staff, Contest contest, Answer look) =>
        PostAsync(staff, contest, "Add", FieldsOf(look));

    private static Dictionary<string, List<string>> FieldsOf(Answer look) => RosterForms.FieldsOf(look);

    private static Task<Answer> PostAsync(
        Browser staff,
        Contest contest,
        string handler,
        Dictionary<string, List<string>> fields,
        byte[]? file = null
    ) => RosterForms.PostAsync(staff, Path(contest), handler, fields, file);
}
