using ArenaWeb.Words;

namespace ArenaWeb.Registration;

/// <summary>Which column holds what, by the words of the heading in any order, letter case, with or without marks.</summary>
internal static class RosterHeading
{
    private static readonly RosterColumn[] Needed = [RosterColumn.Sbd, RosterColumn.Name, RosterColumn.Class, RosterColumn.School];

    private static readonly Dictionary<string, RosterColumn> Meanings = new()
    {
        ["sbd"] = RosterColumn.Sbd,
        ["sobaodanh"] = RosterColumn.Sbd,
        ["sobd"] = RosterColumn.Sbd,
        ["number"] = RosterColumn.Sbd,
        ["hovaten"] = RosterColumn.Name,
        ["hoten"] = RosterColumn.Name,
        ["hotenthisinh"] = RosterColumn.Name,
        ["hovatenthisinh"] = RosterColumn.Name,
        ["hovatenhocsinh"] = RosterColumn.Name,
        ["hotenhocsinh"] = RosterColumn.Name,
        ["thisinh"] = RosterColumn.Name,
        ["name"] = RosterColumn.Name,
        ["fullname"] = RosterColumn.Name,
        ["lop"] = RosterColumn.Class,
        ["tenlop"] = RosterColumn.Class,
        ["class"] = RosterColumn.Class,
        ["truong"] = RosterColumn.School,
        ["tentruong"] = RosterColumn.School,
        ["donvi"] = RosterColumn.School,
        ["school"] = RosterColumn.School,
        ["mapin"] = RosterColumn.Pin,
        ["pin"] = RosterColumn.Pin,
        ["congboten"] = RosterColumn.Publish,
        ["congbo"] = RosterColumn.Publish,
        ["dongycongboten"] = RosterColumn.Publish,
        ["publish"] = RosterColumn.Publish,
        ["publishname"] = RosterColumn.Publish,
    };

    /// <returns>Columns from 1, headings that mean nothing to us, and what is wrong with the heading.</returns>
    public static (Dictionary<RosterColumn, int> Columns, List<string> Unused, List<RosterIssue> Issues) Read(string[] fields, int line)
    {
        var columns = new Dictionary<RosterColumn, int>();
        var unused = new List<string>();
        var issues = new List<RosterIssue>();
        foreach (var (at, field) in fields.Index())
        {
            if (!Meanings.TryGetValue(Folding.Plain(field), out var meaning))
            {
                if (!string.IsNullOrWhiteSpace(field))
                {
                    unused.Add(Folding.Squeeze(field));
                }
            }
            else if (!columns.TryAdd(meaning, at + 1))
            {
                issues.Add(new(line, at + 1, Flaw.DoubleColumn, Folding.Squeeze(field)));
            }
        }
        if (columns.Count == 0)
        {
            return (columns, unused, [new(line, 0, Flaw.NoHeading)]);
        }

        issues.AddRange(
            Needed
                .Where(column => !columns.ContainsKey(column))
                .Select(column => new RosterIssue(line, 0, Flaw.MissingColumn, column.ToString()))
        );
        return (columns, unused, issues);
    }
}
