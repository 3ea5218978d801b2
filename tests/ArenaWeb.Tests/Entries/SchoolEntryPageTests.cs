using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Staff;

namespace ArenaWeb.Tests.Entries;

/// <summary>The list of a school over HTTP, as đầu mối, leader and organiser see it.</summary>
public sealed class SchoolEntryPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task Story_6_A_fifth_team_is_refused_with_the_rule_the_leader_approves_four_and_then_the_list_is_closed()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        foreach (var at in Enumerable.Range(0, 4))
        {
            await SaveAsync(contact, world, $"Đội {at + 1}", at);
        }

        var fifth = await SendAsync(contact, world, "Save", EntryWorld.TeamOf("Đội 5", world.Pupils[4]), withVersion: true);
        Assert.Contains("Mỗi trường được cử nhiều nhất 4 đội.", fifth.Text);
        Assert.Equal(4, (await world.EntryAsync()).Teams.Count);

        Assert.Equal(world.Path, (await ActAsync(contact, world, EntryAct.Ask)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await ActAsync(contact, world, EntryAct.Approve)).Status);
        var leader = await world.StaffAsync(StaffRole.Leader);
        Assert.Contains("Duyệt danh sách này", (await leader.GetAsync(world.Path)).Text);
        Assert.Equal(world.Path, (await ActAsync(leader, world, EntryAct.Approve)).Location);

        var closed = await contact.GetAsync(world.Path);
        Assert.Contains("Lãnh đạo đã duyệt", closed.Text);
        Assert.DoesNotContain("Thêm đội này", closed.Text);
        var entry = await world.EntryAsync();
        foreach (var fields in new[] { EntryWorld.TeamOf("Đội 5", world.Pupils[4]), EntryWorld.TeamOf("Đội khác", world.Pupils[0]) })
        {
            fields["Form.Id"] = fields["Form.Name"] == "Đội khác" ? $"{entry.Teams[0].Id}" : "0";
            fields["Version"] = $"{entry.Version}";
            Assert.Contains("không sửa được nữa", (await SendAsync(contact, world, "Save", fields)).Text);
        }

        var removing = await SendAsync(
            contact,
            world,
            "Remove",
            new() { ["team"] = $"{entry.Teams[0].Id}", ["Version"] = $"{entry.Version}" }
        );
        Assert.Contains("không sửa được nữa", removing.Text);
        Assert.Equal(["Đội 1", "Đội 2", "Đội 3", "Đội 4"], (await world.EntryAsync()).Teams.Select(team => team.Name));
    }

    [Fact]
    public async Task What_the_leader_gives_back_is_mended_and_asked_again()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        var leader = await world.StaffAsync(StaffRole.Leader);
        await SaveAsync(contact, world, "Đội 1", 0);
        await ActAsync(contact, world, EntryAct.Ask);
        Assert.Contains("Hãy ghi lý do", (await ActAsync(leader, world, EntryAct.GiveBack)).Text);
        await ActAsync(leader, world, EntryAct.GiveBack, "Thiếu một đội");
        Assert.Contains("Thiếu một đội", (await contact.GetAsync(world.Path)).Text);
        await SaveAsync(contact, world, "Đội 2", 1);
        await ActAsync(contact, world, EntryAct.Ask);
        Assert.Equal(EntryStage.Asked, (await world.EntryAsync()).Stage);
    }

    [Fact]
    public async Task After_the_closing_time_only_an_exception_of_the_organiser_with_a_reason_lets_anybody_in()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        var organiser = await arena.StaffAsync();
        arena.Clock.Advance(TimeSpan.FromHours(9));
        var fields = EntryWorld.TeamOf("Đội 1", world.Pupils[0]);
        fields["Version"] = "0";
        Assert.Contains("chỉ được lập và sửa đến", (await SendAsync(contact, world, "Save", fields)).Text);
        Assert.Contains("Hãy ghi lý do", (await ActAsync(organiser, world, EntryAct.Waive, rule: "open")).Text);
        Assert.Equal(world.Path, (await ActAsync(organiser, world, EntryAct.Waive, "Trường mất mạng", "open")).Location);
        await SaveAsync(contact, world, "Đội 1", 0);
        Assert.Contains("Trường mất mạng", (await contact.GetAsync(world.Path)).Text);
        var audit = await arena.Get<Audit>().LatestAsync(0, 50, CancellationToken.None);
        Assert.Contains(audit, entry => entry.Act == "entry.waive" && entry.Contest == world.Contest.Id && entry.Detail.Contains("open"));
    }

    [Fact]
    public async Task An_exception_lapses_and_the_rule_holds_again()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        arena.Clock.Advance(TimeSpan.FromHours(9));
        await ActAsync(await arena.StaffAsync(), world, EntryAct.Waive, "Trường mất mạng", "open", days: 1);
        await SaveAsync(contact, world, "Đội 1", 0);
        Assert.Contains("Có hiệu lực đến", (await contact.GetAsync(world.Path)).Text);
        arena.Clock.Advance(TimeSpan.FromHours(24));
        contact = await world.StaffAsync(StaffRole.Coordinator); // the session has ended by then
        var later = await contact.GetAsync(world.Path);
        Assert.Contains("Đã hết hiệu lực lúc", later.Text);
        Assert.DoesNotContain("Thêm đội này", later.Text);
        var late = await SendAsync(contact, world, "Save", EntryWorld.TeamOf("Đội 2", world.Pupils[1]), withVersion: true);
        Assert.Contains("chỉ được lập và sửa đến", late.Text);
    }

    [Fact]
    public async Task Nobody_is_entered_or_gets_a_number_without_the_consent_of_the_family()
    {
        var closes = arena.Clock.GetUtcNow().AddHours(8);
        var world = await EntryWorld.MakeAsync(
            arena,
            new()
            {
                Closes = closes,
                MostMembers = 2,
                NeedsConsent = true,
            }
        );
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        var fields = EntryWorld.TeamOf("Đội 1", world.Pupils[0]);
        fields["Version"] = "0";
        Assert.Contains($"Chưa có đồng ý tham gia của: {world.Pupils[0].Name}.", (await SendAsync(contact, world, "Save", fields)).Text);
        Assert.Contains("chưa có đồng ý tham gia", (await contact.GetAsync(world.Path)).Text);

        await AgreeAsync();
        await SaveAsync(contact, world, "Đội 1", 0);
        await ActAsync(contact, world, EntryAct.Ask);
        await ActAsync(await world.StaffAsync(StaffRole.Leader), world, EntryAct.Approve);
        var consents = StaffPaths.SchoolConsents(world.School);
        var withdrawn = Only(Browser.HiddenFields(await contact.GetAsync(consents)));
        (withdrawn["pupil"], withdrawn["kind"]) = ($"{world.Pupils[0].Id}", nameof(ConsentKind.TakePart));
        await contact.SendAsync($"{consents}?handler=Withdraw", [], withdrawn);
        var admission = arena.Get<Admission>();
        Assert.Equal((0, 1), await admission.AdmitAsync(world.Contest, CancellationToken.None));
        await AgreeAsync();
        Assert.Equal((1, 0), await admission.AdmitAsync(world.Contest, CancellationToken.None));

        async Task AgreeAsync()
        {
            var paper = new Dictionary<string, string>
            {
                ["tatca"] = "true",
                ["kind"] = nameof(ConsentKind.TakePart),
                ["both"] = "true",
            };
            var path = StaffPaths.SchoolConsents(world.School);
            var hidden = Browser.HiddenFields(await contact.GetAsync(path));
            Assert.NotNull((await contact.SendAsync($"{path}?handler=Record", Only(hidden), paper)).Location);
        }

        static Dictionary<string, string> Only(Dictionary<string, string> hidden) =>
            hidden.Where(field => field.Key == "__RequestVerificationToken").ToDictionary();
    }

    [Fact]
    public async Task An_organiser_asks_for_consents_unless_the_box_is_cleared()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var organiser = await arena.StaffAsync();
        var other = await arena.AddContestAsync();
        var form = await organiser.GetAsync(StaffPaths.Entries(other.Id));
        Assert.True(form.Document.QuerySelector("[name='Form.NeedsConsent'][type=checkbox]")!.HasAttribute("checked"));
        var kept = await organiser.GetAsync(StaffPaths.Entries(world.Contest.Id));
        Assert.False(kept.Document.QuerySelector("[name='Form.NeedsConsent'][type=checkbox]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task What_was_approved_is_opened_again_by_the_organiser_alone()
    {
        var world = await EntryWorld.MakeAsync(arena);
        await world.SeatAsync();
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await ActAsync(contact, world, EntryAct.Reopen, "Nhầm lớp")).Status);
        var organiser = await arena.StaffAsync();
        Assert.Equal(world.Path, (await ActAsync(organiser, world, EntryAct.Reopen, "Nhầm lớp")).Location);
        var entry = await world.EntryAsync();
        var fields = EntryWorld.TeamOf("Đội khác", world.Pupils[0]);
        (fields["Form.Id"], fields["Version"]) = ($"{entry.Teams[0].Id}", $"{entry.Version}");
        Assert.Contains("Số báo danh A001 đã cấp", (await SendAsync(contact, world, "Save", fields)).Text);
    }

    [Fact]
    public async Task Until_the_start_the_organiser_takes_out_whoever_has_a_number_with_a_reason_and_nobody_gets_that_number()
    {
        var world = await EntryWorld.MakeAsync(arena);
        await world.SeatAsync();
        var (contact, organiser) = (await world.StaffAsync(StaffRole.Coordinator), await arena.StaffAsync());
        var team = (await world.EntryAsync()).Teams[0];
        var pupil = (await arena.Get<People>().ListAsync(world.Contest.Id, CancellationToken.None)).Single(one => one.Sbd == team.Sbd);
        var card = (await arena.Get<People>().RenewPinAsync(pupil.Entrant, CancellationToken.None))!;
        var early = await arena.SignInAsync(world.Contest, card);
        Assert.Equal(HttpStatusCode.NotFound, (await WithdrawAsync(contact, "Ốm")).Status);
        Assert.Contains("Hãy ghi lý do", (await WithdrawAsync(organiser, "")).Text);

        Assert.Equal(world.Path, (await WithdrawAsync(organiser, "Ốm")).Location);
        var entry = await world.EntryAsync();
        Assert.Equal((3, EntryStage.Approved), (entry.Teams.Count, entry.Stage));
        Assert.DoesNotContain(
            team.Sbd,
            (await arena.Get<People>().ListAsync(world.Contest.Id, CancellationToken.None)).Select(one => one.Sbd)
        );
        Assert.DoesNotContain(
            pupil.Entrant.Value,
            (await arena.Get<ExamStore>().SeatsAsync(world.Contest.Id, CancellationToken.None)).Keys
        );
        Assert.Contains($"đã rút số báo danh {team.Sbd}", (await contact.GetAsync(world.Path)).Text);
        Assert.NotEqual(HttpStatusCode.OK, (await early.GetAsync($"/thi/{world.Contest.Code}")).Status);

        await ActAsync(organiser, world, EntryAct.Reopen, "Thay em ốm");
        await SaveAsync(contact, world, "Đội mới", 4);
        await ActAsync(contact, world, EntryAct.Ask);
        await ActAsync(await world.StaffAsync(StaffRole.Leader), world, EntryAct.Approve);
        Assert.Equal((1, 0), await arena.Get<Admission>().AdmitAsync(world.Contest, CancellationToken.None));
        Assert.Equal("A005", (await world.EntryAsync()).Teams[^1].Sbd);
        arena.Clock.Advance(TimeSpan.FromDays(2));
        organiser = await arena.StaffAsync(); // the session has ended by then
        team = (await world.EntryAsync()).Teams[0];
        Assert.Contains("Cuộc thi đã bắt đầu", (await WithdrawAsync(organiser, "Ốm")).Text);

        Task<Answer> WithdrawAsync(Browser browser, string word) =>
            SendAsync(browser, world, "Withdraw", new() { ["team"] = $"{team.Id}", ["word"] = word }, withVersion: true);
    }

    [Fact]
    public async Task A_list_that_changed_meanwhile_is_not_approved()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        var leader = await world.StaffAsync(StaffRole.Leader);
        await SaveAsync(contact, world, "Đội 1", 0);
        await ActAsync(contact, world, EntryAct.Ask);
        var seen = await leader.GetAsync(world.Path);
        await ActAsync(contact, world, EntryAct.TakeBack);
        await SaveAsync(contact, world, "Đội 2", 1);
        await ActAsync(contact, world, EntryAct.Ask);
        var answer = await leader.SendAsync(
            $"{world.Path}?handler=Act",
            Browser.HiddenFields(seen),
            new() { ["act"] = nameof(EntryAct.Approve) }
        );
        Assert.Contains("Có người vừa sửa danh sách này", answer.Text);
        Assert.Equal(EntryStage.Asked, (await world.EntryAsync()).Stage);
    }

    [Fact]
    public async Task A_school_finds_nothing_of_another_school()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var other = await world.StaffAsync(StaffRole.Coordinator, await world.AddSchoolAsync("THCS Lê Lợi"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(world.Path)).Status);
        Assert.DoesNotContain("THCS Bàn Cờ", (await other.GetAsync("/ghi-danh")).Text);
        var own = await (await world.StaffAsync(StaffRole.Leader)).GetAsync("/ghi-danh");
        Assert.Contains("THCS Bàn Cờ", own.Text);
    }

    [Fact]
    public async Task Pupils_who_stand_for_themselves_are_added_together_or_not_at_all()
    {
        var now = arena.Clock.GetUtcNow();
        var world = await EntryWorld.MakeAsync(arena, new() { Closes = now.AddHours(2), MostTeams = 2 });
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        Assert.Contains("nhiều nhất 2 thí sinh", (await PickAsync(0, 1, 2)).Text);
        Assert.Empty((await world.EntryAsync()).Teams);
        Assert.Equal(world.Path, (await PickAsync(0, 1)).Location);
        Assert.Equal(2, (await world.EntryAsync()).Teams.Count);

        async Task<Answer> PickAsync(params int[] places)
        {
            var page = await contact.GetAsync(world.Path);
            using var form = new MultipartFormDataContent();
            foreach (var (name, value) in Browser.HiddenFields(page))
            {
                form.Add(new StringContent(value), name);
            }
            foreach (var at in places)
            {
                form.Add(new StringContent($"{world.Pupils[at].Id}"), "Form.Picks");
            }
            form.Add(new StringContent("Bảng A"), "Form.Division");
            using var response = await contact.Client.PostAsync($"{world.Path}?handler=Save", form);
            return await Answer.OfAsync(response);
        }
    }

    private static async Task SaveAsync(Browser browser, EntryWorld world, string name, int pupil)
    {
        var answer = await SendAsync(browser, world, "Save", EntryWorld.TeamOf(name, world.Pupils[pupil]), withVersion: true);
        Assert.Equal(world.Path, answer.Location);
    }

    private static Task<Answer> ActAsync(
        Browser browser,
        EntryWorld world,
        EntryAct act,
        string word = "",
        string rule = "",
        int days = 0
    ) =>
        SendAsync(
            browser,
            world,
            "Act",
            new()
            {
                ["act"] = $"{act}",
                ["word"] = word,
                ["rule"] = rule,
                ["days"] = $"{days}",
            },
            withVersion: true
        );

    private static async Task<Answer> SendAsync(
        Browser browser,
        EntryWorld world,
        string handler,
        Dictionary<string, string> fields,
        bool withVersion = false
    )
    {
        var page = await browser.GetAsync(world.Path);
        var hidden = page
            .Document.QuerySelectorAll("form[method=post] input[name=__RequestVerificationToken]")
            .Take(1)
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        if (withVersion)
        {
            hidden["Version"] = $"{(await world.EntryAsync()).Version}";
        }

        return await browser.SendAsync($"{world.Path}?handler={handler}", hidden, fields);
    }
}
