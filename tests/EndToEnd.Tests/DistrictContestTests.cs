using System.Globalization;
using System.Text.RegularExpressions;
using ArenaWeb.Accounts;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using EndToEnd.Tests.Looks;
using EndToEnd.Tests.Stack;
using Judge.Contests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A district's contest by pages: from the lists of three schools to pupils in two shifts and two rooms.</summary>
public sealed partial class DistrictContestTests(Site site)
{
    private const string Code = "CAP-QUAN";
    private const string TakePart = "Tham gia";
    private const string Publish = "Công bố tên, ảnh, bài";
    private static readonly string[] Schools = ["Sông Quê", "Đồi Chè", "Bến Đò"];
    private static readonly TimeSpan Shift = TimeSpan.FromMinutes(60);

    /// <summary>The whole minute now: the first shift has begun.</summary>
    private readonly DateTimeOffset _first = DateTimeOffset.FromUnixTimeSeconds(
        TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 60 * 60
    );

    private DateTimeOffset Second => _first.AddMinutes(75);

    [Fact]
    public async Task A_small_district_contest_plays_from_its_lists_to_its_start()
    {
        await using var window = await site.OpenAsync(Who.Organiser, new() { ReducedMotion = ReducedMotion.Reduce });
        var office = await window.NewPageAsync();
        var contest = await PlanAsync(office);
        var contacts = new List<IPage>();
        foreach (var name in Schools)
        {
            var school = await AddSchoolAsync(office, name);
            var (contact, leader) = (await SignInAsync(office, "Đầu mối", school), await SignInAsync(office, "Lãnh đạo đơn vị", school));
            await ListAsync(contact, school, name);
            await EnterAsync(contact, leader, contest, school, name);
            await leader.Context.CloseAsync();
            contacts.Add(contact);
        }

        await SeatAsync(office, contest);
        var cards = await CardsAsync(office, contest);
        var here = await SitAsync(cards, "Ca 1", "Phòng 1");
        var there = await SitAsync(cards, "Ca 1", "Phòng 2");
        var later = await SitAsync(cards, "Ca 2", "Phòng 1");
        var errors = new[] { here, there, later }.Select(tab => new BrowserErrors(tab, site.Address)).ToList();
        await Expect(later.GetByText($"Đề bài mở lúc {VietnamTime.Of(Second):HH:mm}")).ToBeVisibleAsync();
        await ExpectEndAsync(later, Second + Shift);
        await ExpectEndAsync(there, _first + Shift);
        await Expect(there.GetByText("Số nút").First).ToBeVisibleAsync();

        var stays = await Task.WhenAll(new[] { there, later }.Select(Stay.BeginAsync));
        await AskAsync(here, office, contest);
        await Expect(there.Locator(".notice-news")).ToContainTextAsync("n tối đa 1000.");
        await ExtendAsync(office, contest, "Phòng 1");
        await ExpectEndAsync(here, _first + Shift + TimeSpan.FromMinutes(15));
        await ExpectEndAsync(there, _first + Shift);
        await ExpectEndAsync(later, Second + Shift);
        await Expect(later.Locator(".notice-news")).ToHaveCountAsync(0);

        var board = await (await site.OpenAsync(Who.Public)).NewPageAsync();
        await ExpectListedAsync(board, "Nguyễn Sông Quê An", "Nguyễn Sông Quê Bình");
        await WithdrawAsync(contacts[0], "Nguyễn Sông Quê An");
        await ExpectListedAsync(board, "Nguyễn Sông Quê Bình");
        await Expect(board.GetByText("Nguyễn Sông Quê An")).ToHaveCountAsync(0);
        await StopAsync(office, contest);
        await board.GotoAsync($"/bang/{Code}");
        await Expect(board.GetByText("Nguyễn Sông Quê Bình")).ToBeVisibleAsync();
        await Expect(board.GetByText("Nguyễn Sông Quê An")).ToHaveCountAsync(0);
        var watched = await Stay.BeginAsync(board);
        await WithdrawAsync(contacts[0], "Nguyễn Sông Quê Bình");
        await Expect(board.GetByText("Nguyễn Sông Quê Bình")).ToHaveCountAsync(0);
        await Expect(board.GetByText("Nguyễn Sông Quê Dũng")).ToBeVisibleAsync();
        foreach (var stay in stays.Append(watched))
        {
            await stay.ExpectAsync();
        }

        Assert.Empty(errors.SelectMany(found => found.Found()));
        await Task.WhenAll(contacts.Concat([here, there, later, board]).Select(tab => tab.Context.CloseAsync()));
    }

