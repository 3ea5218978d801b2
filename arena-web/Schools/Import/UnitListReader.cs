using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools.Import;

/// <summary>Rows of a file to what they say of units. Pure: nothing is stored, whatever comes in.</summary>
internal static class UnitListReader
{
    private static readonly char[] Between = [',', ';', '/', '+', '|'];

    private static readonly Dictionary<string, UnitColumn> Headings = new()
    {
        ["loai"] = UnitColumn.Kind,
        ["loaidonvi"] = UnitColumn.Kind,
        ["kind"] = UnitColumn.Kind,
        ["ten"] = UnitColumn.Name,
        ["tendonvi"] = UnitColumn.Name,
        ["tentruong"] = UnitColumn.Name,
        ["name"] = UnitColumn.Name,
        ["tenngan"] = UnitColumn.Short,
        ["tenviettat"] = UnitColumn.Short,
        ["shortname"] = UnitColumn.Short,
        ["thuoc"] = UnitColumn.Parent,
        ["donviquanly"] = UnitColumn.Parent,
        ["parent"] = UnitColumn.Parent,
        ["thuoctungay"] = UnitColumn.ParentFrom,
        ["parentfrom"] = UnitColumn.ParentFrom,
        ["cap"] = UnitColumn.Levels,
        ["caphoc"] = UnitColumn.Levels,
        ["levels"] = UnitColumn.Levels,
        ["tungay"] = UnitColumn.First,
        ["from"] = UnitColumn.First,
        ["denngay"] = UnitColumn.Last,
        ["denhetngay"] = UnitColumn.Last,
        ["to"] = UnitColumn.Last,
        ["tenkhac"] = UnitColumn.Aliases,
        ["aliases"] = UnitColumn.Aliases,
        ["ketuc"] = UnitColumn.Successors,
        ["donviketuc"] = UnitColumn.Successors,
        ["successors"] = UnitColumn.Successors,
    };

    private static readonly Dictionary<string, UnitKind> Kinds = new()
    {
        ["so"] = UnitKind.Department,
        ["department"] = UnitKind.Department,
        ["quan"] = UnitKind.District,
        ["huyen"] = UnitKind.District,
        ["thanhpho"] = UnitKind.District,
        ["quanhuyen"] = UnitKind.District,
        ["district"] = UnitKind.District,
        ["cum"] = UnitKind.Cluster,
        ["cumchuyenmon"] = UnitKind.Cluster,
        ["cluster"] = UnitKind.Cluster,
        ["phuong"] = UnitKind.Ward,
        ["xa"] = UnitKind.Ward,
        ["dackhu"] = UnitKind.Ward,
        ["phuongxa"] = UnitKind.Ward,
        ["ward"] = UnitKind.Ward,
        ["truong"] = UnitKind.School,
        ["trungtam"] = UnitKind.School,
        ["school"] = UnitKind.School,
    };

    private static readonly Dictionary<string, SchoolLevels> Levels = new()
    {
        ["tieuhoc"] = SchoolLevels.Primary,
        ["th"] = SchoolLevels.Primary,
        ["thcs"] = SchoolLevels.LowerSecondary,
        ["thpt"] = SchoolLevels.UpperSecondary,
        ["gdtx"] = SchoolLevels.Continuing,
    };

    public static UnitList Read(IReadOnlyList<SheetRow> rows)
    {
        if (rows.Count == 0)
        {
            return new(new Dictionary<UnitColumn, int>(), [], [], [new(0, 0, "schools.list.Empty")]);
        }

        var (columns, unused, issues) = Heading(rows[0]);
        if (issues.Count > 0 || rows.Count == 1)
        {
            return new(columns, unused, [], issues.Count > 0 ? issues : [new(0, 0, "schools.list.NoRows")]);
        }

        var lines = rows.Skip(1).Select(row => Line(row, columns, issues)).OfType<UnitLine>().ToList();
        return new(columns, unused, lines, issues);
    }

    private static (Dictionary<UnitColumn, int> Columns, List<string> Unused, List<ListIssue> Issues) Heading(SheetRow row)
    {
        var columns = new Dictionary<UnitColumn, int>();
        var unused = new List<string>();
        var issues = new List<ListIssue>();
        foreach (var (at, cell) in row.Cells.Index().Where(cell => !string.IsNullOrWhiteSpace(cell.Item)))
        {
            if (!Headings.TryGetValue(Folding.Plain(cell), out var column))
            {
                unused.Add(Folding.Squeeze(cell));
            }
            else if (!columns.TryAdd(column, at + 1))
            {
                issues.Add(new(row.Line, at + 1, "schools.list.DoubleColumn", Folding.Squeeze(cell)));
            }
        }
        if (!columns.ContainsKey(UnitColumn.Kind) || !columns.ContainsKey(UnitColumn.Name))
        {
            issues.Add(new(row.Line, 0, "schools.list.NoHeading"));
        }

        return (columns, unused, issues);
    }

    private static UnitLine? Line(SheetRow row, Dictionary<UnitColumn, int> columns, List<ListIssue> issues)
    {
        var before = issues.Count;
        string Cell(UnitColumn column) => columns.TryGetValue(column, out var at) ? Folding.Squeeze(row[at]) : "";
        void Refuse(UnitColumn column, string key) =>
            issues.Add(new(row.Line, columns.GetValueOrDefault(column), key, Excerpt(Cell(column))));
        DateOnly? Day(UnitColumn column)
        {
            var typed = TypedDay.Read(Cell(column));
            if (typed.Flaw is not (MomentFlaw.None or MomentFlaw.Missing))
            {
                Refuse(column, "schools.list.Day");
            }

            return typed.Day;
        }
        var levels = SchoolLevels.None;
        foreach (var word in Words(Cell(UnitColumn.Levels)))
        {
            if (!Levels.TryGetValue(Folding.Plain(word), out var level))
            {
                Refuse(UnitColumn.Levels, "schools.list.Levels");
                break;
            }
            levels |= level;
        }
        if (!Kinds.TryGetValue(Folding.Plain(Cell(UnitColumn.Kind)), out var kind))
        {
            Refuse(UnitColumn.Kind, "schools.list.Kind");
        }

        var line = new UnitLine(
            row.Line,
            kind,
            Cell(UnitColumn.Name),
            Cell(UnitColumn.Short),
            Cell(UnitColumn.Parent),
            Day(UnitColumn.ParentFrom),
            levels,
            Day(UnitColumn.First),
            Day(UnitColumn.Last),
            Names(Cell(UnitColumn.Aliases)),
            Names(Cell(UnitColumn.Successors))
        );
        if (line.Name.Length == 0)
        {
            Refuse(UnitColumn.Name, "schools.flaw.NoName");
        }

        return issues.Count == before ? line : null;
    }

    private static IEnumerable<string> Words(string cell) =>
        cell.Split([.. Between, ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Names hold commas ("Trường TH, THCS và THPT …"), so a bar stands between them.</summary>
    private static string[] Names(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Excerpt(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
