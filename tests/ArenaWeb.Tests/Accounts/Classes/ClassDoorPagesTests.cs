using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Entries;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Accounts.Classes;

/// <summary>The way of a class through its door, as a browser without scripts goes it.</summary>
public sealed class ClassDoorPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string School = "TH Sông Quê";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pupil_of_class_three_comes_in_with_code_name_and_two_pictures()
    {
        var (contest, pupils) = await AddClassAsync("3A");
        var (staff, code) = await OpenAsync(contest, pupils[0]);
        var secrets = await IssueAsync(staff, contest, pupils[0]);
        var browser = arena.Browser();
        Assert.Equal("/lop", (await browser.SubmitAsync("/lop", new() { ["Code"] = $" {code.ToLowerInvariant()} " })).Location);
        var names = await browser.GetAsync("/lop");
        Assert.Equal(["1 An", "2 Bình", "3 Chi"], names.Document.QuerySelectorAll(".mates li").Select(Squeezed));
        Assert.DoesNotContain("Nguyễn", names.Text);
        var step = await browser.GetAsync($"/lop?em={pupils[1].Value}");
        Assert.Equal(32, step.Document.QuerySelectorAll("input[type=radio]").Length);
        var half = await EnterAsync(browser, pupils[1], new("", ""));
        Assert.Contains("Em chọn đủ hai hình", half.Text);
        Assert.Equal($"/thi/{contest.Code}", (await EnterAsync(browser, pupils[1], secrets[1])).Location);
        Assert.Contains("Lê Bình", (await browser.GetAsync($"/thi/{contest.Code}")).Html);
        // The next one finds nothing of the class: its code is not kept.
        Assert.Equal("/lop?xong=true", (await browser.SubmitAsync("/ket-thuc", [])).Location);
        var next = await browser.GetAsync("/lop?xong=true");
        Assert.Contains("Mời bạn tiếp theo", next.Text);
        Assert.DoesNotContain("Bình", next.Html);
        Assert.NotNull(next.Document.QuerySelector("input[name=Code]"));
    }

    [Fact]
    public async Task A_pc_keeps_the_code_for_the_next_pupil_where_the_teacher_said_so_and_only_while_the_door_is_open()
    {
        var (contest, pupils) = await AddClassAsync("2B");
        var (staff, code) = await OpenAsync(contest, pupils[0]);
        var secrets = await IssueAsync(staff, contest, pupils[0]);
        await PostAsync(staff, contest, pupils[0], "Keep", new() { ["on"] = "true" });
        var browser = arena.Browser();
        await browser.SubmitAsync("/lop", new() { ["Code"] = code });
        await EnterAsync(browser, pupils[0], secrets[0]);
        await browser.SubmitAsync("/ket-thuc", []);
        Assert.Contains("Em là ai", (await browser.GetAsync("/lop?xong=true")).Text);
        arena.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.DoesNotContain("Em là ai", (await browser.GetAsync("/lop")).Text);
        Assert.Contains("Cửa lớp đang đóng", (await EnterAsync(browser, pupils[0], secrets[0])).Text);
    }

    [Fact]
    public async Task Before_the_door_is_open_the_code_shows_nothing()
    {
        var (contest, pupils) = await AddClassAsync("3A");
        var (staff, code) = await OpenAsync(contest, pupils[0]);
        await PostAsync(staff, contest, pupils[0], "Close", []);
        var answer = await arena.Browser().SubmitAsync("/lop", new() { ["Code"] = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Không có lớp nào đang mở với mã này", answer.Text);
        Assert.DoesNotContain("Bình", answer.Html);
    }

    [Fact]
    public async Task Wrong_pictures_are_refused_with_a_sentence_and_then_have_to_wait_and_the_teacher_lifts_it()
    {
        var (contest, pupils) = await AddClassAsync("1A");
        var (staff, code) = await OpenAsync(contest, pupils[0]);
        var secrets = await IssueAsync(staff, contest, pupils[0]);
        var browser = arena.Browser();
        await browser.SubmitAsync("/lop", new() { ["Code"] = code });
        var wrong = new Pictures(secrets[0].First == "cat" ? "fish" : "cat", secrets[0].Second);
        for (var at = 0; at < 5; at++)
        {
            Assert.Contains("Hai hình chưa đúng", (await EnterAsync(browser, pupils[0], wrong)).Text);
        }
        var paused = await EnterAsync(browser, pupils[0], secrets[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, paused.Status);
        Assert.Contains("Đang tạm nghỉ", (await staff.GetAsync(PathOf(contest, pupils[0]))).Text);
        await PostAsync(staff, contest, pupils[0], "Lift", new() { ["entrant"] = $"{pupils[0].Value}" });
        Assert.Equal($"/thi/{contest.Code}", (await EnterAsync(browser, pupils[0], secrets[0])).Location);
    }

    [Fact]
    public async Task A_second_pupil_sits_down_at_the_same_pc_with_the_own_secret_and_both_are_named()
    {
        var (contest, pupils) = await AddClassAsync("3A");
        var (staff, code) = await OpenAsync(contest, pupils[0]);
        var secrets = await IssueAsync(staff, contest, pupils[0]);
        var browser = arena.Browser();
        await browser.SubmitAsync("/lop", new() { ["Code"] = code });
        await EnterAsync(browser, pupils[0], secrets[0]);
        Assert.Contains("/lop/ban", (await browser.GetAsync($"/thi/{contest.Code}")).Html);
        var names = await browser.GetAsync("/lop/ban");
        Assert.Equal(["2 Bình", "3 Chi"], names.Document.QuerySelectorAll(".mates li").Select(Squeezed));
        Assert.Contains("Hai hình chưa đúng", (await EnterAsync(browser, pupils[1], Other(secrets[1]), "/lop/ban")).Text);
        Assert.Equal($"/thi/{contest.Code}", (await EnterAsync(browser, pupils[1], secrets[1], "/lop/ban")).Location);
        var both = await browser.GetAsync($"/thi/{contest.Code}");
        Assert.All(
            (string[])[".contest-entrant", ".user-name"],
            place => Assert.Contains("Nguyễn An + Lê Bình", both.Document.QuerySelector(place)!.TextContent)
        );
        var submission = await HandInAsync(contest, pupils[0]);
        var seen = (await staff.GetAsync($"/btc/bai-nop/{submission}")).Text;
        Assert.All((string[])["Làm chung với", "HS002 · Lê Bình"], words => Assert.Contains(words, seen));
        var pairs = arena.Get<SeatPairs>();
        Assert.Equal(pupils[1], await pairs.PartnerAsync(pupils[0], arena.Clock.GetUtcNow(), Ct));
        arena.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SendAsync("/lop/ban?handler=Leave", Browser.HiddenFields(await browser.GetAsync("/lop/ban")), []);
        Assert.DoesNotContain("Lê Bình", (await browser.GetAsync($"/thi/{contest.Code}")).Html);
        Assert.Null(await pairs.PartnerAsync(pupils[0], arena.Clock.GetUtcNow(), Ct));

        // What comes of it is for both; what the first one does alone is not.
        arena.Clock.Advance(TimeSpan.FromMinutes(1));
        var alone = await HandInAsync(contest, pupils[0]);
        var other = arena.Browser();
        await other.SubmitAsync("/lop", new() { ["Code"] = code });
        await EnterAsync(other, pupils[1], secrets[1]);
        var list = await other.GetAsync($"/thi/{contest.Code}/bai-nop");
        Assert.Single(list.Document.QuerySelectorAll("main tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/thi/{contest.Code}/bai-nop/{submission}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/thi/{contest.Code}/bai-nop/{alone}")).Status);
    }

    [Fact]
    public async Task Whoever_came_by_card_and_whoever_is_in_another_class_finds_no_partners()
    {
        var (contest, pupils) = await AddClassAsync("3A");
        var browser = await arena.PupilAsync(contest, "HS900");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/lop/ban?em={pupils[0].Value}")).Status);
    }

    [Fact]
    public async Task A_school_opens_the_doors_of_its_own_classes_where_the_contest_allows_it_and_of_no_other()
    {
        var (contest, pupils) = await AddClassAsync("3A");
        var path = StaffPaths.Classes(contest.Id);
        var teacher = await arena.StaffAsync(new Scope(contest.Id), StaffRole.Invigilator);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(path)).Status);
        await arena.Get<SchoolClasses>().TurnAsync(contest.Id, true, Ct);
        Assert.Contains("3A", (await teacher.GetAsync(path)).Text);
        Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync(PathOf(contest, pupils[0]))).Status);
        Assert.DoesNotContain("Thôi cho vào", (await teacher.GetAsync(path)).Text);
        foreach (
            var (scope, role) in new[]
            {
                (new Scope(Unit: 999), StaffRole.Coordinator),
                (new Scope(contest.Id, Room: "Phòng 9"), StaffRole.Invigilator),
            }
        )
        {
            var stranger = await arena.StaffAsync(scope, role);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(PathOf(contest, pupils[0]))).Status);
        }
    }

    [Fact]
    public async Task What_a_teacher_does_with_a_class_is_written_down_and_a_card_bears_pictures_in_place_of_a_pin()
    {
        var (contest, pupils) = await AddClassAsync("3A");
        var (staff, code) = await OpenAsync(contest, pupils[0]);
        var answer = await PostAsync(staff, contest, pupils[0], "One", new() { ["entrant"] = $"{pupils[2].Value}" });
        var card = Assert.Single(answer.Document.QuerySelectorAll(".sign-in-card"));
        Assert.Equal(2, card.QuerySelectorAll(".card-pictures figcaption").Length);
        Assert.Contains(code, card.TextContent);
        var acts = (await arena.Get<Audit>().LatestAsync(0, 3, Ct)).Where(entry => entry.Contest == contest.Id).ToList();
        Assert.Equal(["class.secret", "class.opened", "class.turned"], acts.Select(entry => entry.Act));
        Assert.Equal($"3A, {School}, HS003", acts[0].Detail);
    }

    private sealed record Pictures(string First, string Second);

    private static Pictures Other(Pictures right) => right with { First = right.First == "cat" ? "fish" : "cat" };

    private static string PathOf(Contest contest, EntrantId pupil) => EntryPaths.Class(contest.Id, pupil.Value);

    private static string Squeezed(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<long> HandInAsync(Contest contest, EntrantId pupil)
    {
        var handin = new Handin(contest.Id, pupil, "A", "pascal", "begin end."u8.ToArray(), Guid.NewGuid());
        return (await arena.Get<ISubmissions>().AddAsync(handin, Ct)).Id.Value;
    }

    /// <summary>Three pupils: An, Bình and Chi.</summary>
    private async Task<(Contest Contest, IReadOnlyList<EntrantId> Pupils)> AddClassAsync(string name)
    {
        var contest = await arena.AddContestAsync();
        NewPerson[] pupils =
        [
            new("HS001", "Nguyễn An", School, name),
            new("HS002", "Lê Bình", School, name),
            new("HS003", "Nguyễn Chi", School, name),
        ];
        var (cards, _) = await arena.Get<People>().AddAsync(contest.Id, pupils, Ct);
        return (contest, [.. cards.Select(card => card.Entrant)]);
    }

    /// <summary>An organiser turns class codes on and opens the door for 45 minutes.</summary>
    private async Task<(Browser Staff, string Code)> OpenAsync(Contest contest, EntrantId pupil)
    {
        var staff = await arena.StaffAsync();
        await staff.SendAsync(
            $"{StaffPaths.Classes(contest.Id)}?handler=Turn",
            Token(await staff.GetAsync(StaffPaths.Classes(contest.Id))),
            new() { ["on"] = "true" }
        );
        await PostAsync(staff, contest, pupil, "Open", new() { ["minutes"] = "45" });
        return (staff, (await staff.GetAsync(PathOf(contest, pupil))).Document.QuerySelector(".class-code b")!.TextContent);
    }

    /// <summary>What the cards show, in the order of the class.</summary>
    private async Task<IReadOnlyList<Pictures>> IssueAsync(Browser staff, Contest contest, EntrantId pupil)
    {
        var answer = await PostAsync(staff, contest, pupil, "Issue", new() { ["way"] = nameof(ClassWay.Pictures) });
        return
        [
            .. answer
                .Document.QuerySelectorAll(".sign-in-card .card-pictures")
                .Select(card => card.QuerySelectorAll("use").Select(icon => icon.GetAttribute("href")!.Split('#')[1]).ToList())
                .Select(names => new Pictures(names[0], names[1])),
        ];
    }

    private static async Task<Answer> PostAsync(
        Browser staff,
        Contest contest,
        EntrantId pupil,
        string handler,
        Dictionary<string, string> fields
    ) => await staff.SendAsync($"{PathOf(contest, pupil)}?handler={handler}", Token(await staff.GetAsync(PathOf(contest, pupil))), fields);

    private static async Task<Answer> EnterAsync(Browser browser, EntrantId pupil, Pictures shown, string path = "/lop") =>
        await browser.SendAsync(
            $"{path}?handler=Enter",
            Token(await browser.GetAsync(path)),
            new()
            {
                ["em"] = $"{pupil.Value}",
                ["First"] = shown.First,
                ["Second"] = shown.Second,
            }
        );

    private static Dictionary<string, string> Token(Answer page)
    {
        const string name = "__RequestVerificationToken";
        return new() { [name] = page.Document.QuerySelector($"input[name={name}]")!.GetAttribute("value")! };
    }
}
