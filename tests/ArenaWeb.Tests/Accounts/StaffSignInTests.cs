using System.Net;
using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Accounts;

public sealed class StaffSignInTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Door = "/dang-nhap/can-bo";
    private const string Password = "Mật khẩu rất dài 1";

    [Theory]
    [InlineData(Roles.Organiser, "/btc")]
    [InlineData(Roles.Juror, "/giam-khao")]
    public async Task Staff_come_in_by_name_in_any_letter_case(string role, string home)
    {
        var login = await AddAsync(role);
        var answer = await arena
            .Browser()
            .SubmitAsync(Door, new() { ["Login"] = $" {login.ToUpperInvariant()} ", ["Password"] = Password });
        Assert.Equal(home, answer.Location);
    }

    [Fact]
    public async Task A_password_counts_as_it_is()
    {
        var login = await AddAsync(Roles.Organiser);
        var answer = await arena.Browser().SubmitAsync(Door, new() { ["Login"] = login, ["Password"] = Password.ToLowerInvariant() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tên đăng nhập hoặc mật khẩu chưa đúng", answer.Text);
        Assert.DoesNotContain(Password.ToLowerInvariant(), answer.Html);
    }

    [Fact]
    public async Task A_name_that_nobody_bears_is_answered_like_a_wrong_password()
    {
        var answer = await arena.Browser().SubmitAsync(Door, new() { ["Login"] = "nobody", ["Password"] = Password });
        Assert.Contains("Tên đăng nhập hoặc mật khẩu chưa đúng", answer.Text);
    }

    [Fact]
    public async Task After_five_failures_the_account_pauses_but_no_other()
    {
        var (guessed, other) = (await AddAsync(Roles.Organiser), await AddAsync(Roles.Organiser));
        var browser = arena.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.SubmitAsync(Door, new() { ["Login"] = guessed, ["Password"] = "wrong" });
        }
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await browser.SubmitAsync(Door, new() { ["Login"] = guessed, ["Password"] = Password })).Status
        );
        Assert.NotNull((await browser.SubmitAsync(Door, new() { ["Login"] = other, ["Password"] = Password })).Location);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        var login = await AddAsync(Roles.Juror);
        Assert.False(
            await arena.Get<StaffAccounts>().AddAsync(login.ToUpperInvariant(), "Ai đó", Roles.Juror, Password, CancellationToken.None)
        );
    }

    [Fact]
    public async Task An_organiser_who_asked_for_a_page_comes_to_the_staff_door()
    {
        Assert.StartsWith(Door, (await arena.Browser().GetAsync("/kieu-dang")).Location);
        Assert.Equal(HttpStatusCode.OK, (await (await arena.StaffAsync()).GetAsync("/kieu-dang")).Status);
    }

    [Fact]
    public async Task A_pupil_has_no_business_on_staff_pages()
    {
        var pupil = await arena.PupilAsync(await arena.AddContestAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await pupil.GetAsync("/kieu-dang")).Status);
    }

    [Fact]
    public async Task Staff_have_no_seat_in_a_contest()
    {
        var contest = await arena.AddContestAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.StaffAsync()).GetAsync($"/thi/{contest.Code}")).Status);
    }

    private async Task<string> AddAsync(string role)
    {
        var login = $"{role}{Guid.NewGuid():N}";
        Assert.True(await arena.Get<StaffAccounts>().AddAsync(login, "Lê Thị Cúc", role, Password, CancellationToken.None));
        return login;
    }
}
