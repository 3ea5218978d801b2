using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Problems;
using Judge.Submit;

namespace EndToEnd.Tests.Seed;

/// <summary>One contest of each kind as it stands on the day of the tests, and who is in it.</summary>
/// <param name="Practice">Runs, for tests that hand in for real.</param>
/// <param name="Points">Runs since an hour and a half, 32 pupils, all verdicts.</param>
/// <param name="Icpc">14 teams, in its last hour, so the board is frozen.</param>
/// <param name="Past">Ended a month ago.</param>
/// <param name="Coming">Starts tomorrow; nobody has handed in.</param>
/// <param name="Own">Open for a week, each pupil with an own hour, in which nobody has started.</param>
/// <param name="Hour">Puzzles; the last three pupils have tried some.</param>
/// <param name="OwnHour">Puzzles with an own hour for each; see <see cref="SeedPuzzles.AddOwnAsync"/>.</param>
/// <param name="PastHour">Puzzles; over, with programs that are alike.</param>
/// <param name="Shown">A submission of the first pupil of <paramref name="Points"/> for each verdict.</param>
/// <param name="Again">What was judged again in <paramref name="Past"/> and <paramref name="Icpc"/>.</param>
/// <param name="Talk">What was asked and said in <paramref name="Points"/>.</param>
/// <param name="Schools">Schools, beside the contests.</param>
/// <param name="Entries">Of schools, in <paramref name="Coming"/>.</param>
/// <param name="Classes">Of a primary school, in a contest of their own that runs.</param>
internal sealed record SeedContests(
    Entry Practice,
    Entry Points,
    Entry Icpc,
    Entry Past,
    Entry Coming,
    Entry Own,
    Entry Hour,
    Entry OwnHour,
    Entry PastHour,
    IReadOnlyDictionary<Verdict, SubmissionId> Shown,
    SeedRejudgings Again,
    SeedTalk Talk,
    SeedSchools Schools,
    SeedEntries Entries,
    SeedClasses Classes
)
{
    public const string Organiser = "bantochuc";
    public const string Juror = "giamkhao";
    public const string School = "daumoi";
    public const string Password = "mật khẩu để thử";

    private const int FullMark = 100;

    /// <summary>Plays it all up to now.</summary>
    public static async Task<SeedContests> PlayAsync(Seeder seeder, DateTimeOffset moment)
    {
        // Contests begin on the minute.
        var now = moment.AddTicks(-moment.Ticks % TimeSpan.TicksPerMinute);
        await seeder.AddStaffAsync(Organiser, "Cô Hạnh", Roles.Organiser, Password);
        await seeder.AddLevelAsync(Organiser, "Cô Hạnh");
        await seeder.AddStaffAsync(Juror, "Thầy Toàn", Roles.Juror, Password);
        var past = await AddAsync(
            seeder,
            SeedPeople.Pupils(16),
            PointsContest("TIN-K9", "Kỳ thi chọn học sinh giỏi Tin học lớp 9", now.AddDays(-30), 150, 5)
        );
        var icpc = await AddAsync(seeder, SeedPeople.Contestants, IcpcContest(now));
        var points = await AddAsync(
            seeder,
            SeedPeople.Pupils(32),
            PointsContest("TIN-TRE", "Hội thi Tin học trẻ cấp trường", now.AddMinutes(-95), 150, 6)
        );
        var practice = await AddPracticeAsync(seeder, 40, now);
        var coming = await AddAsync(
            seeder,
            SeedPeople.Pupils(4),
            PointsContest("CHUNG-KET", "Vòng chung khảo Tin học trẻ", now.AddDays(1), 120, 4)
        );
        var own = await AddAsync(
            seeder,
            SeedPeople.Pupils(4),
            PointsContest("VONG-TUAN", "Vòng trực tuyến trong tuần", now.AddDays(-1), 7 * 24 * 60, 3) with
            {
                Duration = TimeSpan.FromHours(1),
            }
        );
        var hour = await SeedPuzzles.AddAsync(seeder, now);
        var ownHour = await SeedPuzzles.AddOwnAsync(seeder, now);
        var pastHour = await SeedPuzzles.AddPastAsync(seeder, now);
        await SimulatedPlay.PlayAsync(seeder, past, 11, past.Contest.End);
        await SimulatedPlay.PlayAsync(seeder, icpc, 5, now);
        var shown = await SimulatedPlay.ShowAllVerdictsAsync(seeder, points);
        await SimulatedPlay.PlayAsync(seeder, points with { Cards = [.. points.Cards.Skip(1)] }, 3, now);
        var again = await SeedRejudgings.PlayAsync(seeder, past, icpc);
        var talk = await SeedTalk.PlayAsync(seeder, points, now);
        var schools = await SeedSchools.PlayAsync(seeder, now);
        var entries = await SeedEntries.PlayAsync(seeder, coming);
        var lesson = PointsContest("GIO-TIN", "Giờ Tin học của trường", now.AddMinutes(-20), 600, 3);
        var classes = await SeedClasses.PlayAsync(seeder, lesson, now);
        return new SeedContests(
            practice,
            points,
            icpc,
            past,
            coming,
            own,
            hour,
            ownHour,
            pastHour,
            shown,
            again,
            talk,
            schools,
            entries,
            classes
        );
    }

    /// <summary>A contest that began half an hour ago, in which nobody has handed in.</summary>
    public static Task<Entry> AddPracticeAsync(Seeder seeder, int pupils, DateTimeOffset now) =>
        AddAsync(seeder, SeedPeople.Pupils(pupils), PointsContest("LUYEN-TAP", "Luyện tập chiều thứ Bảy", now.AddMinutes(-30), 180, 3));

    private static async Task<Entry> AddAsync(Seeder seeder, IReadOnlyList<NewPerson> pupils, Contest contest)
    {
        var added = await seeder.AddContestAsync(contest);
        return new Entry(added, await seeder.AddPupilsAsync(added, pupils));
    }

    private static Contest PointsContest(string code, string name, DateTimeOffset start, int minutes, int problems) =>
        new()
        {
            Code = code,
            Names = new Dictionary<string, string> { ["vi"] = name },
            Scoring = ScoringStyle.Points,
            Start = start,
            End = start.AddMinutes(minutes),
            Problems =
            [
                .. SimulatedPlay.Problems.Take(problems).Select((problem, i) => new ContestProblem($"BAI{i + 1}", problem, FullMark)),
            ],
        };

    private static Contest IcpcContest(DateTimeOffset now) =>
        new()
        {
            Code = "DONG-DOI",
            Names = new Dictionary<string, string> { ["vi"] = "Thi lập trình đồng đội mở rộng", ["en"] = "Open team contest" },
            Scoring = ScoringStyle.Icpc,
            Start = now.AddMinutes(-265),
            End = now.AddMinutes(35),
            FreezeAt = now.AddMinutes(-25),
            Problems = [.. SimulatedPlay.Problems.Take(8).Select((problem, i) => new ContestProblem($"{(char)('A' + i)}", problem, 1))],
            Feedback = Feedback.Verdict,
        };
}

/// <summary>A contest and the cards of those who are in it.</summary>
internal sealed record Entry(Contest Contest, IReadOnlyList<Card> Cards);
