using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts.Classes;

/// <summary>What both pages share on which a pupil finds the own name in the class and shows the own secret.</summary>
internal abstract class ClassDoorPage(ClassDoor door, ClassSecrets secrets, Devices devices, Phrases words) : PageModel
{
    /// <summary>Name of the parameter with the number of the entrant.</summary>
    public const string MateKey = "em";

    /// <summary>Whose name was pressed; null: nobody's yet.</summary>
    [BindProperty(Name = MateKey, SupportsGet = true)]
    public long? Chosen { get; set; }

    /// <summary>The first picture.</summary>
    [BindProperty]
    public string? First { get; set; }

    /// <summary>The second picture.</summary>
    [BindProperty]
    public string? Second { get; set; }

    /// <summary>Both words.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>A supervisor's code, asked for only where one helps.</summary>
    [BindProperty]
    public string? Supervisor { get; set; }

    public bool AsksSupervisor { get; protected set; }

    /// <summary>Null: the browser stands at no open door.</summary>
    public SchoolClass? Class { get; protected set; }

    public IReadOnlyList<ClassMate> Mates { get; private set; } = [];

    /// <summary>Null: no name was pressed yet.</summary>
    public ClassMate? Mate { get; private set; }

    /// <summary>How that pupil shows who he or she is.</summary>
    public ClassWay Way { get; private set; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public string? Trouble { get; private set; }

    public string? Advice { get; private set; }

    /// <param name="but">Who is not shown; null: everybody is.</param>
    protected async Task LookAsync(SchoolClass one, Judge.Contests.EntrantId? but, CancellationToken ct)
    {
        Class = one;
        Mates = [.. (await door.MatesAsync(one, ct)).Where(mate => mate.Person.Entrant != but)];
        Mate = Mates.FirstOrDefault(mate => mate.Person.Entrant.Value == Chosen);
        Way = Mate is null ? ClassWay.None : await secrets.WayOfAsync(Mate.Person.Entrant, ct);
    }

    /// <summary>Null: the page says why not.</summary>
    protected async Task<SignIn<Person>?> TryAsync(CancellationToken ct)
    {
        if (Mate is null || Shown() is not { } shown)
        {
            Refuse($"half.{Way}");
            return null;
        }
        var answer = await door.EnterAsync(Mate.Person, shown, devices.Of(HttpContext), Supervisor, ct);
        if (answer.Pause is { } pause)
        {
            Wait("class.paused", pause);
            AsksSupervisor = true;
            return null;
        }
        if (answer.Person is null)
        {
            Refuse($"secret.{Way}");
            return null;
        }
        return answer;
    }

    protected void Refuse(string reason)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        (Trouble, Advice) = (words[$"class.wrong.{reason}.title"], words[$"class.wrong.{reason}.text"]);
    }

    protected void Wait(string key, TimeSpan pause)
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        (Trouble, Advice) = (words[$"{key}.title"], words[$"{key}.text", WaitingText.InWords(words, pause)]);
    }

    /// <summary>The page again without what was shown or typed.</summary>
    protected PageResult Clean()
    {
        ModelState.Clear();
        (First, Second, Typed, Supervisor) = (null, null, null, null);
        return Page();
    }

    /// <summary>Null: something is missing, which costs no try.</summary>
    private ClassSecret? Shown() =>
        Way switch
        {
            ClassWay.Pictures when ClassSecret.Pictures.Contains(First) && ClassSecret.Pictures.Contains(Second) => new(
                Way,
                [First!, Second!]
            ),
            ClassWay.Words when Typed is { Length: <= ClassDoor.LongestTyped } && Folding.Plain(Typed).Length > 0 => new(Way, [Typed]),
            _ => null,
        };
}
