using System.Net;
using ArenaWeb.Accounts;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace ArenaWeb.Tests.Accounts;

public sealed class SecondFactorTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Secret = "mật khẩu đủ dài";
    private const string Page = "/tai-khoan/hai-lop";

    [Fact]
    public async Task Once_set_up_the_door_asks_for_a_code_and_takes_each_once()
    {
        var (login, phone, _) = await SetUpAsync();
        arena.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = phone.ComputeTotp(Now);
        var browser = await AtTheSecondStepAsync(login);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/btc")).Status);
        Assert.Equal("/btc", (await browser.SubmitAsync(SecondStepModel.Path, new() { ["Code"] = code })).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/btc")).Status);

        var again = await (await AtTheSecondStepAsync(login)).SubmitAsync(SecondStepModel.Path, new() { ["Code"] = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-90, false)]
    [InlineData(90, false)]
    public async Task A_phone_may_be_half_a_minute_off(int seconds, bool comesIn)
    {
        var (login, phone, _) = await SetUpAsync();
        arena.Clock.Advance(TimeSpan.FromMinutes(5));
        var factors = arena.Get<SecondFactors>();
        var answer = await factors.CheckAsync(login, "pc", phone.ComputeTotp(Now.AddSeconds(seconds)), CancellationToken.None);
        Assert.Equal(comesIn, answer.Person is not null);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_phone_once()
    {
        var (login, _, codes) = await SetUpAsync();
        Assert.Equal(SecondFactors.RecoveryCodes, codes.Count);
        var factors = arena.Get<SecondFactors>();
        Assert.NotNull((await factors.CheckAsync(login, "pc", codes[3].ToUpperInvariant(), CancellationToken.None)).Person);
        Assert.Null((await factors.CheckAsync(login, "pc", codes[3], CancellationToken.None)).Person);
        Assert.NotNull((await factors.CheckAsync(login, "pc", codes[4], CancellationToken.None)).Person);
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        var (login, _, _) = await SetUpAsync();
        var factors = arena.Get<SecondFactors>();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await factors.CheckAsync(login, "attacker", "000000x", CancellationToken.None)).Pause);
        }
        Assert.NotNull((await factors.CheckAsync(login, "attacker", "000000x", CancellationToken.None)).Pause);
    }

    [Fact]
    public async Task A_code_at_the_same_moment_from_two_places_counts_once()
    {
        var (login, phone, _) = await SetUpAsync();
        arena.Clock.Advance(TimeSpan.FromMinutes(1));
        var (factors, code) = (arena.Get<SecondFactors>(), phone.ComputeTotp(Now));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(at => factors.CheckAsync(login, $"pc-{at}", code, CancellationToken.None))
        );
        Assert.Single(answers, answer => answer.Person is not null);
    }

    [Fact]
    public async Task Without_the_right_password_there_is_no_second_step()
    {
        var browser = arena.Browser();
        Assert.Equal(StaffSignInModel.Path, (await browser.GetAsync(SecondStepModel.Path)).Location);
    }

    [Fact]
    public async Task Where_it_is_demanded_an_organiser_sets_it_up_before_anything_else()
    {
        await using var strict = new ArenaFixture(services => services.AddSingleton(new SecondFactorDemand(true)));
        await strict.InitializeAsync();
        var staff = await strict.StaffAsync(Scope.Site, StaffRole.Organiser);
        Assert.Equal(Page, (await staff.GetAsync("/btc")).Location);
        Assert.Equal(Page, (await staff.GetAsync("/btc/kho-bai")).Location);
        var secret = (await staff.GetAsync(Page)).Document.QuerySelector("main code")!.TextContent;
        var code = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(strict.Clock.GetUtcNow().UtcDateTime);
        await staff.SubmitAsync(Page, new() { ["Code"] = code });
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/btc")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await strict.StaffAsync(Scope.Site, StaffRole.Juror)).GetAsync("/giam-khao")).Status);
    }

    private DateTime Now => arena.Clock.GetUtcNow().UtcDateTime;

    private async Task<(string Login, Totp Phone, IReadOnlyList<string> Codes)> SetUpAsync()
    {
        var login = $"co-{Guid.NewGuid():N}";
        Assert.True(await arena.Get<StaffAccounts>().AddAsync(login, "Lê Cúc", Roles.Organiser, Secret, CancellationToken.None));
        var browser = arena.Browser();
        await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = Secret });
        var secret = (await browser.GetAsync(Page)).Document.QuerySelector("main code")!.TextContent;
        var phone = new Totp(Base32Encoding.ToBytes(secret));
        var shown = await browser.SubmitAsync(Page, new() { ["Code"] = phone.ComputeTotp(Now) });
        return (login, phone, [.. shown.Document.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }

    private async Task<Browser> AtTheSecondStepAsync(string login)
    {
        var browser = arena.Browser();
        var answer = await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = Secret });
        Assert.StartsWith(SecondStepModel.Path, answer.Location);
        return browser;
    }
}
