using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Privacy;

/// <summary>What families agree to, and what becomes of the name when they no longer do.</summary>
public sealed class ConsentsPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawn_consent_takes_the_name_off_board_feed_and_files_and_the_clock_shows_the_date()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Rút Lại", "Trần Văn Mở", "Lê Thị Kín");
        var contest = await arena.AddContestAsync();
        var cards = await school.EnterAsync(contest);
        var staff = await school.StaffAsync(StaffRole.Coordinator);
        Assert.DoesNotContain("Trần Văn Mở", await BoardAsync(contest));
        await RecordAsync(staff, school, "Publish", both: true, school.Pupils[0].Id);
        await AcceptAsync(contest, cards[0]);
        var before = await BoardAsync(contest);
        Assert.Contains("Trần Văn Mở", before);
        Assert.DoesNotContain("Lê Thị Kín", before);

        using var view = arena.Get<LiveFeed>().Look(LiveTopic.Board(contest.Id), LiveTopic.Clock(contest.Id));
        var answer = await PrivateSchool.SendAsync(
            staff,
            $"{school.Path}/dong-y",
            "Withdraw",
            ("pupil", $"{school.Pupils[0].Id}"),
            ("kind", "Publish")
        );
        Assert.Equal($"{school.Path}/dong-y?lop=&thieu=false", answer.Location);
        var told = await view.Waiting.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(LiveTopic.Board(contest.Id), told.Topic);

        var after = await BoardAsync(contest);
        Assert.DoesNotContain("Trần Văn Mở", after);
        Assert.Contains("TS1", after);
        Assert.Contains("cell-solved", after);
        Assert.Contains("Đã rút hoặc từ chối", (await staff.GetAsync($"{school.Path}/dong-y")).Text);
        // Eight on a Sunday morning: answered by the end of Tuesday.
        var requests = await staff.GetAsync($"{school.Path}/yeu-cau");
        Assert.Contains("Rút lại đồng ý", requests.Text);
        Assert.Contains("Trả lời: còn 2 ngày làm việc đến hết ngày 10/03/2026", requests.Text);
    }

    [Fact]
    public async Task Another_arena_hears_of_a_withdrawal_by_the_event_that_is_one_with_it()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest, "HS001", "Trần Văn Mở", publish: true);
        var heard = new TaskCompletionSource();
        void Hear(Judge.Events.Event e)
        {
            if (e.Kind == Judge.Events.EventKind.EntrantsChanged && e.Contest == contest.Id)
            {
                heard.TrySetResult();
            }
        }
        arena.Get<LiveFeed>().Happened += Hear;
        await arena.Get<Consents>().RecordAsync(card.Entrant, Word(ConsentGiver.Child, false), Ct);
        await heard.Task.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        arena.Get<LiveFeed>().Happened -= Hear;
    }

    [Fact]
    public async Task Papers_are_written_down_for_a_whole_class_with_kind_giver_text_and_note()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Cả Lớp", "Hồ Ăn", "Lê An", "Vũ Dũng");
        var staff = await school.StaffAsync(StaffRole.Coordinator);
        var page = $"{school.Path}/dong-y";
        Assert.Contains("0 trên 3 em", (await staff.GetAsync(page)).Text);
        var nobody = await PrivateSchool.SendAsync(staff, page, "Record", ("kind", "TakePart"), ("both", "true"));
        Assert.Contains("Chưa chọn em nào", nobody.Text);
        await PrivateSchool.SendAsync(
            staff,
            page,
            "Record",
            ("kind", "TakePart"),
            ("both", "true"),
            ("tatca", "true"),
            ("note", "Tủ  2, bìa 8A1")
        );
        Assert.Contains("3 trên 3 em", (await staff.GetAsync(page)).Text);
        var said = (await arena.Get<Consents>().OfSchoolAsync(school.Unit.Value, Ct)).SelectMany(pupil => pupil).ToList();
        Assert.Equal(6, said.Count);
        Assert.All(said, act => Assert.Equal((1, ConsentWay.Paper, 2026), (act.TextVersion, act.Way, act.Year)));
        var audit = (await arena.Get<Audit>().LatestAsync(0, 1, Ct))[0];
        Assert.Equal(("privacy.recorded", $"{school.Unit.Value}; TakePart 3"), (audit.Act, audit.Detail));
    }

    [Fact]
    public async Task A_paper_that_only_the_representative_signed_shows_no_name()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Một Bên", "Trần Một Bên");
        var contest = await arena.AddContestAsync();
        await school.EnterAsync(contest);
        var staff = await school.StaffAsync();
        await RecordAsync(staff, school, "Publish", both: false, school.Pupils[0].Id);
        Assert.Contains("Còn thiếu một bên", (await staff.GetAsync($"{school.Path}/dong-y")).Text);
        Assert.DoesNotContain("Trần Một Bên", await BoardAsync(contest));
    }

    [Fact]
    public async Task A_consent_goes_along_into_the_next_contest_and_a_team_is_named_once_all_of_it_agree()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Theo Em", "Lê Một", "Lê Hai");
        var (consents, ids) = (arena.Get<Consents>(), school.Pupils.Select(pupil => pupil.Id).ToList());
        await consents.RecordAsync([ids[0]], Both, Ct);
        var contest = await arena.AddContestAsync();
        await school.EnterAsync(contest);
        var board = await BoardAsync(contest);
        Assert.Contains("Lê Một", board);
        Assert.DoesNotContain("Lê Hai", board);

        var team = await arena.AddPupilAsync(contest, "DOI1", "Đội Lá Me");
        await consents.LinkAsync([(team.Entrant, ids[0]), (team.Entrant, ids[1])], Ct);
        Assert.DoesNotContain("Đội Lá Me", await BoardAsync(contest));
        await consents.RecordAsync([ids[1]], Both, Ct);
        Assert.Contains("Đội Lá Me", await BoardAsync(contest));
    }

    [Fact]
    public async Task Another_schools_pages_do_not_exist_for_a_school()
    {
        var (own, other) = (await PrivateSchool.AddAsync(arena, "THCS Nhà"), await PrivateSchool.AddAsync(arena, "THCS Xóm"));
        var staff = await own.StaffAsync();
        foreach (var page in new[] { "hoc-sinh", "dong-y", "yeu-cau", "du-lieu", "luot-xem" })
        {
            Assert.Equal((page, 200), (page, (int)(await staff.GetAsync($"{own.Path}/{page}")).Status));
            Assert.Equal((page, 404), (page, (int)(await staff.GetAsync($"{other.Path}/{page}")).Status));
        }
        var coordinator = await own.StaffAsync(StaffRole.Coordinator);
        Assert.Equal(404, (int)(await coordinator.GetAsync($"{own.Path}/du-lieu")).Status);
        Assert.Contains("Trường THCS Nhà", (await coordinator.GetAsync("/giam-khao")).Text);
    }

    private static ConsentWord Both =>
        new(ConsentKind.Publish, [ConsentGiver.Representative, ConsentGiver.Child], true, ConsentWay.Paper, "", "test");

    private static ConsentWord Word(ConsentGiver giver, bool given) =>
        new(ConsentKind.Publish, [giver], given, ConsentWay.Told, "", "test");

    private static Task<Answer> RecordAsync(Browser staff, PrivateSchool school, string kind, bool both, long pupil) =>
        PrivateSchool.SendAsync(
            staff,
            $"{school.Path}/dong-y",
            "Record",
            ("kind", kind),
            ("both", both ? "true" : "false"),
            ("hs", $"{pupil}")
        );

    /// <summary>All that the public gets of a board: the page, the projector, the rows as bytes, and the file.</summary>
    private async Task<string> BoardAsync(Contest contest)
    {
        var all = new StringBuilder();
        foreach (var path in new[] { "", "?chieu=1", "/rows", "?tep=csv" })
        {
            all.Append((await arena.Browser().GetAsync($"/bang/{contest.Code}{path}")).Html);
        }
        return all.ToString();
    }

    private async Task AcceptAsync(Contest contest, Card card)
    {
        var handin = new Handin(contest.Id, card.Entrant, "A", "pascal", "begin end."u8.ToArray(), Guid.NewGuid());
        await arena.Get<ISubmissions>().AddAsync(handin, Ct);
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        while (!(await BoardAsync(contest)).Contains("cell-solved", StringComparison.Ordinal))
        {
            // The board follows in the background and pauses between versions by the arena's clock.
            arena.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Ct);
        }
    }
}
