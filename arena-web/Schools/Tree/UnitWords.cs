using System.Globalization;
using ArenaWeb.Words;

namespace ArenaWeb.Schools.Tree;

/// <summary>How pages and lists write units.</summary>
internal static class UnitWords
{
    /// <summary>As lists write the levels, in Vietnamese for either language: they are names.</summary>
    public static readonly IReadOnlyList<(SchoolLevels Level, string Name)> Levels =
    [
        (SchoolLevels.Primary, "TH"),
        (SchoolLevels.LowerSecondary, "THCS"),
        (SchoolLevels.UpperSecondary, "THPT"),
        (SchoolLevels.Continuing, "GDTX"),
    ];

    /// <summary>"TH, THCS"; empty: none.</summary>
    public static string Text(this SchoolLevels levels) =>
        string.Join(", ", Levels.Where(level => levels.HasFlag(level.Level)).Select(level => level.Name));

    /// <summary>"phường Bàn Cờ, cụm 5"; "Quận 3 (cũ)"; empty: it is nowhere.</summary>
    public static string Text(this IEnumerable<UnitLabel> labels, Phrases words) =>
        string.Join(", ", labels.Select(label => label.Text(words)));

    public static string Text(this UnitLabel label, Phrases words) => label.IsFormer ? words["schools.former", label.Name] : label.Name;

    public static string Word(this UnitKind kind, Phrases words) => words[$"schools.kind.{kind}"];

    /// <summary>The short name where nobody gave one: a school without "Trường", a ward and a cluster as within a sentence.</summary>
    public static string ShortOf(UnitKind kind, string name)
    {
        var rest = kind switch
        {
            UnitKind.School => After(name, "Trường "),
            UnitKind.Cluster when After(name, "Cụm chuyên môn ") is { } number => "cụm " + After(number, "số ", number),
            UnitKind.Cluster or UnitKind.Ward when name.Length > 0 => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..],
            _ => null,
        };
        return rest ?? name;
    }

    private static string? After(string text, string start) =>
        text.Length > start.Length && text.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? text[start.Length..] : null;

    private static string After(string text, string start, string otherwise) => After(text, start) ?? otherwise;
}
