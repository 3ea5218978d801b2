using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools;

/// <summary>What is typed about a unit, so that a mistake costs nobody what was typed beside it.</summary>
public sealed class UnitForm
{
    /// <summary>Version of the tree that the form was made from; a correction of what others have changed since is refused.</summary>
    public long Seen { get; set; }

    public string? Kind { get; set; } = nameof(UnitKind.School);

    public string? Name { get; set; }

    /// <summary>Empty: as usual for the name.</summary>
    public string? Short { get; set; }

    /// <summary>Number of the parent; empty: none.</summary>
    public string? Parent { get; set; }

    /// <summary>Day from which a name or a parent holds.</summary>
    public string? From { get; set; }

    /// <summary>Empty: since ever.</summary>
    public string? First { get; set; }

    /// <summary>Empty: no end is known.</summary>
    public string? Last { get; set; }

    public List<string> Levels { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? Aliases { get; set; }

    /// <summary>Names, one a line.</summary>
    public string? Successors { get; set; }

    /// <summary>Successors that nobody knows are founded.</summary>
    public bool Found { get; set; }

    internal UnitKind KindNamed => Enum.TryParse<UnitKind>(Kind, out var kind) ? kind : UnitKind.None;

    internal UnitId? ParentId => NumberInput.Whole(Parent) is { } number ? new UnitId(number) : null;

    internal SchoolLevels LevelsSum =>
        UnitWords.Levels.Where(level => Levels.Contains(level.Name)).Aggregate(SchoolLevels.None, (sum, level) => sum | level.Level);

    internal IReadOnlyList<string> AliasList => Lines(Aliases);

    internal IReadOnlyList<string> SuccessorList => Lines(Successors);

    internal UnitName NameOf(UnitKind kind)
    {
        var name = Folding.Squeeze(Name ?? "");
        var shortName = Folding.Squeeze(Short ?? "");
        return new(name, shortName.Length > 0 ? shortName : UnitWords.ShortOf(kind, name));
    }

    /// <summary>The form that says what a unit is.</summary>
    internal static UnitForm Of(OrgUnit unit, long version) =>
        new()
        {
            Seen = version,
            Kind = unit.Kind.ToString(),
            Name = unit.Name.Name,
            Short = unit.Name.Short,
            First = unit.Valid.First == DateOnly.MinValue ? null : TypedDay.ForInput(unit.Valid.First),
            Last = unit.Valid.Last == DateOnly.MaxValue ? null : TypedDay.ForInput(unit.Valid.Last),
            Levels = [.. UnitWords.Levels.Where(level => unit.Levels.HasFlag(level.Level)).Select(level => level.Name)],
            Aliases = string.Join('\n', unit.Aliases),
        };

    private static string[] Lines(string? text) =>
        [
            .. (text ?? "")
                .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .Select(Folding.Squeeze)
                .Where(line => line.Length > 0)
                .DistinctBy(Folding.SameName),
        ];
}
