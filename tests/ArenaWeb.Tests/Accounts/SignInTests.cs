using System.Net;
using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Accounts;

public sealed class SignInTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task A_pupil_comes_in_with_the_card_however_it_is_typed()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var typed = new Dictionary<string, string>
        {
            ["Code"] = $" {contest.Code.ToLowerInvariant()} ",
            ["Sbd"] = "hs 001",
            ["Pin"] = $"{card.Pin[..3]} {card.Pin[3..]}",
        };
        var browser = arena.Browser();
        var answer = await browser.SubmitAsync("/dang-nhap", typed);
        Assert.Equal($"/thi/{contest.Code}", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(answer.Location!)).Status);
    }

    [Theory]
    [InlineData("NO-SUCH", "HS001", null, "Không có cuộc thi nào mang mã này")]
    [InlineData(null, "HS999", null, "Số báo danh hoặc mã PIN chưa đúng")]
    [InlineData(null, "HS001", "000000x", "Số báo danh hoặc mã PIN chưa đúng")]
    [InlineData(null, "", "", "Số báo danh hoặc mã PIN chưa đúng")]
    public async Task A_wrong_card_is_refused_with_a_sentence_and_keeps_what_was_typed(
        string? code,
        string sbd,
        string? pin,
        string sentence
    )
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var wrong = pin ?? (sbd == "HS999" ? card.Pin : "1");
        var answer = await arena
            .Browser()
            .SubmitAsync(
                "/dang-nhap",
                new()
                {
                    ["Code"] = code ?? contest.Code,
                    ["Sbd"] = sbd,
                    ["Pin"] = wrong,
                }
            );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Equal(sbd, answer.Document.QuerySelector("input[name=Sbd]")!.GetAttribute("value") ?? "");
        Assert.Equal("", answer.Document.QuerySelector("input[name=Pin]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_card_of_one_contest_opens_no_other()
    {
        var first = await arena.AddContestAsync();
        var second = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(first);
        await arena.AddPupilAsync(second);
        var answer = await arena
            .Browser()
            .SubmitAsync(
                "/dang-nhap",
                new()
                {
                    ["Code"] = second.Code,
                    ["Sbd"] = card.Sbd,
                    ["Pin"] = card.Pin,
                }
            );
        Assert.Null(answer.Location);
    }

    [Fact]
    public async Task After_five_failures_even_the_right_pin_waits_and_the_page_says_how_long()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var browser = arena.Browser();
        await FailAsync(browser, contest, card, 5);
        var paused = await browser.SubmitAsync("/dang-nhap", Typed(contest, card));
        Assert.Equal(HttpStatusCode.TooManyRequests, paused.Status);
        Assert.Contains("chờ 30 giây", paused.Text);
        arena.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull((await browser.SubmitAsync("/dang-nhap", Typed(contest, card))).Location);
    }

    [Fact]
    public async Task Who_mistypes_at_another_pc_pauses_nobody_at_this_one()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        await FailAsync(arena.Browser(), contest, card, 6);
        Assert.NotNull((await arena.Browser().SubmitAsync("/dang-nhap", Typed(contest, card))).Location);
    }

    [Fact]
    public async Task A_supervisor_sees_a_pause_and_lifts_it()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var browser = arena.Browser();
        await FailAsync(browser, contest, card, 6);
        var staff = await arena.StaffAsync();
        var page = $"/btc/cuoc-thi/{contest.Id.Value}/thi-sinh";
        var shown = await staff.GetAsync(page);
        Assert.NotNull(shown.Document.QuerySelector("form[action='?handler=Lift']"));
        var entrant = new Dictionary<string, string> { ["entrant"] = $"{card.Entrant.Value}" };
        await staff.SendAsync($"{page}?handler=Lift", Token(shown), entrant);
        Assert.Null((await staff.GetAsync(page)).Document.QuerySelector("form[action='?handler=Lift']"));
        Assert.NotNull((await browser.SubmitAsync("/dang-nhap", Typed(contest, card))).Location);
    }

    [Fact]
    public async Task Where_one_device_is_allowed_a_second_one_needs_the_supervisors_code()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var staff = await arena.StaffAsync();
        var page = $"/btc/cuoc-thi/{contest.Id.Value}/thi-sinh";
        await staff.SendAsync($"{page}?handler=OneDevice", Token(await staff.GetAsync(page)), new() { ["on"] = "true" });
        var first = arena.Browser();
        Assert.NotNull((await first.SubmitAsync("/dang-nhap", Typed(contest, card))).Location);
        // The same device comes in again: a browser that crashed is no second device.
        Assert.NotNull((await first.SendAsync("/dang-nhap", Token(await first.GetAsync("/ket-thuc")), Typed(contest, card))).Location);

        var second = arena.Browser();
        var refused = await second.SubmitAsync("/dang-nhap", Typed(contest, card));
        Assert.Contains("Em đang làm bài ở một máy khác", refused.Text);
        var told = await staff.SendAsync(
            $"{page}?handler=Device",
            Token(await staff.GetAsync(page)),
            new() { ["entrant"] = $"{card.Entrant.Value}" }
        );
        var code = told.Document.QuerySelector("main code")!.TextContent;
        var wrong = new Dictionary<string, string>(Typed(contest, card)) { ["Supervisor"] = "000000x" };
        Assert.Null((await second.SubmitAsync("/dang-nhap", wrong)).Location);
        var right = new Dictionary<string, string>(Typed(contest, card)) { ["Supervisor"] = code };
        Assert.NotNull((await second.SubmitAsync("/dang-nhap", right)).Location);
        Assert.StartsWith("/dang-nhap", (await first.GetAsync($"/thi/{contest.Code}")).Location);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync($"/thi/{contest.Code}")).Status);
        // The code was good once.
        Assert.Null((await arena.Browser().SubmitAsync("/dang-nhap", right)).Location);
    }

    [Fact]
    public async Task Without_that_rule_a_pupil_may_sit_at_two_devices()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var (one, two) = (await arena.SignInAsync(contest, card), await arena.SignInAsync(contest, card));
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync($"/thi/{contest.Code}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await two.GetAsync($"/thi/{contest.Code}")).Status);
    }

    [Fact]
    public async Task A_code_lets_a_pupil_in_whatever_strangers_have_tried()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        for (var i = 0; i < Allowance.OfPin.MostByStrangers; i++)
        {
            await arena.Get<People>().SignInAsync(contest.Id, card.Sbd, "1", $"cookie-{i}", null, CancellationToken.None);
        }
        var browser = arena.Browser();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync("/dang-nhap", Typed(contest, card))).Status);
        var code = await arena.Get<DeviceCodes>().IssueAsync(card.Entrant, CancellationToken.None);
        var typed = new Dictionary<string, string>(Typed(contest, card)) { ["Supervisor"] = code };
        Assert.NotNull((await browser.SubmitAsync("/dang-nhap", typed)).Location);
    }

    [Fact]
    public async Task A_new_pin_lifts_the_pause_and_ends_the_old_pin()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var browser = arena.Browser();
        await FailAsync(browser, contest, card, 6);
        var renewed = (await arena.Get<People>().RenewPinAsync(card.Entrant, CancellationToken.None))!;
        Assert.NotNull((await browser.SubmitAsync("/dang-nhap", Typed(contest, renewed))).Location);
        if (renewed.Pin != card.Pin)
        {
            Assert.Null(
                (
                    await arena
                        .Browser()
                        .SubmitAsync(
                            "/dang-nhap",
                            new()
                            {
                                ["Code"] = contest.Code,
                                ["Sbd"] = card.Sbd,
                                ["Pin"] = card.Pin,
                            }
                        )
                ).Location
            );
        }
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/thi/KHAC")]
    public async Task Signing_in_never_leads_away_from_the_own_contest(string next)
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var answer = await arena
            .Browser()
            .SubmitAsync(
                $"/dang-nhap?tiep={Uri.EscapeDataString(next)}",
                new()
                {
                    ["Code"] = contest.Code,
                    ["Sbd"] = card.Sbd,
                    ["Pin"] = card.Pin,
                }
            );
        Assert.Equal($"/thi/{contest.Code}", answer.Location);
    }

    [Fact]
    public async Task Who_asked_for_a_page_gets_to_it_after_signing_in()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var browser = arena.Browser();
        var door = (await browser.GetAsync($"/thi/{contest.Code}/bai/A")).Location!;
        Assert.StartsWith("/dang-nhap?", door);
        Assert.Equal(contest.Code, (await browser.GetAsync(door)).Document.QuerySelector("input[name=Code]")!.GetAttribute("value"));
        var answer = await browser.SubmitAsync(
            door,
            new()
            {
                ["Code"] = contest.Code,
                ["Sbd"] = card.Sbd,
                ["Pin"] = card.Pin,
            }
        );
        Assert.Equal($"/thi/{contest.Code}/bai/A", answer.Location);
    }

    [Fact]
    public async Task The_session_is_bound_to_no_address()
    {
        var contest = await arena.AddContestAsync();
        var browser = await arena.PupilAsync(contest);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/thi/{contest.Code}")).Status);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var answer = await arena
            .Browser()
            .SubmitAsync(
                "/dang-nhap",
                new()
                {
                    ["Code"] = contest.Code,
                    ["Sbd"] = card.Sbd,
                    ["Pin"] = card.Pin,
                }
            );
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("arena=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Fact]
    public async Task Ending_the_session_clears_the_browser_and_the_pages_are_closed()
    {
        var contest = await arena.AddContestAsync();
        var browser = await arena.PupilAsync(contest);
        var answer = await browser.SubmitAsync("/ket-thuc", []);
        Assert.Equal("\"cache\", \"storage\"", string.Join(", ", answer.Headers.GetValues("Clear-Site-Data")));
        Assert.StartsWith("/dang-nhap", (await browser.GetAsync($"/thi/{contest.Code}")).Location);
        Assert.Contains("Phiên làm việc đã kết thúc", (await browser.GetAsync("/ket-thuc")).Text);
    }

    [Fact]
    public async Task Pages_of_a_signed_in_pupil_are_never_kept_by_the_browser()
    {
        var contest = await arena.AddContestAsync();
        var browser = await arena.PupilAsync(contest);
        var page = await browser.GetAsync($"/thi/{contest.Code}");
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        var answer = await arena
            .Browser()
            .SendAsync(
                "/dang-nhap",
                [],
                new()
                {
                    ["Code"] = contest.Code,
                    ["Sbd"] = card.Sbd,
                    ["Pin"] = card.Pin,
                }
            );
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Location);
    }

    private static Dictionary<string, string> Typed(Judge.Contests.Contest contest, Card card) =>
        new()
        {
            ["Code"] = contest.Code,
            ["Sbd"] = card.Sbd,
            ["Pin"] = card.Pin,
        };

    private static async Task FailAsync(Browser browser, Judge.Contests.Contest contest, Card card, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await browser.SubmitAsync("/dang-nhap", new(Typed(contest, card)) { ["Pin"] = "x" });
        }
    }

    private static Dictionary<string, string> Token(Answer page) =>
        new()
        {
            ["__RequestVerificationToken"] = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        };
}
