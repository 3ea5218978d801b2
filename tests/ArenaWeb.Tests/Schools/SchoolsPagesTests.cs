using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;

namespace ArenaWeb.Tests.Schools;

/// <summary>The pages of the organisation, over HTTP.</summary>
public sealed class SchoolsPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Home = "/btc/truong";
    private const string Heading = "Loại;Tên;Thuộc;Cấp học;Từ ngày\n";

    private static int _number;

    [Fact]
    public async Task The_tree_is_shown_as_of_the_day_that_is_asked_for()
    {
        var staff = await arena.StaffAsync();
        var then = await staff.GetAsync(Home + "?ngay=05/11/2017");
        Assert.Contains("Quận 3 (cũ)", then.Text);
        Assert.DoesNotContain("Cụm chuyên môn", then.Text.Split("Ngày 05/11/2017")[1]);
        var now = await staff.GetAsync(Home + "?ngay=01/09/2025");
        Assert.Contains("Cụm chuyên môn 16", now.Text);
        Assert.DoesNotContain("Quận 3 (cũ)", now.Text);
        Assert.True(now.Text.IndexOf("môn 2 ", StringComparison.Ordinal) < now.Text.IndexOf("môn 10 ", StringComparison.Ordinal));
        Assert.Contains("Ngày ghi theo dạng", (await staff.GetAsync(Home + "?ngay=hôm qua")).Text);
    }

    [Theory]
    [InlineData("quan 3", "Quận 3 (cũ)")]
    [InlineData("Q.3", "Quận 3 (cũ)")]
    [InlineData("ban co", "Phường Bàn Cờ")]
    public async Task A_unit_is_found_by_any_of_its_names_without_marks(string typed, string name) =>
        Assert.Contains(name, (await (await arena.StaffAsync()).GetAsync($"{Home}?tim={Uri.EscapeDataString(typed)}")).Text);

    [Fact]
    public async Task Where_nothing_is_found_the_page_says_what_to_do_next() =>
        Assert.Contains("Không tìm thấy đơn vị nào", (await (await arena.StaffAsync()).GetAsync(Home + "?tim=xyz")).Text);

    [Fact]
    public async Task A_school_is_added_renamed_moved_and_taken_back_and_all_is_written_down()
    {
        var staff = await arena.StaffAsync();
        var (path, name) = await AddAsync(staff, "Quận 3");
        var page = await staff.GetAsync(path);
        Assert.Contains("THCS", page.Document.QuerySelector(".facts")!.TextContent);
        await ActAsync(staff, path, "Rename", new() { ["Form.Name"] = $"{name} mới", ["Form.From"] = "01/09/2024" });
        await ActAsync(staff, path, "Move", new() { ["Form.Parent"] = await IdAsync("Phường Bàn Cờ"), ["Form.From"] = "01/07/2025" });
        Assert.Contains("Phường Bàn Cờ", (await staff.GetAsync(path)).Text);
        Assert.Contains($"{name} mới", Title(await staff.GetAsync(path)));
        Assert.Equal(name, Title(await staff.GetAsync(path + "?ngay=05/11/2017")));
        Assert.Contains("Quận 3 (cũ)", (await staff.GetAsync(path + "?ngay=05/11/2017")).Html);
        Assert.Contains($"{name} mới", (await staff.GetAsync($"{Home}?tim={Uri.EscapeDataString(name)}")).Text);

        await ActAsync(staff, path, "TakeBack", new() { ["what"] = "name", ["day"] = "01/09/2024" });
        Assert.Equal(name, Title(await staff.GetAsync(path)));
        var audit = (await staff.GetAsync("/btc/nhat-ky")).Text;
        Assert.Contains("Thêm đơn vị", audit);
        Assert.Contains("Đổi tên đơn vị", audit);
        Assert.Contains("Chuyển đơn vị quản lý", audit);
        Assert.Contains("Bỏ một dòng lịch sử", audit);
    }

    [Fact]
    public async Task A_school_is_split_into_new_ones_and_merged_into_one_that_is_there()
    {
        var staff = await arena.StaffAsync();
        var (path, name) = await AddAsync(staff, "Phường Bàn Cờ");
        var heirs = new Dictionary<string, string> { ["Form.Last"] = "31/05/2026", ["Form.Successors"] = $"{name} Một\n{name} Hai" };
        var refused = await PostAsync(staff, path, "End", heirs);
        Assert.Contains("Không có đơn vị nào tên như vậy", refused.Text);
        Assert.Contains($"{name} Một", refused.Html);
        await ActAsync(staff, path, "End", new(heirs) { ["Form.Found"] = "true" });
        Assert.Contains($"Kế tục: {name} Hai, {name} Một", (await staff.GetAsync(path)).Text);

        var one = $"/btc/truong/{await IdAsync($"{name} Một")}";
        Assert.Contains($"Kế tục {name}", (await staff.GetAsync(one)).Text);
        await ActAsync(staff, one, "End", new() { ["Form.Last"] = "31/12/2026", ["Form.Successors"] = $"{name} Hai" });
        Assert.Contains($"Kế tục: {name} Hai", (await staff.GetAsync(one)).Text);
    }

    [Fact]
    public async Task What_is_refused_is_told_at_its_place_and_nothing_that_was_typed_is_lost()
    {
        var staff = await arena.StaffAsync();
        var page = await PostAsync(
            staff,
            Home + "/them",
            "",
            new()
            {
                ["Form.Kind"] = "School",
                ["Form.Name"] = "Trường Xa",
                ["Form.First"] = "1/13",
            }
        );
        Assert.Contains("Ngày ghi theo dạng", page.Text);
        page = await PostAsync(staff, Home + "/them", "", new() { ["Form.Kind"] = "School", ["Form.Name"] = "Trường Xa" });
        Assert.Contains("ít nhất một cấp học", page.Text);
        Assert.Equal("Trường Xa", page.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_correction_of_what_others_have_changed_since_is_refused()
    {
        var staff = await arena.StaffAsync();
        var (path, name) = await AddAsync(staff, "Phường Bàn Cờ");
        var stale = await PostAsync(
            staff,
            path,
            "Correct",
            new()
            {
                ["Form.Name"] = name,
                ["Form.Levels"] = "TH",
                ["Form.Seen"] = "0",
            }
        );
        Assert.Contains("Có người vừa thay đổi", stale.Text);
        await ActAsync(
            staff,
            path,
            "Correct",
            new()
            {
                ["Form.Name"] = name,
                ["Form.Levels"] = "TH",
                ["Form.Aliases"] = "Cấp I cũ",
            }
        );
        Assert.Contains(name, (await staff.GetAsync($"{Home}?tim=cap%20i%20cu")).Text);
    }

    [Fact]
    public async Task Looking_at_a_list_stores_nothing_storing_it_twice_changes_nothing()
    {
        var staff = await arena.StaffAsync();
        var (one, two) = (Name(), Name());
        var list = $"{Heading}Trường;{one};Phường Xuân Hòa;THCS;\nTrường;{two};Phường Xuân Hòa;TH, THCS;\n";
        var look = await LookAsync(staff, list);
        Assert.Contains("Tệp đọc được: 2 đơn vị", look.Text);
        Assert.Empty((await TreeAsync()).Named(one));

        var hidden = look
            .Document.QuerySelectorAll("form[action$='=Store'] input")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        Assert.Equal(Home, (await staff.SendAsync(Home + "/nhap?handler=Store", hidden, [])).Location);
        Assert.Single((await TreeAsync()).Named(one));
        Assert.Contains("Nhập danh sách đơn vị", (await staff.GetAsync("/btc/nhat-ky")).Text);

        Assert.Contains("Không có gì mới", (await LookAsync(staff, list)).Text);
        var part = await LookAsync(staff, $"{Heading}Trường;{one};Phường Xuân Hòa;THCS;\n");
        Assert.Contains("Có trong hệ thống mà không có trong tệp", part.Text);
        Assert.Contains(two, part.Text);
    }

    [Fact]
    public async Task A_list_with_a_mistake_is_told_by_line_and_cannot_be_stored()
    {
        var staff = await arena.StaffAsync();
        var good = Name();
        var page = await LookAsync(staff, $"{Heading}Trường;{good};Phường Bàn Cờ;THCS;\nTrường;{Name()};Phường Nào;THCS;\n");
        Assert.Contains("Không có đơn vị nào tên như vậy", page.Text);
        Assert.Equal("3", page.Document.QuerySelector("#plan tbody td")!.TextContent);
        Assert.Null(page.Document.QuerySelector("form[action$='=Store']"));
        Assert.Empty((await TreeAsync()).Named(good));
        Assert.Contains("Tệp Excel bị hỏng", (await LookAsync(staff, "PK\u0003\u0004")).Text);
    }

    [Theory]
    [InlineData(Home)]
    [InlineData(Home + "/1")]
    [InlineData(Home + "/them")]
    [InlineData(Home + "/nhap")]
    public async Task Only_organisers_open_the_pages(string path)
    {
        Assert.NotEqual(HttpStatusCode.OK, (await arena.Browser().GetAsync(path)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await arena.StaffAsync(Roles.Juror)).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await arena.StaffAsync()).GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_unit_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await arena.StaffAsync()).GetAsync(Home + "/999999")).Status);

    private static string Name() => $"Trường THCS Số {Interlocked.Increment(ref _number)}";

    private static string Title(Answer page) => page.Document.QuerySelector("h1")!.TextContent;

    private async Task<OrgTree> TreeAsync() => await arena.Get<OrgUnits>().TreeAsync(CancellationToken.None);

    private async Task<string> IdAsync(string name) => FormattableString.Invariant($"{(await TreeAsync()).Named(name).Single().Id.Value}");

    private async Task<(string Path, string Name)> AddAsync(Browser staff, string parent)
    {
        var name = Name();
        var answer = await PostAsync(
            staff,
            Home + "/them",
            "",
            new()
            {
                ["Form.Kind"] = "School",
                ["Form.Name"] = name,
                ["Form.Parent"] = await IdAsync(parent),
                ["Form.Levels"] = "THCS",
            }
        );
        Assert.StartsWith(Home + "/", answer.Location);
        return (answer.Location!, name);
    }

    private static async Task ActAsync(Browser staff, string path, string handler, Dictionary<string, string> fields)
    {
        var answer = await PostAsync(staff, path, handler, fields);
        Assert.Equal(path, answer.Location);
    }

    private static async Task<Answer> PostAsync(Browser staff, string path, string handler, Dictionary<string, string> fields)
    {
        var hidden = Browser.HiddenFields(await staff.GetAsync(path));
        foreach (var field in fields.Keys)
        {
            hidden.Remove(field);
        }

        return await staff.SendAsync(handler.Length > 0 ? $"{path}?handler={handler}" : path, hidden, fields);
    }

    private static async Task<Answer> LookAsync(Browser staff, string list)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.HiddenFields(await staff.GetAsync(Home + "/nhap")))
        {
            form.Add(new StringContent(value), name);
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(list));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "upload", "don-vi.csv");
        using var response = await staff.Client.PostAsync(Home + "/nhap?handler=Look", form);
        return await Answer.OfAsync(response);
    }
}