    /// <summary>A contest of two divisions that takes four pupils of each school.</summary>
    private static async Task<ContestId> PlanAsync(IPage office)
    {
        await office.GotoAsync("/btc/cuoc-thi/tao");
        await office.GetByLabel("Tên cuộc thi", new() { Exact = true }).FillAsync("Hội thi Tin học trẻ cấp quận");
        await office.GetByLabel("Mã cuộc thi").FillAsync(Code);
        await office.GetByRole(AriaRole.Searchbox).FillAsync("SONUT");
        await Expect(office.Locator("#found li")).ToHaveCountAsync(1);
        await office.GetByRole(AriaRole.Checkbox, new() { Name = "Số nút" }).ClickAsync(); // it leaves the offers when it is chosen
        await Expect(office.Locator("table.picks tbody tr")).ToContainTextAsync("Số nút");
        await PressAsync(office, "Tạo cuộc thi này");
        await office.WaitForURLAsync(NumberAtEnd());
        var contest = new ContestId(NumberOf(office));

        await office.GotoAsync(StaffPaths.Edition(contest));
        foreach (var (at, name, first, last) in new[] { (0, "Bảng A", "6", "7"), (1, "Bảng B", "8", "9") })
        {
            await TypeAsync(office, $"Form.Divisions[{at}]", ("Name", name), ("First", first), ("Last", last));
        }

        await PressAsync(office, "Lưu kỳ thi");
        await Expect(office.GetByText("Đã lưu thông tin kỳ thi")).ToBeVisibleAsync();
        await office.GotoAsync(StaffPaths.Entries(contest));
        await office.GetByLabel("Hạn ghi danh").FillAsync(VietnamTime.ForInput(TimeProvider.System.GetUtcNow().AddHours(8)));
        await office.GetByLabel("Số đội (thí sinh) nhiều nhất của một trường").FillAsync("4");
        await PressAsync(office, "Lưu quy định");
        await Expect(office.GetByText("Đã lưu quy định ghi danh")).ToBeVisibleAsync();
        return contest;
    }

    private static async Task<long> AddSchoolAsync(IPage office, string name)
    {
        await office.GotoAsync("/btc/truong/them");
        await office.GetByLabel("Tên", new() { Exact = true }).FillAsync($"Trường THCS {name}");
        await office.GetByRole(AriaRole.Checkbox, new() { Name = "THCS" }).CheckAsync();
        await PressAsync(office, "Thêm đơn vị này");
        await office.WaitForURLAsync(NumberAtEnd());
        return NumberOf(office);
    }

    /// <summary>A window of somebody who got an account for a school and came in with the password that was told.</summary>
    private async Task<IPage> SignInAsync(IPage office, string role, long school)
    {
        var login = string.Create(CultureInfo.InvariantCulture, $"{(role == "Đầu mối" ? "dm" : "ld")}{school}");
        await office.GotoAsync("/btc/tai-khoan");
        await office.Locator("[name='New.Login']").FillAsync(login);
        await office.Locator("[name='New.Name']").FillAsync($"Cô {login}");
        await office.Locator("#New_Role").SelectOptionAsync(new SelectOptionValue { Label = role });
        await office.Locator("#New_Unit").FillAsync(school.ToString(CultureInfo.InvariantCulture));
        await PressAsync(office, "Thêm tài khoản này");
        await Expect(office.GetByText($"Mật khẩu của {login}")).ToBeVisibleAsync();
        var password = await office.Locator(".notice code").InnerTextAsync();
        var tab = await (await site.NewWindowAsync(new() { ReducedMotion = ReducedMotion.Reduce })).NewPageAsync();
        await SigningIn.EnterAsync(tab, login, password);
        return tab;
    }

