using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Schools;

/// <summary>A new unit.</summary>
[Authorize(Policies.Organiser)]
internal sealed class AddUnitModel(OrgUnits units, OrgDesk desk, Phrases words, TimeProvider time) : UnitFormPage(desk, words, time)
{
    /// <param name="trong">Number of the parent from which the person came.</param>
    public async Task OnGetAsync(long? trong, CancellationToken ct)
    {
        Tree = await units.TreeAsync(ct);
        if (trong is { } number && Tree.Find(new(number)) is { } parent)
        {
            Form.Parent = FormattableString.Invariant($"{number}");
            Form.Kind = (parent.Kind == UnitKind.Cluster ? UnitKind.Ward : UnitKind.School).ToString();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kind = Form.KindNamed;
        var valid = new Days(Day(nameof(Form.First), Form.First, DateOnly.MinValue), Day(nameof(Form.Last), Form.Last, DateOnly.MaxValue));
        var unit = new OrgUnit
        {
            Id = default,
            Kind = kind,
            Valid = valid,
            Levels = kind == UnitKind.School ? Form.LevelsSum : SchoolLevels.None,
            Names = [new(valid.First, Form.NameOf(kind))],
            Aliases = Form.AliasList,
        };
        if (await DoAsync(tree => OrgActs.Add(tree, Placed(tree, unit)), "org.added", kind.ToString(), ct) is { } added)
        {
            TempData["toast"] = Words["schools.added"];
            return Redirect(SchoolPaths.Unit(added.Id));
        }

        Tree = await units.TreeAsync(ct);
        return Page();
    }

    /// <summary>Under its parent since both are there.</summary>
    private OrgUnit Placed(OrgTree tree, OrgUnit unit) =>
        Form.ParentId is { } id && tree.Find(id) is { } parent
            ? unit with
            {
                Parents = [new(parent.Valid.First > unit.Valid.First ? parent.Valid.First : unit.Valid.First, id)],
            }
            : unit;
}
