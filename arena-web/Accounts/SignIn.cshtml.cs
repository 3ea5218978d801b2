using ArenaWeb.Layout;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts;

/// <summary>The pupils' door: contest code, candidate number and PIN, as on the card.</summary>
[AllowAnonymous]
internal sealed class SignInModel(IContests contests, People people, Arrivals arrivals, Devices devices, Phrases words) : PageModel
{
    public const string Path = "/dang-nhap";

    /// <summary>Name of the parameter that says where to go next; only an address of this site counts.</summary>
    public const string ReturnKey = "tiep";

    private const string ContestPath = "/thi/";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Sbd { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>A supervisor's code, asked for only where one helps.</summary>
    [BindProperty]
    public string? Supervisor { get; set; }

    /// <summary>A supervisor's code would let the pupil in.</summary>
    public bool AsksSupervisor { get; private set; }

    [BindProperty(Name = ReturnKey, SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public string? Trouble { get; private set; }

    public string? Advice { get; private set; }

    /// <summary>What a card looks like, for whoever holds one for the first time.</summary>
    public SignInCard SampleCard =>
        new(
            words["accounts.sample.heading"],
            words["accounts.sample.person"],
            words["accounts.sample.school"],
            Request.Host.Value ?? "",
            [new(words["accounts.code"], "TIN-2026"), new(words["accounts.sbd"], "HS001"), new(words["accounts.pin"], "123456")]
        );

    /// <param name="ma">Contest code to fill in, from a link.</param>
    /// <param name="sbd">Candidate number to fill in, from the code on a card.</param>
    public async Task<IActionResult> OnGetAsync(string? ma, string? sbd, CancellationToken ct)
    {
        if (Visitor.Of(User) is PupilVisitor pupil && await contests.FindAsync(pupil.Contest, ct) is { IsPublished: true } contest)
        {
            return LocalRedirect(ContestPath + contest.Code);
        }
        (Code, Sbd) = (ma ?? CodeIn(Return), sbd);
        devices.Mark(HttpContext);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var code = TypedText.Fold(Code);
        var contest = code.Length == 0 ? null : await contests.FindPublishedAsync(code, ct);
        if (contest is null)
        {
            return Refuse("code");
        }
        var device = devices.Of(HttpContext);
        var answer = await people.SignInAsync(contest.Id, Sbd ?? "", Pin ?? "", device, Supervisor, ct);
        if (answer.Pause is { } pause)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Trouble = words["accounts.paused.title"];
            Advice = words["accounts.paused.text", WaitingText.InWords(words, pause)];
            AsksSupervisor = true;
            return Clean();
        }
        if (answer.Person is null)
        {
            return Refuse("pin");
        }
        var arrival = await arrivals.SeatAsync(HttpContext, contest, answer, "", ct);
        if (arrival != Arrival.Seated)
        {
            AsksSupervisor = arrival == Arrival.SitsElsewhere;
            return Refuse(AsksSupervisor ? "device" : "pin");
        }
        var home = ContestPath + contest.Code;
        return LocalRedirect(CodeIn(Return) == contest.Code && Url.IsLocalUrl(Return) ? Return! : home);
    }

    private PageResult Refuse(string reason)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Trouble = words[$"accounts.wrong.{reason}.title"];
        Advice = words[$"accounts.wrong.{reason}.text"];
        return Clean();
    }

    /// <summary>The form again, with all that was typed but the PIN.</summary>
    private PageResult Clean()
    {
        ModelState.Clear();
        (Pin, Supervisor) = (null, null);
        return Page();
    }

    /// <summary>The contest code in an address such as <c>/thi/TIN-2026/bai/A</c>; null: there is none.</summary>
    private static string? CodeIn(string? address) =>
        address?.StartsWith(ContestPath, StringComparison.Ordinal) == true
            ? TypedText.Fold(address[ContestPath.Length..].Split('/', '?')[0])
            : null;
}
