using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Privacy;

/// <summary>A page about the data of one school's pupils. Who may open it stands in the table of endpoints.</summary>
internal abstract class SchoolPage(OrgUnits units, Audit audit, Phrases words) : PageModel
{
    private const int MostNote = 300;

    public OrgUnit School { get; private set; } = null!;

    /// <summary>What was refused; a key of the words; empty: nothing.</summary>
    public string Flaw { get; protected set; } = "";

    protected Phrases Words => words;

    protected string Actor => Visitor.Staff(User).Login;

    /// <returns>False: there is no such school.</returns>
    protected async Task<bool> FindAsync(long unit, CancellationToken ct)
    {
        if ((await units.TreeAsync(ct)).Find(new(unit)) is not { Kind: UnitKind.School } school)
        {
            return false;
        }
        School = school;
        return true;
    }

    /// <summary>Writes down what was done, says so on the next page, and goes there.</summary>
    /// <param name="detail">Without names.</param>
    protected async Task<RedirectResult> DoneAsync(string act, string detail, string toast, string path)
    {
        await audit.WriteAsync(Actor, act, null, FormattableString.Invariant($"{School.Id.Value}; {detail}"));
        TempData["toast"] = toast;
        return Redirect(path);
    }

    /// <summary>Typed words, squeezed and not longer than anybody needs.</summary>
    protected static string Note(string? typed)
    {
        var note = Folding.Squeeze(typed ?? "");
        return note.Length <= MostNote ? note : note[..MostNote];
    }
}
