using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools.Import;

internal enum UnitOutcome
{
    Same,
    Added,
    Changed,
}

/// <summary>What storing a list would do.</summary>
/// <param name="Lines">What comes of each unit that the list names, by the first line that names it.</param>
/// <param name="Missing">Units of the list's kinds and parents that it does not name; they stay as they are.</param>
/// <param name="Units">To be stored.</param>
internal sealed record UnitPlan(
    IReadOnlyList<(int Line, OrgUnit Unit, UnitOutcome Outcome)> Lines,
    IReadOnlyList<OrgUnit> Missing,
    IReadOnlyList<OrgUnit> Units,
    IReadOnlyList<ListIssue> Issues
)
{
    public bool IsSound => Lines.Count > 0 && Issues.Count == 0;

    public int Count(UnitOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}

/// <summary>
/// Holds a list against the tree. Pure. Parents and successors stand on lines above, or are in the tree. What is there stays: a list
/// adds units, days, parents and aliases, and takes nothing away. Twice the same list changes nothing the second time.
/// </summary>
internal sealed class UnitImport
{
    private readonly OrgTree _tree;
    private readonly Dictionary<UnitId, (int Line, OrgUnit Unit)> _named = [];
    private readonly Dictionary<string, List<UnitId>> _newNames = [];
    private readonly List<ListIssue> _issues = [];
    private readonly UnitList _list;
    private long _next;

    private UnitImport(OrgTree tree, UnitList list) => (_tree, _list, _next) = (tree, list, tree.NextId.Value);

    /// <summary>A list that would change something the second time contradicts itself, and is refused.</summary>
    /// <param name="today">Tells which units the list could have named.</param>
    public static UnitPlan Plan(OrgTree tree, UnitList list, DateOnly today)
    {
        var plan = Once(tree, list, today);
        if (!plan.IsSound)
        {
            return plan;
        }

        var again = Once(tree.With(plan.Units), list, today);
        var lines = again.Issues.Select(issue => (issue.Line, issue.Detail));
        var changed = again.Lines.Where(line => line.Outcome != UnitOutcome.Same).Select(line => (line.Line, line.Unit.Name.Name));
        return plan with
        {
            Issues = [.. lines.Concat(changed).Select(line => new ListIssue(line.Item1, 0, "schools.list.Contradicts", line.Item2))],
        };
    }

    private static UnitPlan Once(OrgTree tree, UnitList list, DateOnly today)
    {
        var import = new UnitImport(tree, list);
        import._issues.AddRange(list.Issues);
        foreach (var line in list.Lines)
        {
            import.Take(line);
        }

        return import.Finish(today);
    }

    private UnitPlan Finish(DateOnly today)
    {
        var lines = _named.Values.Select(named => (named.Line, named.Unit, OutcomeOf(named.Unit))).OrderBy(line => line.Line).ToList();
        var changed = lines.Where(line => line.Item3 != UnitOutcome.Same).ToList();
        var after = _tree.With([.. changed.Select(line => line.Unit)]);
        _issues.AddRange(
            changed.SelectMany(
                line => OrgRule.Flaws(after, line.Unit),
                (line, flaw) => new ListIssue(line.Line, 0, $"schools.flaw.{flaw}", line.Unit.Name.Name)
            )
        );
        return new(
            lines,
            Missing(after, today),
            [.. changed.Select(line => line.Unit)],
            [.. _issues.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column)]
        );
    }

    private void Take(UnitLine line)
    {
        var parent = line.Parent.Length == 0 ? null : One(line, UnitColumn.Parent, line.Parent, kind => OrgRule.MayBelong(line.Kind, kind));
        var successors = line.Successors.Select(name => One(line, UnitColumn.Successors, name, _ => true)).ToList();
        if ((line.Parent.Length > 0 && parent is null) || successors.Contains(null))
        {
            return;
        }

        var candidates = Candidates(line, parent);
        if (candidates.Count > 1)
        {
            Refuse(line, UnitColumn.Name, UnitFlaw.Ambiguous, line.Name);
            return;
        }

        var known = candidates.Count == 1 ? candidates[0] : New(line);
        var unit = Merged(known, line, parent, successors.OfType<OrgUnit>());
        _named[unit.Id] = (_named.TryGetValue(unit.Id, out var before) ? before.Line : line.Line, unit);
        foreach (var name in unit.Aliases.Prepend(unit.Name.Short).Prepend(unit.Name.Name).Select(Folding.SameName).Distinct())
        {
            if (!_newNames.TryGetValue(name, out var bearers))
            {
                _newNames[name] = bearers = [];
            }
            bearers.Add(unit.Id);
        }
    }

    /// <summary>
    /// Which units a line may mean. Schools of one name in two districts are two schools, unless the first has no parent any more on the
    /// day from which the second is said to hold, or the line says that it moved on a day.
    /// </summary>
    private List<OrgUnit> Candidates(UnitLine line, OrgUnit? parent)
    {
        var namesakes = Named(line.Name)
            .Where(unit => unit.Kind == line.Kind)
            .Where(unit => unit.Valid.First <= (line.Last ?? DateOnly.MaxValue) && (line.First ?? DateOnly.MinValue) <= unit.Valid.Last)
            .ToList();
        if (parent is null)
        {
            return Closest(namesakes, line.Name);
        }

        var there = Closest(namesakes.Where(unit => unit.Parents.Any(since => since.Value == parent.Id)), line.Name);
        return there.Count > 0 ? there
            : line.Kind != UnitKind.School || line.ParentFrom is not null ? Closest(namesakes, line.Name)
            : Closest(namesakes.Where(unit => ParentOn(unit, FromOf(unit, parent, line)) is null), line.Name);
    }

    /// <summary>Those with the name in full where there are any, else those with the short name, else those with the alias.</summary>
    private static List<OrgUnit> Closest(IEnumerable<OrgUnit> units, string name)
    {
        var same = Folding.SameName(name);
        return
        [
            .. units
                .GroupBy(unit =>
                    unit.Names.Any(since => Folding.SameName(since.Value.Name) == same) ? 0
                    : unit.Names.Any(since => Folding.SameName(since.Value.Short) == same) ? 1
                    : 2
                )
                .MinBy(group => group.Key)
                ?? Enumerable.Empty<OrgUnit>(),
        ];
    }

    private OrgUnit New(UnitLine line) =>
        new()
        {
            Id = new(_next++),
            Kind = line.Kind,
            Valid = new(line.First ?? DateOnly.MinValue, line.Last ?? DateOnly.MaxValue),
            Levels = line.Levels,
            Names = [new(line.First ?? DateOnly.MinValue, new(line.Name, ShortOf(line)))],
        };

    private OrgUnit Merged(OrgUnit unit, UnitLine line, OrgUnit? parent, IEnumerable<OrgUnit> successors)
    {
        var isSpelt = line.Short.Length > 0 && Folding.SameName(unit.Name.Name) == Folding.SameName(line.Name);
        var names = isSpelt ? OrgActs.Put(unit.Names, unit.Names[^1].From, new(unit.Name.Name, line.Short)) : unit.Names;
        var valid = new Days(line.First ?? unit.Valid.First, line.Last ?? unit.Valid.Last);
        var merged = unit with
        {
            Valid = valid,
            Levels = line.Levels == SchoolLevels.None ? unit.Levels : line.Levels,
            Names = names,
            Parents = OrgActs.Follow(unit.Parents, unit.Valid.First, valid.First),
            Aliases = [.. unit.Aliases.Concat(line.Aliases).DistinctBy(Folding.SameName)],
            Successors = [.. unit.Successors.Concat(successors.Select(one => one.Id)).Distinct()],
        };
        if (parent is null)
        {
            return merged;
        }

        var from = FromOf(merged, parent, line);
        return merged.ParentAt(from) == parent.Id ? merged : merged with { Parents = OrgActs.Put(merged.Parents, from, parent.Id) };
    }

    /// <summary>Where the line does not say it: the first day on which both are there.</summary>
    private static DateOnly FromOf(OrgUnit unit, OrgUnit parent, UnitLine line)
    {
        var first = line.First ?? unit.Valid.First;
        return line.ParentFrom ?? (first > parent.Valid.First ? first : parent.Valid.First);
    }

    /// <summary>The unit that a name means; more or less than one is an error of the line.</summary>
    private OrgUnit? One(UnitLine line, UnitColumn column, string name, Func<UnitKind, bool> fits)
    {
        var found = Closest(Named(name).Where(unit => fits(unit.Kind)), name);
        if (found.Count != 1)
        {
            Refuse(line, column, found.Count == 0 ? UnitFlaw.Unknown : UnitFlaw.Ambiguous, name);
        }

        return found.Count == 1 ? found[0] : null;
    }

    private IEnumerable<OrgUnit> Named(string name) =>
        _tree.Named(name).Select(unit => unit.Id).Concat(_newNames.GetValueOrDefault(Folding.SameName(name)) ?? []).Distinct().Select(Now);

    private OrgUnit Now(UnitId id) => _named.TryGetValue(id, out var named) ? named.Unit : _tree.Find(id)!;

    /// <returns>Null: none that is there on the day.</returns>
    private OrgUnit? ParentOn(OrgUnit unit, DateOnly day) =>
        unit.ParentAt(day) is { } id && Now(id) is var parent && parent.Valid.Contains(day) ? parent : null;

    private UnitOutcome OutcomeOf(OrgUnit unit) =>
        _tree.Find(unit.Id) is not { } before ? UnitOutcome.Added
        : before.IsLike(unit) ? UnitOutcome.Same
        : UnitOutcome.Changed;

    /// <summary>A list of one ward's schools says nothing of other wards.</summary>
    private List<OrgUnit> Missing(OrgTree after, DateOnly today)
    {
        var kinds = _list.Lines.Select(line => line.Kind).ToHashSet();
        var parents = _named.Values.SelectMany(named => named.Unit.Parents).Select(parent => parent.Value).ToHashSet();
        var now = after.AsOf(today);
        return
        [
            .. _tree
                .Units.Where(unit => kinds.Contains(unit.Kind) && !_named.ContainsKey(unit.Id))
                .Where(unit => now.Parent(unit) is { } parent && parents.Contains(parent.Id))
                .Order(UnitOrder.At(today)),
        ];
    }

    private void Refuse(UnitLine line, UnitColumn column, UnitFlaw flaw, string detail) =>
        _issues.Add(new(line.Line, _list.Columns.GetValueOrDefault(column), $"schools.flaw.{flaw}", detail));

    private static string ShortOf(UnitLine line) => line.Short.Length > 0 ? line.Short : UnitWords.ShortOf(line.Kind, line.Name);
}
