namespace ArenaWeb.Tests.Privacy;

/// <summary>Requests of families over HTTP.</summary>
public sealed class RequestsPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task A_request_is_written_down_answered_extended_once_and_done()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Hỏi Đáp");
        var (staff, page) = (await school.StaffAsync(), $"{school.Path}/yeu-cau");
        Assert.Contains("Còn thiếu nội dung", (await SendAsync("Add", ("kind", "Access"), ("note", " "))).Text);
        Assert.Contains("Ngày chưa đúng", (await SendAsync("Add", ("kind", "Access"), ("note", "Xem"), ("day", "09/03/2026"))).Text);
        Assert.Equal(page, (await SendAsync("Add", ("kind", "Access"), ("note", "Phụ huynh 8A1 xin xem"), ("day", "06/03/2026"))).Location);
        var shown = await staff.GetAsync(page);
        Assert.Contains("Xem dữ liệu", shown.Text);
        Assert.Contains("Trả lời: còn 2 ngày làm việc đến hết ngày 10/03/2026", shown.Text);
        var id = shown.Document.QuerySelector("main form input[name=id]")!.GetAttribute("value")!;

        Assert.Equal(page, (await SendAsync("Answer", ("id", id), ("answer", "Đã gửi bản in"))).Location);
        Assert.Contains("Làm xong: còn 13 ngày đến hết ngày 21/03/2026", (await staff.GetAsync(page)).Text);
        Assert.Contains("Việc này đã có người làm", (await SendAsync("Answer", ("id", id), ("answer", "Lần nữa"))).Text);
        Assert.Contains("Chưa gia hạn được", (await SendAsync("Extend", ("id", id), ("days", "16"), ("reason", "Chờ"))).Text);
        Assert.Equal(page, (await SendAsync("Extend", ("id", id), ("days", "5"), ("reason", "Chờ"))).Location);
        Assert.Contains("đến hết ngày 26/03/2026", (await staff.GetAsync(page)).Text);
        Assert.Equal(page, (await SendAsync("Close", ("id", id))).Location);
        Assert.Contains("Xong ngày 08/03/2026", (await staff.GetAsync(page)).Text);

        Task<Answer> SendAsync(string handler, params (string, string)[] fields) => PrivateSchool.SendAsync(staff, page, handler, fields);
    }

    [Fact]
    public async Task A_late_request_alarms_the_organiser_and_stands_first_in_the_list_of_all_schools()
    {
        await using var late = new ArenaFixture();
        await late.InitializeAsync();
        var school = await PrivateSchool.AddAsync(late, "THCS Quá Hạn");
        var staff = await school.StaffAsync();
        await PrivateSchool.SendAsync(staff, $"{school.Path}/yeu-cau", "Add", ("kind", "Deletion"), ("note", "Xóa dữ liệu"));
        const string alarm = "1 yêu cầu về dữ liệu đã quá hạn";
        Assert.DoesNotContain(alarm, (await (await late.StaffAsync()).GetAsync("/btc")).Text);
        late.Clock.Advance(TimeSpan.FromDays(3));
        var organiser = await late.StaffAsync();
        Assert.Contains(alarm, (await organiser.GetAsync("/btc")).Text);
        var all = await organiser.GetAsync("/btc/yeu-cau");
        Assert.Contains("THCS Quá Hạn", all.Text);
        Assert.Contains("Trả lời: quá hạn 1 ngày làm việc", all.Text);
    }
}
