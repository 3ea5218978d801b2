using ArenaWeb.Accounts.Classes;
using ArenaWeb.Entries;
using ArenaWeb.Puzzles;
using ArenaWeb.Staff;
using ArenaWeb.Workshop;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Judge.Problems;
using Judge.Score;

namespace EndToEnd.Tests;

/// <summary>A page in one state.</summary>
/// <param name="Name">Unique; the name of its pictures.</param>
/// <param name="Route">As its <c>@page</c> line has it.</param>
/// <param name="Who">Who looks at it.</param>
/// <param name="Address">Where it stands in the contests.</param>
/// <param name="Status">Answered status.</param>
internal sealed record SitePage(string Name, string Route, Who Who, Func<SeedContests, string> Address, int Status = 200)
{
    /// <summary>Where tablets are at home: doors of classes, and all around an hour of puzzles.</summary>
    private static readonly string[] Tablets =
    [
        "/thi/{code}/man",
        "/thi/{code}/ket-qua",
        "/thi/{code}/giay-khen",
        "/gio-lap-trinh",
        "/theo-doi",
        "/btc/man-choi",
    ];

    public bool IsOnTablets =>
        Name is "hour"
        || Name.StartsWith("class-", StringComparison.Ordinal)
        || Array.Exists(Tablets, start => Route.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>
/// Every page of the arena, in the states that look different. Pictures, axe, layout and console are taken over this list.
/// </summary>
internal static class Pages
{
    private const string Start = "/";
    private const string Contest = "/thi/{code}";
    private const string Problem = "/thi/{code}/bai/{label}";
    private const string Level = "/thi/{code}/man/{label}";
    private const string Own = "/thi/{code}/bai-nop";
    private const string One = "/thi/{code}/bai-nop/{id:long}";
    private const string Board = "/bang/{code}";
    private const string ContestPath = "/btc/cuoc-thi/{id:long}";
    private const string News = "/thi/{code}/hoi-dap";
    private const string Thread = "/btc/cuoc-thi/{id:long}/hoi-dap/{number:long}";
    private const string SchoolConsents = "/btc/truong/{unit:long}/dong-y";
    private const string SchoolRequests = "/btc/truong/{unit:long}/yeu-cau";
    private const string SchoolPupils = "/btc/truong/{unit:long}/hoc-sinh";
    private const string List = "/ghi-danh/{id:long}/{unit:long}";
    private const string Again = "/btc/cham-lai/{id:long}";

    public static IReadOnlyList<SitePage> All { get; } =
    [
        new("start", Start, Who.Public, _ => "/"),
        new("start-signed-in", Start, Who.Pupil, _ => "/"),
        new("sign-in", "/dang-nhap", Who.Public, _ => "/dang-nhap"),
        new("sign-in-staff", "/dang-nhap/can-bo", Who.Public, _ => "/dang-nhap/can-bo"),
        new("sign-in-second-step", "/dang-nhap/can-bo/ma", Who.Public, _ => "/dang-nhap/can-bo/ma"),
        new("own-account", "/tai-khoan", Who.Juror, _ => "/tai-khoan"),
        new("own-second-factor", "/tai-khoan/hai-lop", Who.Juror, _ => "/tai-khoan/hai-lop"),
        new("sign-out", "/ket-thuc", Who.Pupil, _ => "/ket-thuc"),
        new("signed-out", "/ket-thuc", Who.Public, _ => "/ket-thuc"),
        new("class-code", ClassDoor.Path, Who.Public, _ => ClassDoor.Path),
        new("class-ended", ClassDoor.Path, Who.Public, _ => ClassDoor.Path + "?xong=true"),
        new("class-names", ClassDoor.Path, Who.AtPictures, _ => ClassDoor.Path),
        new("class-pictures", ClassDoor.Path, Who.AtPictures, contests => MateOf(ClassDoor.Path, contests.Classes.Pictures)),
        new("class-words", ClassDoor.Path, Who.AtWords, contests => MateOf(ClassDoor.Path, contests.Classes.Words)),
        new("class-contest", Contest, Who.OfClass, contests => Of(contests.Classes.Entry)),
        new("class-partner", PartnerPageModel.Path, Who.OfClass, _ => PartnerPageModel.Path),
        new("contest", Contest, Who.Pupil, contests => Of(contests.Points)),
        new("contest-untouched", Contest, Who.Quiet, contests => Of(contests.Practice)),
        new("contest-before", Contest, Who.Early, contests => Of(contests.Coming)),
        new("contest-over", Contest, Who.Late, contests => Of(contests.Past)),
        new("contest-own-time", Contest, Who.Waiting, contests => Of(contests.Own)),
        new("contest-icpc", Contest, Who.Team, contests => Of(contests.Icpc)),
        new("problem", Problem, Who.Pupil, contests => $"{Of(contests.Points)}/bai/BAI6"),
        new("problem-untouched", Problem, Who.Quiet, contests => $"{Of(contests.Practice)}/bai/BAI2"),
        new("problem-files", Problem, Who.Pupil, contests => $"{Of(contests.Points)}/bai/BAI5"),
        new("problem-icpc", Problem, Who.Team, contests => $"{Of(contests.Icpc)}/bai/H"),
        new("problem-over", Problem, Who.Late, contests => $"{Of(contests.Past)}/bai/BAI1"),
        new("level", Level, Who.Player, contests => $"{Of(contests.Hour)}/man/A7"),
        new("hour", Contest, Who.Player, contests => Of(contests.Hour)),
        new("hour-result", "/thi/{code}/ket-qua", Who.Player, contests => $"{Of(contests.Hour)}/ket-qua"),
        new("hour-certificate", "/thi/{code}/giay-khen", Who.Player, contests => $"{Of(contests.Hour)}/giay-khen"),
        new("practice", "/gio-lap-trinh", Who.Public, _ => "/gio-lap-trinh"),
        new("gallery", "/gio-lap-trinh/trien-lam", Who.Public, _ => "/gio-lap-trinh/trien-lam"),
        new("practice-level", "/gio-lap-trinh/{name}", Who.Public, _ => "/gio-lap-trinh/a02"),
        new("wall", "/theo-doi/{id:long}", Who.Organiser, contests => WallOf(contests.Hour)),
        new(
            "wall-projector",
            "/theo-doi/{id:long}/chieu",
            Who.Organiser,
            contests => PuzzlePaths.Projector(contests.Hour.Contest.Id, ClassOf(contests.Hour))
        ),
        new(
            "wall-projector-classes",
            "/theo-doi/{id:long}/chieu",
            Who.Organiser,
            contests => PuzzlePaths.Projector(contests.Hour.Contest.Id, "")
        ),
        new(
            "wall-certificates",
            "/theo-doi/{id:long}/giay-khen",
            Who.Organiser,
            contests => PuzzlePaths.Certificates(contests.Hour.Contest.Id)
        ),
        new(
            "wall-pupil",
            "/theo-doi/{id:long}/{entrant:long}",
            Who.Organiser,
            contests => PuzzlePaths.OfPupil(contests.Hour.Contest.Id, contests.Hour.Cards[^3].Entrant, "A7")
        ),
        new("staff-figures", ContestPath + "/man-choi", Who.Organiser, contests => StaffPaths.Levels(contests.Hour.Contest.Id)),
        new("staff-alike", ContestPath + "/giong-nhau", Who.Organiser, contests => StaffPaths.Alike(contests.Past.Contest.Id)),
        new(
            "staff-alike-beside",
            ContestPath + "/giong-nhau",
            Who.Juror,
            contests => StaffPaths.Alike(contests.PastHour.Contest.Id) + "?xem=1"
        ),
        new("level-maps", Level, Who.Player, contests => $"{Of(contests.Hour)}/man/A13"),
        new("level-categories", Level, Who.Player, contests => $"{Of(contests.Hour)}/man/B4"),
        new("submissions", Own, Who.Pupil, contests => $"{Of(contests.Points)}/bai-nop"),
        new("submissions-none", Own, Who.Quiet, contests => $"{Of(contests.Practice)}/bai-nop"),
        .. Enum.GetValues<Verdict>()
            .Where(verdict => verdict != Verdict.None)
            .Select(verdict => new SitePage(
                $"submission-{verdict.Code().ToLowerInvariant()}",
                One,
                Who.Pupil,
                contests => $"{Of(contests.Points)}/bai-nop/{contests.Shown[verdict].Value}"
            )),
        new("news", News, Who.Pupil, contests => $"{Of(contests.Points)}/hoi-dap?bai=BAI1"),
        new("news-none", News, Who.Early, contests => $"{Of(contests.Coming)}/hoi-dap"),
        new("news-over", News, Who.Late, contests => $"{Of(contests.Past)}/hoi-dap"),
        new("board-points", Board, Who.Public, contests => BoardOf(contests.Points)),
        new("board-own", Board, Who.Pupil, contests => BoardOf(contests.Points)),
        new("board-icpc-frozen", Board, Who.Public, contests => BoardOf(contests.Icpc)),
        new("board-over", Board, Who.Public, contests => BoardOf(contests.Past)),
        new("board-before", Board, Who.Public, contests => BoardOf(contests.Coming)),
        new("board-closed", Board, Who.Public, contests => BoardOf(contests.Own)),
        new("board-projector", Board, Who.Public, contests => BoardOf(contests.Points) + "?chieu=1"),
        new("staff-contests", "/btc", Who.Organiser, _ => "/btc"),
        new("staff-levels", "/btc/man-choi", Who.Organiser, _ => "/btc/man-choi"),
        new("staff-level", "/btc/man-choi/{id:long}", Who.Organiser, _ => WorkshopPaths.Of(Seeder.Level)),
        new("staff-level-play", "/btc/man-choi/{id:long}/choi", Who.Organiser, _ => WorkshopPaths.Play(Seeder.Level)),
        new("staff-create", "/btc/cuoc-thi/tao", Who.Organiser, _ => "/btc/cuoc-thi/tao"),
        new("staff-create-template", "/btc/cuoc-thi/tao", Who.Organiser, _ => "/btc/cuoc-thi/tao?mau=Icpc"),
        new("staff-times", ContestPath + "/thoi-gian", Who.Organiser, contests => ContestPathOf(contests.Points) + "/thoi-gian"),
        new("staff-times-over", ContestPath + "/thoi-gian", Who.Organiser, contests => ContestPathOf(contests.Past) + "/thoi-gian"),
        new("staff-contest", ContestPath, Who.Organiser, contests => ContestPathOf(contests.Points)),
        new("staff-contest-before", ContestPath, Who.Organiser, contests => ContestPathOf(contests.Coming)),
        new("staff-contest-over", ContestPath, Who.Organiser, contests => ContestPathOf(contests.Past)),
        new("staff-pupils", ContestPath + "/thi-sinh", Who.Organiser, contests => ContestPathOf(contests.Points) + "/thi-sinh"),
        new("staff-submissions", ContestPath + "/bai-nop", Who.Organiser, contests => ContestPathOf(contests.Points) + "/bai-nop"),
        new("staff-submissions-none", ContestPath + "/bai-nop", Who.Organiser, contests => ContestPathOf(contests.Coming) + "/bai-nop"),
        new(
            "staff-submission",
            "/btc/bai-nop/{id:long}",
            Who.Organiser,
            contests => $"/btc/bai-nop/{contests.Shown[Verdict.TimeLimit].Value}"
        ),
        new("staff-questions", ContestPath + "/hoi-dap", Who.Organiser, contests => ContestPathOf(contests.Points) + "/hoi-dap"),
        new("staff-questions-none", ContestPath + "/hoi-dap", Who.Juror, contests => ContestPathOf(contests.Coming) + "/hoi-dap"),
        new("staff-question", Thread, Who.Juror, contests => ThreadOf(contests, contests.Talk.Open)),
        new("staff-question-corrected", Thread, Who.Organiser, contests => ThreadOf(contests, contests.Talk.Corrected)),
        new("staff-announcement", Thread, Who.Organiser, contests => ThreadOf(contests, contests.Talk.Announced)),
        new("staff-canned", ContestPath + "/cau-mau", Who.Organiser, contests => ContestPathOf(contests.Points) + "/cau-mau"),
        new("staff-rejudgings", ContestPath + "/cham-lai", Who.Organiser, contests => ContestPathOf(contests.Past) + "/cham-lai"),
        new(
            "staff-rejudgings-none",
            ContestPath + "/cham-lai",
            Who.Organiser,
            contests => ContestPathOf(contests.Points) + "/cham-lai?kq=WA"
        ),
        new("staff-rejudgings-nothing", ContestPath + "/cham-lai", Who.Organiser, contests => ContestPathOf(contests.Coming) + "/cham-lai"),
        new("staff-rejudging", Again, Who.Organiser, contests => AgainOf(contests.Again.Ready)),
        new("staff-rejudging-same", Again, Who.Organiser, contests => AgainOf(contests.Again.Same)),
        new("staff-rejudging-applied", Again, Who.Organiser, contests => AgainOf(contests.Again.Applied)),
        new("staff-rejudging-icpc", Again, Who.Organiser, contests => AgainOf(contests.Again.Icpc)),
        new("staff-submission-again", "/btc/bai-nop/{id:long}", Who.Organiser, contests => $"/btc/bai-nop/{contests.Again.Changed.Value}"),
        new("staff-library", "/btc/kho-bai", Who.Organiser, _ => "/btc/kho-bai"),
        new("staff-package", "/btc/kho-bai/{name}", Who.Organiser, _ => "/btc/kho-bai/hoitrai"),
        new("staff-import", "/btc/nhap-bai", Who.Organiser, _ => "/btc/nhap-bai"),
        new("staff-schools", "/btc/truong", Who.Organiser, _ => "/btc/truong"),
        new("staff-schools-then", "/btc/truong", Who.Organiser, _ => "/btc/truong?ngay=05/11/2017"),
        new("staff-unit", "/btc/truong/{id:long}", Who.Organiser, _ => "/btc/truong/1"),
        new("staff-school", "/btc/truong/{id:long}", Who.Organiser, contests => $"/btc/truong/{contests.Schools.Known.Value}"),
        new("staff-school-pupils", SchoolPupils, Who.Organiser, contests => StaffPaths.SchoolPupils(contests.Schools.Known)),
        new("staff-school-pupils-none", SchoolPupils, Who.Organiser, contests => StaffPaths.SchoolPupils(contests.Schools.New)),
        new("staff-school-consents", SchoolConsents, Who.Organiser, contests => StaffPaths.SchoolConsents(contests.Schools.Known)),
        new("staff-school-consents-none", SchoolConsents, Who.Organiser, contests => StaffPaths.SchoolConsents(contests.Schools.New)),
        new("staff-school-requests", SchoolRequests, Who.Organiser, contests => StaffPaths.SchoolRequests(contests.Schools.Known)),
        new("staff-school-requests-none", SchoolRequests, Who.Organiser, contests => StaffPaths.SchoolRequests(contests.Schools.New)),
        new(
            "staff-school-data",
            "/btc/truong/{unit:long}/du-lieu",
            Who.Organiser,
            contests => StaffPaths.SchoolData(contests.Schools.Known)
        ),
        new(
            "staff-school-reads",
            "/btc/truong/{unit:long}/luot-xem",
            Who.Organiser,
            contests => StaffPaths.SchoolReads(contests.Schools.Known)
        ),
        new("staff-requests", StaffPaths.Requests, Who.Organiser, _ => StaffPaths.Requests),
        new("staff-unit-add", "/btc/truong/them", Who.Organiser, _ => "/btc/truong/them"),
        new("staff-unit-import", "/btc/truong/nhap", Who.Organiser, _ => "/btc/truong/nhap"),
        new("staff-edition", ContestPath + "/ky-thi", Who.Organiser, contests => $"{ContestPathOf(contests.Points)}/ky-thi"),
        new("staff-entries", ContestPath + "/ghi-danh", Who.Organiser, contests => $"{ContestPathOf(contests.Coming)}/ghi-danh"),
        new("staff-entries-none", ContestPath + "/ghi-danh", Who.Organiser, contests => $"{ContestPathOf(contests.Points)}/ghi-danh"),
        new("staff-exam", ContestPath + "/phong-thi", Who.Organiser, contests => $"{ContestPathOf(contests.Coming)}/phong-thi"),
        new("staff-exam-none", ContestPath + "/phong-thi", Who.Organiser, contests => $"{ContestPathOf(contests.Points)}/phong-thi"),
        new("entry-approved", List, Who.Organiser, contests => ListOf(contests, contests.Entries.Approved)),
        new("entry-preparing", List, Who.School, contests => ListOf(contests, contests.Entries.Preparing)),
        new("entry-home", "/ghi-danh", Who.School, _ => "/ghi-danh"),
        new(
            "room",
            "/phong-thi/{id:long}/{room:long}",
            Who.School,
            contests => FormattableString.Invariant($"/phong-thi/{contests.Coming.Contest.Id.Value}/{contests.Entries.Room}")
        ),
        new(
            "cards",
            "/the-du-thi/{id:long}",
            Who.School,
            contests => FormattableString.Invariant($"/the-du-thi/{contests.Coming.Contest.Id.Value}?truong={contests.Entries.Approved}")
        ),
        new("staff-classes", "/lop-hoc/{id:long}", Who.Organiser, contests => StaffPaths.Classes(contests.Classes.Entry.Contest.Id)),
        new("staff-classes-off", "/lop-hoc/{id:long}", Who.Organiser, contests => StaffPaths.Classes(contests.Points.Contest.Id)),
        new(
            "staff-class",
            "/lop-hoc/{id:long}/{pupil:long}",
            Who.Organiser,
            contests => EntryPaths.Class(contests.Classes.Entry.Contest.Id, contests.Classes.Pictures.Cards[0].Entrant.Value)
        ),
        new("staff-judges", "/btc/may-cham", Who.Organiser, _ => "/btc/may-cham"),
        new("staff-audit", "/btc/nhat-ky", Who.Organiser, _ => "/btc/nhat-ky"),
        new("staff-accounts", "/btc/tai-khoan", Who.Organiser, _ => "/btc/tai-khoan"),
        new("juror", "/giam-khao", Who.Juror, _ => "/giam-khao"),
        new("style-guide", "/kieu-dang", Who.Organiser, _ => "/kieu-dang"),
        new("not-found", "/loi/{code:int}", Who.Public, _ => "/khong-co-trang-nay", 404),
        new("not-allowed", "/loi/{code:int}", Who.Pupil, _ => "/btc", 403),
    ];

    /// <summary>Names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(page => page.Name)];

    public static SitePage Named(string name) => All.Single(page => page.Name == name);

    private static string Of(Entry entry) => $"/thi/{entry.Contest.Code}";

    /// <summary>With the pupil who is stuck.</summary>
    private static string WallOf(Entry hour) => $"{StaffPaths.Wall(hour.Contest.Id)}?lop={Uri.EscapeDataString(ClassOf(hour))}";

    private static string ClassOf(Entry hour) => $"{hour.Cards[^3].School}|{hour.Cards[^3].Class}";

    /// <summary>The second pupil of a class.</summary>
    private static string MateOf(string door, SeedClass one) =>
        FormattableString.Invariant($"{door}?{ClassDoorPage.MateKey}={one.Cards[1].Entrant.Value}");

    private static string BoardOf(Entry entry) => $"/bang/{entry.Contest.Code}";

    private static string AgainOf(RejudgingId rejudging) => FormattableString.Invariant($"/btc/cham-lai/{rejudging.Value}");

    private static string ThreadOf(SeedContests contests, long number) =>
        FormattableString.Invariant($"{ContestPathOf(contests.Points)}/hoi-dap/{number}");

    private static string ListOf(SeedContests contests, long school) =>
        FormattableString.Invariant($"/ghi-danh/{contests.Coming.Contest.Id.Value}/{school}");

    private static string ContestPathOf(Entry entry) => FormattableString.Invariant($"/btc/cuoc-thi/{entry.Contest.Id.Value}");
}
