using ArenaWeb.Schools.Tree;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Staff;

/// <summary>Addresses of the organiser's pages.</summary>
internal static class StaffPaths
{
    public const string Home = "/btc";
    public const string Create = "/btc/cuoc-thi/tao";
    public const string Judges = "/btc/may-cham";
    public const string Audit = "/btc/nhat-ky";
    public const string Accounts = "/btc/tai-khoan";
    public const string Schools = "/btc/truong";
    public const string Requests = "/btc/yeu-cau";
    public const string Workshop = "/btc/man-choi";
    public const string Juror = "/giam-khao";

    /// <summary>Of whoever works for a school or in a room.</summary>
    public const string School = "/ghi-danh";

    /// <summary>Pages beside the contests: address, object of the matrix, key of the link's words.</summary>
    public static IReadOnlyList<(string Path, string Object, string Text)> OfHouse { get; } =
    [
        (LibraryPaths.Home, "library", "library.title"),
        (Workshop, "levels", "workshop.title"),
        (Schools, "schools", "schools.title"),
        (Requests, "requests", "privacy.requests"),
        (Judges, "judges", "admin.judges"),
        (Audit, "audit", "admin.audit"),
        (Accounts, "accounts", "staff.title"),
    ];

    public static string Contest(ContestId contest) => FormattableString.Invariant($"/btc/cuoc-thi/{contest.Value}");

    public static string Times(ContestId contest) => $"{Contest(contest)}/thoi-gian";

    public static string Pupils(ContestId contest) => $"{Contest(contest)}/thi-sinh";

    /// <summary>Classes that sign in by a code; not the organiser's alone.</summary>
    public static string Classes(ContestId contest) => FormattableString.Invariant($"/lop-hoc/{contest.Value}");

    public static string Unit(UnitId unit) => FormattableString.Invariant($"{Schools}/{unit.Value}");

    public static string SchoolPupils(UnitId school) => $"{Unit(school)}/hoc-sinh";

    public static string SchoolConsents(UnitId school) => $"{Unit(school)}/dong-y";

    public static string SchoolRequests(UnitId school) => $"{Unit(school)}/yeu-cau";

    public static string SchoolData(UnitId school) => $"{Unit(school)}/du-lieu";

    public static string SchoolReads(UnitId school) => $"{Unit(school)}/luot-xem";

    /// <summary>Pages of one school: address, object of the matrix, key of the link's words.</summary>
    public static IReadOnlyList<(string Path, string Object, string Text)> OfSchool(UnitId school) =>
        [
            (SchoolPupils(school), "pupils", "roster.pupils"),
            (SchoolConsents(school), "consents", "privacy.consents"),
            (SchoolRequests(school), "requests", "privacy.requests"),
            (SchoolData(school), "data", "privacy.data"),
            (SchoolReads(school), "reads", "privacy.reads"),
        ];

    public static string Talk(ContestId contest) => $"{Contest(contest)}/hoi-dap";

    public static string Thread(ContestId contest, long clarification) => FormattableString.Invariant($"{Talk(contest)}/{clarification}");

    public static string Canned(ContestId contest) => $"{Contest(contest)}/cau-mau";

    public static string Edition(ContestId contest) => $"{Contest(contest)}/ky-thi";

    public static string Entries(ContestId contest) => $"{Contest(contest)}/ghi-danh";

    public static string Exam(ContestId contest) => $"{Contest(contest)}/phong-thi";

    /// <summary>How the levels of an hour of puzzles did.</summary>
    public static string Levels(ContestId contest) => $"{Contest(contest)}/man-choi";

    /// <summary>Programs of puzzles that are alike.</summary>
    public static string Alike(ContestId id) => $"{Contest(id)}/giong-nhau";

    /// <summary>A class at its levels.</summary>
    public static string Wall(ContestId contest) => FormattableString.Invariant($"/theo-doi/{contest.Value}");

    public static string Submissions(ContestId contest) => $"{Contest(contest)}/bai-nop";

    public static string Rejudgings(ContestId contest) => $"{Contest(contest)}/cham-lai";

    public static string Rejudging(RejudgingId rejudging) => FormattableString.Invariant($"/btc/cham-lai/{rejudging.Value}");

    public static string Submission(SubmissionId submission) => FormattableString.Invariant($"/btc/bai-nop/{submission.Value}");
}
