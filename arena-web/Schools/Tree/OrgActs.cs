namespace ArenaWeb.Schools.Tree;

/// <summary>What an act makes of a tree.</summary>
/// <param name="Units">To be put in the place of those with the same number, or added; the one that it is about first.</param>
/// <param name="Flaws">Empty: it may be done.</param>
internal sealed record OrgChange(IReadOnlyList<OrgUnit> Units, IReadOnlyList<UnitFlaw> Flaws)
{
    public static OrgChange Refused(UnitFlaw flaw) => new([], [flaw]);
}

/// <summary>What people do to the organisation, each on a day. Pure: from a tree to what changes in it. Nothing is ever deleted.</summary>
internal static class OrgActs
{
    /// <param name="unit">Its number is given here.</param>
    public static OrgChange Add(OrgTree tree, OrgUnit unit) => Check(tree, unit with { Id = tree.NextId });

    /// <summary>Corrects what was wrong all the time; what changes on a day is renamed or moved instead.</summary>
    public static OrgChange Correct(OrgTree tree, OrgUnit unit) =>
        Check(tree, unit with { Parents = Follow(unit.Parents, tree.Find(unit.Id)?.Valid.First ?? unit.Valid.First, unit.Valid.First) });

    /// <summary>Gives another name from a day on; the names before stay and are found.</summary>
    public static OrgChange Rename(OrgTree tree, OrgUnit unit, UnitName name, DateOnly from) =>
        unit.Valid.Contains(from) ? Check(tree, unit with { Names = Put(unit.Names, from, name) }) : OrgChange.Refused(UnitFlaw.NotThere);

    /// <summary>Puts the unit under another parent from a day on.</summary>
    public static OrgChange Move(OrgTree tree, OrgUnit unit, UnitId parent, DateOnly from) =>
        Check(tree, unit with { Parents = Put(unit.Parents, from, parent) });

    /// <summary>Ends a unit: closed without successors, merged into one, split into several.</summary>
    /// <param name="heirs">Units that carry on.</param>
    /// <param name="founded">Names of units that carry on and begin on the next day, of the same kind, levels and parent.</param>
    public static OrgChange End(OrgTree tree, OrgUnit unit, DateOnly last, IReadOnlyList<UnitId> heirs, IReadOnlyList<UnitName> founded)
    {
        if (last == DateOnly.MaxValue)
        {
            return OrgChange.Refused(UnitFlaw.Days);
        }

        var next = last.AddDays(1);
        var newcomers = founded
            .Select(
                (name, at) =>
                    new OrgUnit
                    {
                        Id = new(tree.NextId.Value + at),
                        Kind = unit.Kind,
                        Levels = unit.Levels,
                        Valid = new(next, DateOnly.MaxValue),
                        Names = [new(next, name)],
                        Parents = tree.AsOf(last).Parent(unit) is { } parent && tree.AsOf(next).Has(parent) ? [new(next, parent.Id)] : [],
                    }
            )
            .ToList();
        var ended = unit with
        {
            Valid = unit.Valid with { Last = last },
            Successors = [.. heirs.Concat(newcomers.Select(one => one.Id)).Distinct()],
        };
        return Check(tree, [ended, .. newcomers]);
    }

    /// <param name="names">Of units that carry on, of the same kind; of a district also wards.</param>
    /// <param name="found">Names that nobody bears are of units that begin on the next day.</param>
    public static OrgChange End(OrgTree tree, OrgUnit unit, DateOnly last, IReadOnlyList<string> names, bool found)
    {
        var heirs = new List<UnitId>();
        var founded = new List<UnitName>();
        foreach (var name in names)
        {
            var bearers = tree.Named(name).Where(one => one.Id != unit.Id && OrgRule.MayFollow(unit.Kind, one.Kind)).ToList();
            if (bearers.Count > 1 || (bearers.Count == 0 && !found))
            {
                return OrgChange.Refused(bearers.Count > 1 ? UnitFlaw.Ambiguous : UnitFlaw.Unknown);
            }

            heirs.AddRange(bearers.Select(one => one.Id));
            if (bearers.Count == 0)
            {
                founded.Add(new(name, UnitWords.ShortOf(unit.Kind, name)));
            }
        }

        return End(tree, unit, last, heirs, founded);
    }

    /// <summary>Takes back an end that was a mistake.</summary>
    public static OrgChange Revive(OrgTree tree, OrgUnit unit) =>
        Check(tree, unit with { Valid = unit.Valid with { Last = DateOnly.MaxValue }, Successors = [] });

    /// <summary>Takes back a renaming that was a mistake; the first name stays.</summary>
    public static OrgChange ForgetName(OrgTree tree, OrgUnit unit, DateOnly from) =>
        Check(tree, unit with { Names = [unit.Names[0], .. unit.Names.Skip(1).Where(name => name.From != from)] });

    /// <summary>Takes back a move that was a mistake.</summary>
    public static OrgChange ForgetParent(OrgTree tree, OrgUnit unit, DateOnly from) =>
        Check(tree, unit with { Parents = [.. unit.Parents.Where(parent => parent.From != from)] });

    /// <summary>In the place of what held from the same day, or between what holds before and after.</summary>
    public static IReadOnlyList<Since<T>> Put<T>(IReadOnlyList<Since<T>> list, DateOnly from, T value) =>
        [.. list.Where(one => one.From != from).Append(new(from, value)).OrderBy(one => one.From)];

    /// <summary>The parent of the first day stays the parent of the first day when that day is corrected.</summary>
    public static IReadOnlyList<Since<UnitId>> Follow(IReadOnlyList<Since<UnitId>> parents, DateOnly before, DateOnly first)
    {
        var early = parents.Where(parent => parent.From <= first || parent.From == before).ToList();
        return early.Count == 0 ? parents : Put([.. parents.Except(early)], first, early[^1].Value);
    }

    private static OrgChange Check(OrgTree tree, params IReadOnlyList<OrgUnit> units)
    {
        var after = tree.With(units);
        // A new last day may leave others with a parent or a successor that is not there: they are looked at too.
        var touched = units.Concat(units.SelectMany(unit => after.EverUnder(unit.Id).Concat(after.Predecessors(unit.Id)))).Distinct();
        return new(units, [.. touched.SelectMany(unit => OrgRule.Flaws(after, unit)).Distinct()]);
    }
}
