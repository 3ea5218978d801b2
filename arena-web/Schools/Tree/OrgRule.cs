using System.Globalization;
using ArenaWeb.Words;

namespace ArenaWeb.Schools.Tree;

/// <summary>What can be wrong with a change; a sentence for each stands at <c>schools.flaw.</c> and its name.</summary>
internal enum UnitFlaw
{
    None,
    NoName,
    LongName,

    /// <summary>Control signs, tags, or what a spreadsheet takes for a formula.</summary>
    BadSigns,
    Kind,

    /// <summary>A school without a level.</summary>
    NoLevels,

    /// <summary>The last day comes before the first.</summary>
    Days,

    /// <summary>A change on a day on which the unit is not there.</summary>
    NotThere,

    /// <summary>A kind of unit that has no such units below it.</summary>
    ParentKind,

    /// <summary>The parent is not there on the day on which the unit comes to it.</summary>
    ParentDays,

    /// <summary>A unit of the same kind and name belongs to the same parent.</summary>
    SameName,

    /// <summary>Successors of a unit that has no last day, or that are not there on the day after it.</summary>
    SuccessorDays,
    SuccessorKind,

    /// <summary>A name that no unit has.</summary>
    Unknown,

    /// <summary>A name that several units have.</summary>
    Ambiguous,

    /// <summary>Others have changed the organisation since the form was opened.</summary>
    Stale,
}

/// <summary>What has to hold for each unit of a tree. Pure.</summary>
internal static class OrgRule
{
    public const int MostName = 120;
    public const int MostAliases = 20;

    /// <summary>
    /// A parent's kind stands above its child's, and a successor's last day is later: so neither parents nor successors ever go round.
    /// </summary>
    /// <param name="tree">With the change done.</param>
    public static IReadOnlyList<UnitFlaw> Flaws(OrgTree tree, OrgUnit unit) =>
        [.. NameFlaws(unit).Concat(OwnFlaws(unit)).Concat(ParentFlaws(tree, unit)).Concat(SuccessorFlaws(tree, unit)).Distinct()];

    public static bool MayBelong(UnitKind child, UnitKind parent) =>
        child switch
        {
            UnitKind.District or UnitKind.Cluster => parent == UnitKind.Department,
            UnitKind.Ward => parent is UnitKind.Department or UnitKind.Cluster,
            UnitKind.School => parent is UnitKind.Department or UnitKind.District or UnitKind.Ward,
            _ => false,
        };

    /// <summary>Wards carry on what districts were.</summary>
    public static bool MayFollow(UnitKind unit, UnitKind successor) =>
        unit == successor || (unit, successor) == (UnitKind.District, UnitKind.Ward);

    /// <summary>Whether a text can be a name that is safe to hand on, to pages and to spreadsheets.</summary>
    public static UnitFlaw OfText(string text) =>
        text.Length == 0 ? UnitFlaw.NoName
        : text.Length > MostName ? UnitFlaw.LongName
        : text[0] is '=' or '+' or '-' or '@' || text.Any(IsBad) ? UnitFlaw.BadSigns
        : UnitFlaw.None;

    private static IEnumerable<UnitFlaw> NameFlaws(OrgUnit unit) =>
        unit
            .Names.SelectMany(name => new[] { name.Value.Name, name.Value.Short })
            .Concat(unit.Aliases)
            .Select(OfText)
            .Append(unit.Aliases.Count > MostAliases ? UnitFlaw.LongName : UnitFlaw.None)
            .Where(flaw => flaw != UnitFlaw.None);

    private static IEnumerable<UnitFlaw> OwnFlaws(OrgUnit unit)
    {
        if (!Enum.IsDefined(unit.Kind) || unit.Kind == UnitKind.None)
        {
            yield return UnitFlaw.Kind;
        }
        if (unit.Kind == UnitKind.School && unit.Levels == SchoolLevels.None)
        {
            yield return UnitFlaw.NoLevels;
        }
        if (unit.Valid.Last < unit.Valid.First)
        {
            yield return UnitFlaw.Days;
        }
        else if (unit.Names.Skip(1).Select(name => name.From).Concat(unit.Parents.Select(parent => parent.From)).Any(IsOutside))
        {
            yield return UnitFlaw.NotThere;
        }

        bool IsOutside(DateOnly day) => !unit.Valid.Contains(day);
    }

    private static IEnumerable<UnitFlaw> ParentFlaws(OrgTree tree, OrgUnit unit)
    {
        foreach (var (from, id) in unit.Parents)
        {
            if (tree.Find(id) is not { } parent || !MayBelong(unit.Kind, parent.Kind))
            {
                yield return UnitFlaw.ParentKind;
            }
            else if (!parent.Valid.Contains(from))
            {
                yield return UnitFlaw.ParentDays;
            }
            else if (Namesakes(tree, unit, from).Any(other => tree.AsOf(from).Parent(other)?.Id == id))
            {
                yield return UnitFlaw.SameName;
            }
        }
    }

    private static IEnumerable<UnitFlaw> SuccessorFlaws(OrgTree tree, OrgUnit unit)
    {
        foreach (var successor in unit.Successors.Select(tree.Find))
        {
            if (unit.Valid.Last == DateOnly.MaxValue || successor?.Valid.Contains(unit.Valid.Last.AddDays(1)) != true)
            {
                yield return UnitFlaw.SuccessorDays;
            }
            else if (!MayFollow(unit.Kind, successor.Kind))
            {
                yield return UnitFlaw.SuccessorKind;
            }
        }
    }

    /// <summary>Others that are called the same on the day.</summary>
    private static IEnumerable<OrgUnit> Namesakes(OrgTree tree, OrgUnit unit, DateOnly day)
    {
        var name = unit.NameAt(day).Name;
        return tree.Named(name)
            .Where(other =>
                other.Id != unit.Id && other.Kind == unit.Kind && Folding.SameName(other.NameAt(day).Name) == Folding.SameName(name)
            );
    }

    private static bool IsBad(char sign) =>
        char.IsControl(sign)
        || char.IsSurrogate(sign)
        || sign is '<' or '>'
        || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
