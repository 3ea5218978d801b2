using ArenaWeb.Access;
using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Contests;

/// <summary>A page with the fields of a contest: what was typed stays while problems are looked for and put in order.</summary>
internal abstract class ContestFormPage(ProblemLibrary library, Judge.Problems.Languages languages, Phrases words, TimeProvider time)
    : PageModel
{
    /// <summary>Problems of the library that are shown at once.</summary>
    public const int PageSize = 20;

    /// <summary>What the Enter key presses in a form without script.</summary>
    public const string EnterKey = "enter";

    [BindProperty]
    public ContestForm Form { get; set; } = new();

    /// <summary>What the page shows of the library.</summary>
    public LibraryPage Found { get; private set; } = new([], 1, 1, 0);

    public Judge.Problems.Languages Languages => languages;

    /// <summary>Address of the page, which keeps the handler of a button out of the next one.</summary>
    public abstract string Path { get; }

    /// <summary>Packages of the contest as it is; whoever may not see the library keeps to them.</summary>
    protected virtual IEnumerable<string> Kept => [];

    private bool SeesLibrary => HttpContext.House().May("library");

    /// <summary>What the end in the form does not say; null: it is the end.</summary>
    public virtual string? EndHint => null;

    protected Phrases Words => words;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A chosen or found package as it is shown.</summary>
    public ProblemChoice ChoiceOf(string name) => ProblemChoice.Of(name, library.Look(name)?.Problem, words);

    /// <summary>The Enter key in the search: the words in it are not those that the page shows problems of.</summary>
    protected bool IsSearch(string? act) => act == EnterKey && (Form.Find ?? "") != (Form.Found ?? "");

    /// <summary>The page again, or its part with the problems where a script asks for no more.</summary>
    protected IActionResult ShowProblems(string? act)
    {
        ProblemPicks.Do(Form, act);
        ShowLibrary();
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_ProblemPicks", this) : Page();
    }

    /// <summary>Puts the chosen problems on top and a page of the library below.</summary>
    protected void ShowLibrary()
    {
        Settle();
        var page = (Form.Find ?? "") == (Form.Found ?? "") ? NumberInput.Whole(Form.Page) ?? 1 : 1;
        Form.Found = Form.Find;
        var chosen = Form.Problems.Select(line => line.Name!).ToHashSet();
        Found = SeesLibrary ? LibraryPage.Of(library, Form.Find, page, PageSize, chosen) : Found;
        ProblemPicks.Offer(Form, Found.Names);
    }

    /// <summary>The contest that the form says, and its faults; chosen problems without a label or points have got theirs.</summary>
    /// <param name="before">The contest as it is; null: it is new.</param>
    protected (Contest? Contest, IReadOnlyList<FormFault> Faults) Read(Contest? before)
    {
        Settle();
        var (contest, faults) = ContestFormRule.Read(Form, before?.Id ?? default);
        var doubts = ContestFormRule.Doubts(Form, before, Now).Where(doubt => faults.All(fault => fault.Field != doubt.Field)).ToList();
        return doubts.Count == 0 ? (contest, faults) : (null, [.. faults, .. doubts]);
    }

    /// <summary>The page again with what is wrong.</summary>
    protected PageResult Refuse(IEnumerable<FormFault> faults)
    {
        ContestFields.Show(faults, ModelState, words);
        ShowLibrary();
        return Page();
    }

    private void Settle()
    {
        Form.Problems.RemoveAll(line => !SeesLibrary && !Kept.Contains(line.Name));
        ProblemPicks.Settle(Form, name => ChoiceOf(name).Points);
    }
}