    /// <summary>Five pupils by a workbook: first with two bad rows, then mended, with a heading that only the school knows.</summary>
    private static async Task ListAsync(IPage contact, long school, string name)
    {
        await contact.GotoAsync(StaffPaths.SchoolPupils(new(school)));
        await LookAsync("Lớp", "=Chi", "");
        await Expect(contact.GetByText("Tệp còn 2 chỗ cần sửa")).ToBeVisibleAsync();
        await LookAsync("Nhóm", "Chi", "8A2");
        await Expect(contact.GetByText("Tệp còn 1 chỗ cần sửa")).ToBeVisibleAsync();
        await contact.GetByLabel("Nhóm").SelectOptionAsync(new SelectOptionValue { Label = "Lớp" });
        await PressAsync(contact, "Xem lại theo lựa chọn này");
        await PressAsync(contact, "Lưu: thêm 5 em");
        await Expect(contact.GetByText("Danh sách học sinh (5)")).ToBeVisibleAsync();

        async Task LookAsync(string classes, string third, string fifth)
        {
            SheetValue[] Row(string given, string form) => [$"Nguyễn {name}", given, form];
            SheetValue[][] rows = [Row("An", "6A1"), Row("Bình", "6A1"), Row(third, "7A1"), Row("Dũng", "8A1"), Row("Giang", fifth)];
            var file = new FilePayload
            {
                Name = "danh-sach.xlsx",
                MimeType = SheetFormat.Xlsx.ContentType(),
                Buffer = new SheetExport("Học sinh", ["Họ đệm", "Tên", classes], rows).ToBytes(SheetFormat.Xlsx),
            };
            await contact.Locator("input[type=file]").SetInputFilesAsync(file);
            await PressAsync(contact, "Xem thử");
        }
    }

    /// <summary>
    /// Two pupils of each division; nobody comes in before the families agree and a fifth never, and the leader approves. All agree to
    /// publish.
    /// </summary>
    private static async Task EnterAsync(IPage contact, IPage leader, ContestId contest, long school, string name)
    {
        var list = string.Create(CultureInfo.InvariantCulture, $"/ghi-danh/{contest.Value}/{school}");
        await contact.GotoAsync(list);
        await AddAsync("Bảng A", "An");
        await Expect(contact.GetByText($"Chưa có đồng ý tham gia của: Nguyễn {name} An.")).ToBeVisibleAsync();
        await AgreeAsync(TakePart);
        await contact.GotoAsync(list);
        await AddAsync("Bảng A", "An", "Bình");
        await Expect(contact.GetByText("Thí sinh (2)")).ToBeVisibleAsync();
        await AddAsync("Bảng B", "Dũng", "Giang");
        await Expect(contact.GetByText("Thí sinh (4)")).ToBeVisibleAsync();
        await AddAsync("Bảng A", "Chi");
        await Expect(contact.GetByText("Mỗi trường được cử nhiều nhất 4 thí sinh.")).ToBeVisibleAsync();
        await PressAsync(contact, "Gửi lãnh đạo duyệt");
        await Expect(contact.GetByText("Danh sách đang chờ lãnh đạo duyệt")).ToBeVisibleAsync();

        await leader.GotoAsync(list);
        await PressAsync(leader, "Duyệt danh sách này");
        await Expect(leader.GetByText("Danh sách đã khóa")).ToBeVisibleAsync();
        await contact.ReloadAsync();
        await Expect(contact.GetByText("Danh sách đã khóa")).ToBeVisibleAsync();
        await Expect(contact.Locator("#doi")).ToHaveCountAsync(0);

        await AgreeAsync(Publish);

        async Task AgreeAsync(string kind)
        {
            await contact.GotoAsync(StaffPaths.SchoolConsents(new(school)));
            await contact.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
            await contact.GetByRole(AriaRole.Radio, new() { Name = "Cha, mẹ (hoặc người giám hộ) và học sinh" }).CheckAsync();
            await contact.GetByRole(AriaRole.Checkbox, new() { Name = "Tất cả 5 em" }).CheckAsync();
            await PressAsync(contact, "Ghi đồng ý");
            await Expect(contact.GetByRole(AriaRole.Button, new() { Name = $"Rút lại: {kind}" })).ToHaveCountAsync(5);
        }

        async Task AddAsync(string division, params string[] given)
        {
            await contact.Locator("#bang").SelectOptionAsync(division);
            await PressAsync(contact, "Tìm học sinh");
            foreach (var one in given)
            {
                await contact.GetByRole(AriaRole.Checkbox, new() { Name = $"Nguyễn {name} {one}" }).CheckAsync();
            }

            await PressAsync(contact, "Thêm các em đã chọn");
        }
    }

