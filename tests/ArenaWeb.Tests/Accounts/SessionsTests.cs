using System.Net;
using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Accounts;

public sealed class SessionsTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Own = "/tai-khoan";
    private const string Secret = "mật khẩu đủ dài";

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser()
    {
        var login = await AddAsync();
        var (one, two) = (await SignInAsync(login), await SignInAsync(login));
        Assert.Equal(2, (await one.GetAsync(Own)).Document.QuerySelectorAll("main tbody tr").Length);
        await PostAsync(one, "Everywhere", []);
        Assert.StartsWith("/dang-nhap/can-bo", (await one.GetAsync("/btc")).Location);
        Assert.StartsWith("/dang-nhap/can-bo", (await two.GetAsync("/btc")).Location);
    }

    [Fact]
    public async Task One_session_is_ended_and_the_others_go_on()
    {
        var login = await AddAsync();
        var (one, two) = (await SignInAsync(login), await SignInAsync(login));
        var session = (await one.GetAsync(Own)).Document.QuerySelector("main input[name=session]")!.GetAttribute("value")!;
        await PostAsync(one, "End", new() { ["session"] = session });
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/btc")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await two.GetAsync("/btc")).Status);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var (mine, other) = (await AddAsync(), await AddAsync());
        var (me, victim) = (await SignInAsync(mine), await SignInAsync(other));
        var foreign = (await arena.Get<Sessions>().ListAsync(StaffVisitor.AccountOf(other), CancellationToken.None))[0];
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(me, "End", new() { ["session"] = foreign.Id })).Status);
        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync("/btc")).Status);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions()
    {
        var login = await AddAsync();
        var (one, two) = (await SignInAsync(login), await SignInAsync(login));
        var wrong = await PostAsync(one, "Password", new() { ["Current"] = "sai", ["Fresh"] = "một câu dài hơn" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var shortOne = await PostAsync(one, "Password", new() { ["Current"] = Secret, ["Fresh"] = "ngắn" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shortOne.Status);
        Assert.Equal(Own, (await PostAsync(one, "Password", new() { ["Current"] = Secret, ["Fresh"] = "một câu dài hơn" })).Location);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/btc")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await two.GetAsync("/btc")).Status);
        Assert.NotNull(
            (await arena.Browser().SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = "một câu dài hơn" })).Location
        );
    }

    [Fact]
    public async Task Ending_the_session_ends_its_row()
    {
        var login = await AddAsync();
        var browser = await SignInAsync(login);
        await browser.SubmitAsync("/ket-thuc", []);
        Assert.Empty(await arena.Get<Sessions>().ListAsync(StaffVisitor.AccountOf(login), CancellationToken.None));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edg, Windows")]
    [InlineData("curl/8.5", "")]
    public void A_browser_is_called_what_people_call_it(string userAgent, string name) => Assert.Equal(name, BrowserName.Of(userAgent));

    private async Task<string> AddAsync()
    {
        var login = $"co-{Guid.NewGuid():N}";
        Assert.True(await arena.Get<StaffAccounts>().AddAsync(login, "Lê Cúc", Roles.Organiser, Secret, CancellationToken.None));
        return login;
    }

    private async Task<Browser> SignInAsync(string login)
    {
        var browser = arena.Browser();
        Assert.NotNull((await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = Secret })).Location);
        return browser;
    }

    private static async Task<Answer> PostAsync(Browser browser, string handler, Dictionary<string, string> fields)
    {
        var page = await browser.GetAsync(Own);
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.SendAsync($"{Own}?handler={handler}", new() { ["__RequestVerificationToken"] = token }, fields);
    }
}
