using System.IO.Compression;
using System.Net;
using System.Text;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Arena;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Drafts;
using Judge.Storage;
using Judge.Submit;

namespace ArenaWeb.Tests.Privacy;

/// <summary>What a school takes with it, and what goes when it says so or by itself.</summary>
public sealed class DataPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_school_takes_all_of_its_data_in_tables_that_Excel_reads_and_in_files_without_names()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Lấy Về", "Trần Lấy", "=cmd|' /C calc'!A0");
        var contest = await arena.AddContestAsync();
        var cards = await school.EnterAsync(contest);
        var other = await arena.HandInAsync(contest, "HS999", "begin { của trường khác } end.");
        var own = await HandInAsync(contest, cards[0], "begin { của Trần Lấy } end.");
        var files = await ExportAsync(await school.StaffAsync(), school);
        Assert.Equal(
            [
                "bai-nop.csv",
                $"bai-nop/{own.Value}.pas",
                "dong-y.csv",
                "ghi-danh.csv",
                "hoc-sinh.csv",
                "luot-xem.csv",
                "thi-sinh.csv",
                "yeu-cau.csv",
            ],
            files.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal("begin { của Trần Lấy } end.", Encoding.UTF8.GetString(files[$"bai-nop/{own.Value}.pas"]));
        Assert.All(files.Where(file => file.Key.EndsWith(".csv")), file => Assert.Equal([0xEF, 0xBB, 0xBF], file.Value[..3]));
        var pupils = Encoding.UTF8.GetString(files["hoc-sinh.csv"]);
        Assert.Contains($"{school.Pupils[0].Id};2025 - 2026;Trần Lấy;8A1;8;2012\r\n", pupils);
        Assert.Contains(";\"'=cmd|' /C calc'!A0\";", pupils);
        Assert.Contains($"{own.Value};{cards[0].Entrant.Value};{contest.Code};A;pascal;", Encoding.UTF8.GetString(files["bai-nop.csv"]));
        Assert.DoesNotContain($"\n{other.Value};", Encoding.UTF8.GetString(files["bai-nop.csv"]));
        Assert.Contains("Lãnh đạo đơn vị;Tải tệp ZIP dữ liệu của trường", Encoding.UTF8.GetString(files["luot-xem.csv"]));
    }

    [Fact]
    public async Task Deleting_says_first_what_goes_wants_the_code_and_leaves_scores_without_names()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Xóa Hết", "Trần Bị Xóa", "Lê Bị Xóa");
        var contest = await arena.AddContestAsync(contest => contest with { End = contest.Start.AddMinutes(90) });
        var cards = await school.EnterAsync(contest);
        var consent = new ConsentWord(
            ConsentKind.Publish,
            [ConsentGiver.Representative, ConsentGiver.Child],
            true,
            ConsentWay.Paper,
            "Tủ của cô Xóa",
            "test"
        );
        await arena.Get<Consents>().RecordAsync([school.Pupils[0].Id], consent, Ct);
        await HandInAsync(contest, cards[0], "begin end.");
        var threads = arena.Get<ClarificationStore>();
        await threads.AskAsync(contest.Id, cards[0].Entrant, null, "Em là Trần Bị Xóa, cho em hỏi", "của em Xóa", Ct);
        await arena.Get<ClassSecrets>().IssueAsync([cards[0].Entrant], ClassWay.Pictures, Ct);
        var (leader, page) = (await school.StaffAsync(), $"{school.Path}/du-lieu");
        var running = await PrivateSchool.SendAsync(leader, page, "Erase", ("code", $"{school.Unit.Value}"));
        Assert.Contains("Chưa xóa được lúc này", running.Text);
        Assert.Equal(2, (await PupilsAsync(school)).Count);

        arena.Clock.Advance(TimeSpan.FromHours(1));
        var plan = await PrivateSchool.SendAsync(leader, page, "Plan");
        Assert.Contains("Học sinh bị xóa2 Thí sinh mất họ tên2", plan.Text);
        Assert.Contains("Mã trường chưa đúng", (await PrivateSchool.SendAsync(leader, page, "Erase", ("code", "0"))).Text);
        Assert.Equal(2, (await PupilsAsync(school)).Count);

        Assert.Equal(page, (await PrivateSchool.SendAsync(leader, page, "Erase", ("code", $" {school.Unit.Value} "))).Location);
        Assert.Empty(await PupilsAsync(school));
        var people = await arena.Get<People>().ListAsync(contest.Id, Ct);
        Assert.Equal([("TS1", "", "", false), ("TS2", "", "", false)], people.Select(one => (one.Sbd, one.Name, one.Class, one.Publish)));
        var board = (await arena.Browser().GetAsync($"/bang/{contest.Code}")).Html;
        Assert.DoesNotContain("Bị Xóa", board);
        Assert.Contains("TS1", board);
        Assert.Contains("không còn dữ liệu nào có họ tên", (await PrivateSchool.SendAsync(leader, page, "Plan")).Text);
        Assert.Equal("", Assert.Single((await threads.OfContestAsync(contest.Id, Ct)).Single().Acts).Text);
        Assert.Empty(await arena.Get<ClassSecrets>().IssuedAsync([cards[0].Entrant], Ct));
        var audit = (await arena.Get<Audit>().LatestAsync(0, 1, Ct))[0];
        Assert.Equal(("privacy.erased", $"{school.Unit.Value}; 2, 2, 0"), (audit.Act, audit.Detail));
        var signIn = await arena.Get<People>().SignInAsync(contest.Id, "TS1", cards[0].Pin, "", null, Ct);
        Assert.Null(signIn.Person);
    }

    [Fact]
    public async Task What_is_too_old_goes_by_itself_once_and_is_reported()
    {
        await using var old = new ArenaFixture();
        await old.InitializeAsync();
        var (school, retention) = (await PrivateSchool.AddAsync(old, "THCS Lâu Rồi", "Trần Lâu"), old.Get<RetentionService>());
        var now = old.Clock.GetUtcNow();
        var ended = now.AddMonths(-retention.Settings.NamesMonths).AddMinutes(-1);
        var gone = await old.AddContestAsync(contest => contest with { Start = ended.AddHours(-1), End = ended });
        var kept = await old.AddContestAsync(contest => contest with { Start = ended.AddHours(-1), End = ended.AddDays(1) });
        var typed = new List<IDraftGrain>();
        foreach (var contest in new[] { gone, kept })
        {
            var draft = old.Get<IGrainFactory>().DraftOf((await school.EnterAsync(contest))[0].Entrant, "A");
            await draft.SaveAsync("pascal", "{ của Trần Lâu }", "pc", 0);
            typed.Add(draft);
        }
        await LogAsync(now.AddMonths(-retention.Settings.LogMonths).AddDays(-1));
        await LogAsync(now);
        // The first minute after the start.
        old.Clock.Advance(TimeSpan.FromMinutes(1));
        while ((await retention.ReportsAsync(10, Ct)).Count < 3)
        {
            await Task.Delay(10, Ct);
        }
        Assert.Null((await typed[0].FindAsync()).Newest);
        Assert.NotNull((await typed[1].FindAsync()).Newest);
        Assert.Equal("", (await old.Get<People>().ListAsync(gone.Id, Ct)).Single().Name);
        Assert.Equal("Trần Lâu", (await old.Get<People>().ListAsync(kept.Id, Ct)).Single().Name);
        Assert.Single(await old.Get<AccessLog>().OfSchoolAsync(school.Unit.Value, [], 0, 10, Ct));
        await retention.RunAsync(Ct);
        Assert.Equal(
            [("drafts", 1), ("logs", 1), ("names", 1)],
            (await retention.ReportsAsync(10, Ct)).Select(report => (report.Rule, report.Items)).Order()
        );

        Task LogAsync(DateTimeOffset at) =>
            old.Get<Database>()
                .WriteAsync(
                    (connection, transaction) =>
                        connection.ExecuteAsync(
                            "insert into access_log (at, actor, object, unit_id, subject) values (@at, 'a', 'pupils', @unit, '/')",
                            new { at = at.ToUnixTimeMilliseconds(), unit = school.Unit.Value },
                            transaction
                        ),
                    Ct
                );
    }

    [Fact]
    public async Task The_school_reads_in_which_part_somebody_looked_at_names_of_its_pupils()
    {
        var school = await PrivateSchool.AddAsync(arena, "THCS Đọc Sổ", "Trần Đọc");
        var contest = await arena.AddContestAsync();
        await school.EnterAsync(contest);
        var organiser = await arena.StaffAsync();
        await organiser.GetAsync($"{school.Path}/hoc-sinh");
        await organiser.GetAsync($"/btc/cuoc-thi/{contest.Id.Value}/thi-sinh");
        var page = await (await school.StaffAsync()).GetAsync($"{school.Path}/luot-xem");
        Assert.Contains("Ban Tổ chức Danh sách học sinh", page.Text);
        Assert.Contains($"Ban Tổ chức Danh sách thí sinh của cuộc thi {contest.Name("vi")}", page.Text);
    }

    [Fact]
    public void Whatever_is_logged_when_it_is_read_has_words_for_the_school()
    {
        var words = new Phrases(arena.Get<Lexicon>(), SiteLanguage.Vietnamese);
        var logged =
            from table in new[] { Matrix.House, Matrix.School, Matrix.Contest }
            from row in table.Rows
            where row.Value.Values.Any(rules => rules.Any(rule => rule.Sight == Sight.Log))
            select row.Key;
        Assert.All(logged, name => Assert.NotEmpty(ExportLines.ObjectWord(new() { Object = name }, words)));
    }

    private static async Task<Dictionary<string, byte[]>> ExportAsync(Browser staff, PrivateSchool school)
    {
        var token = Browser.HiddenFields(await staff.GetAsync($"{school.Path}/du-lieu"));
        using var response = await staff.Client.PostAsync($"{school.Path}/du-lieu?handler=Export", new FormUrlEncodedContent(token), Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"truong-{school.Unit.Value}.zip", response.Content.Headers.ContentDisposition?.FileName);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Ct));
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(Ct);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Ct);
            files[entry.FullName] = bytes.ToArray();
        }
        return files;
    }

    private async Task<IReadOnlyList<Pupil>> PupilsAsync(PrivateSchool school) =>
        (await arena.Get<Pupils>().ListAsync(school.Unit, 2025, Ct)).Pupils;

    private async Task<SubmissionId> HandInAsync(Contest contest, Card card, string source)
    {
        var handin = new Handin(contest.Id, card.Entrant, "A", "pascal", Encoding.UTF8.GetBytes(source), Guid.NewGuid());
        return (await arena.Get<ISubmissions>().AddAsync(handin, Ct)).Id;
    }
}