    /// <summary>Numbers, two rooms, and a shift for each division.</summary>
    private async Task SeatAsync(IPage office, ContestId contest)
    {
        await office.GotoAsync(StaffPaths.Entries(contest));
        await PressAsync(office, "Cấp số cho 12 đội, thí sinh");
        await Expect(office.GetByText("Không còn đội, thí sinh nào chờ cấp số")).ToBeVisibleAsync();
        await office.GotoAsync(StaffPaths.Exam(contest));
        await TypeAsync(office, "Form.Rooms[0]", ("Name", "Phòng 1"), ("Capacity", "4"));
        await TypeAsync(office, "Form.Rooms[1]", ("Name", "Phòng 2"), ("Capacity", "4"));
        await PressAsync(office, "Lưu các phòng");
        await Expect(office.Locator("[name='Form.Rooms[2].Name']")).ToBeVisibleAsync();
        foreach (var (at, start, division) in new[] { (0, _first, "Bảng A"), (1, Second, "Bảng B") })
        {
            var shift = $"Form.Shifts[{at}]";
            await TypeAsync(office, shift, ("Name", $"Ca {at + 1}"), ("Start", VietnamTime.ForInput(start)), ("Minutes", "60"));
            await office.Locator($"[name='{shift}.Divisions'][value='{division}']").CheckAsync();
        }

        await PressAsync(office, "Lưu các ca thi");
        await PressAsync(office, "Xếp chỗ cho em chưa có");
        await Expect(office.GetByText("Chỗ ngồi (12 trên 12 thí sinh)")).ToBeVisibleAsync();
    }

    /// <summary>What stands on the cards, and where each sits.</summary>
    private static async Task<IReadOnlyList<(Card Card, string Place)>> CardsAsync(IPage office, ContestId contest)
    {
        await office.GetByRole(AriaRole.Link, new() { Name = "Thẻ dự thi" }).ClickAsync();
        await PressAsync(office, "Phát hành mã PIN mới và in thẻ");
        await office.Locator("#confirm-yes").ClickAsync();
        await Expect(office.Locator(".sign-in-card dd:last-child").Filter(new() { HasTextRegex = Pin() })).ToHaveCountAsync(12);
        var found = new List<(Card, string)>();
        foreach (var card in await office.Locator(".sign-in-card").AllAsync())
        {
            var said = await card.Locator("dd").AllInnerTextsAsync();
            Assert.Equal(Code, said[0]);
            found.Add((new(default, said[1], "", "", "", said[2]), await card.Locator(".card-place").InnerTextAsync()));
        }

        return found;
    }

    /// <summary>The first one of a shift and room comes in, in a window of the own.</summary>
    private async Task<IPage> SitAsync(IEnumerable<(Card Card, string Place)> cards, string shift, string room)
    {
        var (card, _) = cards.First(one => one.Place.StartsWith(shift, StringComparison.Ordinal) && one.Place.Contains(room));
        var tab = await (await site.NewWindowAsync(new() { ReducedMotion = ReducedMotion.Reduce })).NewPageAsync();
        await SigningIn.EnterAsync(tab, Code, card);
        return tab;
    }

