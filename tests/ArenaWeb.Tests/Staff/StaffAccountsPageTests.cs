using System.Net;
using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Staff;

public sealed class StaffAccountsPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Page = "/btc/tai-khoan";

    [Fact]
    public async Task An_account_is_added_with_a_role_and_its_password_is_told_once()
    {
        var staff = await arena.StaffAsync();
        var login = $"co.{Guid.NewGuid():N}@truong.hcm.edu.vn";
        var told = await PostAsync(staff, "Add", New(login, StaffRole.Auditor));
        var password = told.Document.QuerySelector("main .notice code")!.TextContent;
        Assert.DoesNotContain(password, (await staff.GetAsync(Page)).Html);

        var browser = arena.Browser();
        var answer = await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = password });
        Assert.Equal("/btc", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/btc/nhat-ky")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Page)).Status);
        Assert.Contains($"{login}: Auditor", (await staff.GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task An_address_that_is_no_schools_needs_a_reason_which_is_written_down()
    {
        var staff = await arena.StaffAsync();
        var login = $"ai-do-{Guid.NewGuid():N}@notedu.vn";
        var refused = await PostAsync(staff, "Add", New(login, StaffRole.Juror));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("không thuộc ngành giáo dục", refused.Text);
        Assert.Equal(login, refused.Document.QuerySelector("input[name='New.Login']")!.GetAttribute("value"));
        await PostAsync(staff, "Add", new(New(login, StaffRole.Juror)) { ["New.Reason"] = "Khách mời của Sở" });
        Assert.Contains($"{login}: Khách mời của Sở", (await staff.GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_comes_in_no_more()
    {
        var staff = await arena.StaffAsync();
        var login = $"giam-khao-{Guid.NewGuid():N}";
        await arena.Get<StaffAccounts>().AddAsync(login, "Lê Cúc", Roles.Juror, "mật khẩu đủ dài", CancellationToken.None);
        var juror = arena.Browser();
        await juror.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = "mật khẩu đủ dài" });
        Assert.Equal(HttpStatusCode.OK, (await juror.GetAsync("/giam-khao")).Status);
        var member = (await arena.Get<StaffAccounts>().ListAsync(CancellationToken.None)).Single(one => one.Login == login);
        await PostAsync(staff, "Disable", new() { ["id"] = $"{member.Id}", ["disabled"] = "true" });
        Assert.NotEqual(HttpStatusCode.OK, (await juror.GetAsync("/giam-khao")).Status);
        var again = await juror.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = "mật khẩu đủ dài" });
        Assert.Null(again.Location);
    }

    [Fact]
    public async Task A_new_password_ends_the_old_one()
    {
        var staff = await arena.StaffAsync();
        var login = $"co-{Guid.NewGuid():N}";
        await arena.Get<StaffAccounts>().AddAsync(login, "Lê Cúc", Roles.Juror, "mật khẩu đủ dài", CancellationToken.None);
        var member = (await arena.Get<StaffAccounts>().ListAsync(CancellationToken.None)).Single(one => one.Login == login);
        var told = await PostAsync(staff, "Password", new() { ["id"] = $"{member.Id}" });
        var password = told.Document.QuerySelector("main .notice code")!.TextContent;
        var browser = arena.Browser();
        Assert.Null(
            (await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = "mật khẩu đủ dài" })).Location
        );
        Assert.NotNull((await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = password })).Location);
    }

    [Fact]
    public async Task Only_an_administrator_finds_the_page()
    {
        foreach (var role in Enum.GetValues<StaffRole>().Where(role => role is not (StaffRole.None or StaffRole.Administrator)))
        {
            Assert.NotEqual(HttpStatusCode.OK, (await (await arena.StaffAsync(Scope.Site, role)).GetAsync(Page)).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await (await arena.StaffAsync(Scope.Site, StaffRole.Administrator)).GetAsync(Page)).Status);
    }

    private static Dictionary<string, string> New(string login, StaffRole role) =>
        new()
        {
            ["New.Login"] = login,
            ["New.Name"] = "Lê Thị Cúc",
            ["New.Role"] = $"{role}",
        };

    private static async Task<Answer> PostAsync(Browser staff, string handler, Dictionary<string, string> fields)
    {
        var page = await staff.GetAsync(Page);
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await staff.SendAsync($"{Page}?handler={handler}", new() { ["__RequestVerificationToken"] = token }, fields);
    }
}
