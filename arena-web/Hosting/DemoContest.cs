using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Hosting;

/// <summary>
/// Two contests to try everything with, fictional people, one juror and one organiser. Each step looks first whether it was done, so
/// a start that was cut short is finished by the next.
/// </summary>
internal sealed class DemoContest(IContests contests, People people, StaffAccounts staff, ArenaOptions options, TimeProvider clock)
    : IHostedService
{
    public const string PointsCode = "THITHU";
    public const string IcpcCode = "ICPC-THU";
    private const int FullMark = 10;
    private const int IcpcProblems = 6;
    private static readonly TimeSpan Length = TimeSpan.FromDays(30);

    /// <summary>From lớp 6 to lớp 12; what is not among the packages is left out.</summary>
    private static readonly string[] Order =
    [
        "kehoachnho",
        "sonut",
        "tietkiemdien",
        "aodongphuc",
        "mayin",
        "hoitrai",
        "chiakeo",
        "hoichoxuan",
        "trieucuong",
        "kyyeu",
    ];

    private static readonly (string Name, string School, string Class)[] Pupils =
    [
        ("Nguyễn Minh Khôi", "THCS Hoa Phượng", "9A1"),
        ("Trần Ngọc Ánh", "THCS Hoa Phượng", "9A2"),
        ("Lê Hoàng Phúc", "THCS Sông Xanh", "8A3"),
        ("Phạm Gia Hân", "THCS Sông Xanh", "9A1"),
        ("Võ Đức Thịnh", "THCS Bến Nghé Mới", "7A5"),
        ("Đặng Khánh Linh", "THCS Bến Nghé Mới", "8A1"),
        ("Bùi Quốc Đạt", "THPT Rừng Sác", "10A2"),
        ("Hồ Thuỳ Dương", "THPT Rừng Sác", "11A1"),
        ("Đỗ Nhật Nam", "THPT Cầu Mây", "10A1"),
        ("Huỳnh Bảo Trân", "THPT Cầu Mây", "12A4"),
        ("Lý Tuấn Kiệt", "THPT Gò Sao", "11A6"),
        ("Mai Phương Uyên", "THPT Gò Sao", "12A1"),
    ];

    private static readonly (string Name, string School, string Class)[] Teams =
    [
        ("Đội Sao Biển", "THPT Rừng Sác", ""),
        ("Đội Mây Trắng", "THPT Cầu Mây", ""),
        ("Đội Gió Nồm", "THPT Gò Sao", ""),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var cards = await DemoCards.ReadOrMakeAsync(options.DataFolder, ct);
        var packages = Order.Where(name => File.Exists(Path.Combine(options.ProblemsFolder, name, "problem.yaml"))).ToList();
        await FillAsync(PointsContest(packages), Pupils, cards, ct);
        await FillAsync(IcpcContest(packages), Teams, cards, ct);
        await staff.AddAsync(cards.Juror, "Giám khảo", Roles.Juror, cards.JurorPassword, ct);
        await staff.AddAsync(cards.Organiser, "Ban tổ chức", Roles.Organiser, cards.OrganiserPassword, ct);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task FillAsync(
        Contest wanted,
        (string Name, string School, string Class)[] entrants,
        DemoCards cards,
        CancellationToken ct
    )
    {
        var contest = await contests.FindAsync(wanted.Code, ct) ?? await contests.AddAsync(wanted, ct);
        if (contest.End <= clock.GetUtcNow() && !ContestLife.ResultsAreOut(contest))
        {
            await contests.ChangeAsync(contest with { End = clock.GetUtcNow() + Length }, ct);
        }
        if ((await people.ListAsync(contest.Id, ct)).Count > 0)
        {
            return;
        }

        await people.AddAsync(contest.Id, [.. entrants.Select((entrant, i) => Entry(entrant, i, cards))], ct);
    }

    /// <summary>Every second one agrees to be named in public. The first has the PIN of the card.</summary>
    private static NewPerson Entry((string Name, string School, string Class) entrant, int index, DemoCards cards) =>
        new($"{index + 1:000}", entrant.Name, entrant.School, entrant.Class, Publish: index % 2 == 0, Pin: index == 0 ? cards.Pin : null);

    private Contest PointsContest(IReadOnlyList<string> packages) =>
        new()
        {
            Code = PointsCode,
            Names = new Dictionary<string, string> { ["vi"] = "Hội thi thử", ["en"] = "Trial contest" },
            Scoring = ScoringStyle.Points,
            Start = clock.GetUtcNow(),
            End = clock.GetUtcNow() + Length,
            Problems = [.. packages.Select(static (name, i) => new ContestProblem($"BAI{i + 1}", name, FullMark))],
        };

    private Contest IcpcContest(IReadOnlyList<string> packages) =>
        new()
        {
            Code = IcpcCode,
            Names = new Dictionary<string, string> { ["vi"] = "Thi đồng đội thử", ["en"] = "Trial team contest" },
            Scoring = ScoringStyle.Icpc,
            Start = clock.GetUtcNow(),
            End = clock.GetUtcNow() + Length,
            Problems = [.. packages.Take(IcpcProblems).Select(static (name, i) => new ContestProblem($"{(char)('A' + i)}", name, 1))],
            Feedback = Feedback.Verdict,
        };
}