    /// <summary>A pupil asks, and the answer is for all.</summary>
    private static async Task AskAsync(IPage pupil, IPage office, ContestId contest)
    {
        await pupil.GotoAsync($"/thi/{Code}/hoi-dap");
        await pupil.GetByLabel("Câu hỏi của em").FillAsync("n lớn tới đâu ạ?");
        await PressAsync(pupil, "Gửi câu hỏi");
        await Expect(pupil.GetByText("Chờ trả lời")).ToBeVisibleAsync();
        await office.GotoAsync(StaffPaths.Talk(contest));
        await PressAsync(office, "Nhận trả lời");
        await office.GetByLabel("Nội dung").FillAsync("n tối đa 1000.");
        await office.GetByRole(AriaRole.Radio, new() { Name = "Mọi thí sinh" }).CheckAsync();
        await PressAsync(office, "Gửi câu trả lời");
        await Expect(pupil.Locator("main")).ToContainTextAsync("n tối đa 1000.");
    }

    /// <summary>A quarter of an hour for those who sit in a room in the first shift.</summary>
    private static async Task ExtendAsync(IPage office, ContestId contest, string room)
    {
        await office.GotoAsync(StaffPaths.Exam(contest));
        await office.GetByRole(AriaRole.Link, new() { Name = room }).ClickAsync();
        await office.GetByRole(AriaRole.Link, new() { Name = "Thêm giờ hoặc tạm dừng cho các em này" }).First.ClickAsync();
        await office.Locator("#them-gio").GetByLabel("Lý do").FillAsync("Mất điện");
        await PressAsync(office, "Gia hạn");
        await Expect(office.GetByRole(AriaRole.Cell, new() { Name = "Mất điện" })).ToBeVisibleAsync();
    }

    private static async Task StopAsync(IPage office, ContestId contest)
    {
        await office.GotoAsync(StaffPaths.Times(contest));
        await office.Locator("#ket-thuc").GetByLabel("Lý do").FillAsync("Thi thử xong");
        await PressAsync(office, "Kết thúc ngay");
        await office.Locator("#confirm-yes").ClickAsync();
        await Expect(office.GetByRole(AriaRole.Cell, new() { Name = "Thi thử xong" })).ToBeVisibleAsync();
    }

    /// <summary>While shifts are still to come the board tells no results, but who takes part.</summary>
    private static async Task ExpectListedAsync(IPage board, params string[] names)
    {
        await board.GotoAsync($"/bang/{Code}");
        await Expect(board.GetByText("Bảng xếp hạng mở khi cuộc thi kết thúc")).ToBeVisibleAsync();
        await board.GetByText("Thí sinh dự thi (12)").ClickAsync();
        foreach (var name in names)
        {
            await Expect(board.GetByText(name)).ToBeVisibleAsync();
        }
    }

    /// <summary>On the page of consents, on which the tab stands.</summary>
    private static async Task WithdrawAsync(IPage contact, string name)
    {
        var button = contact.GetByRole(AriaRole.Button, new() { Name = $"Rút lại: {Publish}, {name}" });
        await button.ClickAsync();
        await contact.Locator("#confirm-yes").ClickAsync();
        await Expect(button).ToHaveCountAsync(0);
    }

    private static Task PressAsync(IPage tab, string button) => tab.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static async Task TypeAsync(IPage tab, string line, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
        {
            await tab.Locator($"[name='{line}.{field}']").FillAsync(text);
        }
    }

    private static Task ExpectEndAsync(IPage tab, DateTimeOffset end) =>
        Expect(tab.Locator(".contest-bar .clock"))
            .ToHaveAttributeAsync("data-ends", end.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private static long NumberOf(IPage tab) => long.Parse(NumberAtEnd().Match(tab.Url).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/(\d+)$")]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"^\d{6}$")]
    private static partial Regex Pin();
}
