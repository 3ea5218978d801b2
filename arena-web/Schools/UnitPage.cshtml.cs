using ArenaWeb.Accounts;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Schools;

/// <summary>One unit: where it belongs, what it was, who belongs to it, and what can be done to it on a day.</summary>
[Authorize(Policies.Organiser)]
internal sealed class UnitPageModel(OrgUnits units, OrgDesk desk, Phrases words, TimeProvider time) : UnitFormPage(desk, words, time)
{
    public OrgUnit Unit { get; private set; } = null!;

    /// <summary>The day that is looked at.</summary>
    public OrgTreeAt At { get; private set; } = null!;

    /// <summary>Which form was sent and refused; empty: none.</summary>
    public string Open { get; private set; } = "";

    public UnitTable Children => UnitTable.Of(At, At.Children(Unit.Id), Today, Words, withPlace: false);

    public IReadOnlyList<UnitEvent> History => UnitEvent.Of(Tree, Unit);

    public async Task<IActionResult> OnGetAsync(long id, string? ngay, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        At = Tree.AsOf(TypedDay.Read(ngay).Day ?? Today);
        Form = UnitForm.Of(Unit, Tree.Version);
        return Page();
    }

    public Task<IActionResult> OnPostCorrectAsync(long id, CancellationToken ct)
    {
        var valid = new Days(Day(nameof(Form.First), Form.First, DateOnly.MinValue), Day(nameof(Form.Last), Form.Last, DateOnly.MaxValue));
        return ActAsync(
            id,
            "correct",
            "org.corrected",
            "",
            (tree, unit) =>
                tree.Version != Form.Seen
                    ? OrgChange.Refused(UnitFlaw.Stale)
                    : OrgActs.Correct(
                        tree,
                        unit with
                        {
                            Valid = valid,
                            Levels = unit.Kind == UnitKind.School ? Form.LevelsSum : SchoolLevels.None,
                            Names = OrgActs.Put(unit.Names, unit.Names[^1].From, Form.NameOf(unit.Kind)),
                            Aliases = Form.AliasList,
                        }
                    ),
            ct
        );
    }

    public Task<IActionResult> OnPostRenameAsync(long id, CancellationToken ct)
    {
        var from = Day(nameof(Form.From), Form.From);
        return ActAsync(
            id,
            "rename",
            "org.renamed",
            TypedDay.ForInput(from),
            (tree, unit) => OrgActs.Rename(tree, unit, Form.NameOf(unit.Kind), from),
            ct
        );
    }

    public Task<IActionResult> OnPostMoveAsync(long id, CancellationToken ct)
    {
        var from = Day(nameof(Form.From), Form.From);
        return ActAsync(
            id,
            "move",
            "org.moved",
            FormattableString.Invariant($"{TypedDay.ForInput(from)}, {Form.Parent}"),
            (tree, unit) => Form.ParentId is { } parent ? OrgActs.Move(tree, unit, parent, from) : OrgChange.Refused(UnitFlaw.ParentKind),
            ct
        );
    }

    public Task<IActionResult> OnPostEndAsync(long id, CancellationToken ct)
    {
        var last = Day(nameof(Form.Last), Form.Last);
        return ActAsync(
            id,
            "end",
            "org.ended",
            string.Join(", ", Form.SuccessorList.Prepend(TypedDay.ForInput(last))),
            (tree, unit) => OrgActs.End(tree, unit, last, Form.SuccessorList, Form.Found),
            ct
        );
    }

    /// <param name="what">name, parent or end.</param>
    /// <param name="day">From which it holds.</param>
    public Task<IActionResult> OnPostTakeBackAsync(long id, string? what, string? day, CancellationToken ct) =>
        ActAsync(
            id,
            "",
            "org.takenBack",
            $"{what} {day}",
            (tree, unit) =>
                (what, TypedDay.Read(day).Day ?? DateOnly.MinValue) switch
                {
                    ("name", var from) => OrgActs.ForgetName(tree, unit, from),
                    ("parent", var from) => OrgActs.ForgetParent(tree, unit, from),
                    ("end", _) => OrgActs.Revive(tree, unit),
                    _ => OrgChange.Refused(UnitFlaw.Unknown),
                },
            ct
        );

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        Tree = await units.TreeAsync(ct);
        if (Tree.Find(new(id)) is not { } unit)
        {
            return false;
        }

        (Unit, At) = (unit, Tree.AsOf(Today));
        return true;
    }

    private async Task<IActionResult> ActAsync(
        long id,
        string form,
        string name,
        string detail,
        Func<OrgTree, OrgUnit, OrgChange> act,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        // Nothing is deleted: what was found once is found again.
        if (await DoAsync(tree => act(tree, tree.Find(new(id))!), name, detail, ct) is null)
        {
            Open = form;
            return Page();
        }

        TempData["toast"] = Words["schools.saved"];
        return Redirect(SchoolPaths.Unit(new(id)));
    }
}
