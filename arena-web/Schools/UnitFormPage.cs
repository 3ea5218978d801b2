using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ArenaWeb.Schools;

/// <summary>A page on which a unit is typed.</summary>
internal abstract class UnitFormPage(OrgDesk desk, Phrases words, TimeProvider time) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public OrgTree Tree { get; protected set; } = OrgTree.Empty;

    public DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    protected Phrases Words => words;

    /// <summary>Units that may be a parent of this kind, those that are there today first.</summary>
    public IEnumerable<SelectListItem> Parents(UnitKind kind)
    {
        var units = Tree.Units.Where(unit => OrgRule.MayBelong(kind, unit.Kind)).Order(UnitOrder.At(Today));
        return units
            .OrderBy(unit => unit.Valid.Contains(Today) ? 0 : 1)
            .Select(unit => new SelectListItem(
                Tree.AsOf(Today).Label(unit, Today).Text(words),
                FormattableString.Invariant($"{unit.Id.Value}")
            ))
            .Prepend(new(words["schools.parent.none"], ""));
    }

    /// <summary>The day of a field; a wrong one is told at the field.</summary>
    /// <param name="otherwise">What an empty field means; null: it may not be empty.</param>
    protected DateOnly Day(string field, string? text, DateOnly? otherwise = null)
    {
        var typed = TypedDay.Read(text);
        if (typed.Flaw == MomentFlaw.Missing && otherwise is { } usual)
        {
            return usual;
        }
        if (typed.Day is null)
        {
            ModelState.AddModelError($"{nameof(Form)}.{field}", words["schools.flaw.Day"]);
        }

        return typed.Day ?? DateOnly.MinValue;
    }

    /// <returns>The unit as it is now; null: something is wrong, which the page says.</returns>
    protected async Task<OrgUnit?> DoAsync(Func<OrgTree, OrgChange> act, string name, string detail, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return null;
        }

        var change = await desk.DoAsync(act, Visitor.Staff(User).Login, name, detail, ct);
        foreach (var flaw in change.Flaws)
        {
            ModelState.AddModelError("", words[$"schools.flaw.{flaw}"]);
        }

        return change.Flaws.Count == 0 ? change.Units[0] : null;
    }
}
