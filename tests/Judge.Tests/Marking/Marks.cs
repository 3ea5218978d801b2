using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Judge.Marking;

namespace Judge.Tests.Marking;

/// <summary>Marks as tables: a row an entry, a column a juror, from 1; a dot is no mark.</summary>
internal static class Marks
{
    /// <summary>The main example: eight entries, four jurors, all connected.</summary>
    public static readonly GivenMark[] Eight = Of(
        "81.5  88.0    .   87.5",
        "  .   87.0  80.0  82.0",
        "74.5    .   75.5    . ",
        "63.0  82.0  74.5    . ",
        "65.5  75.0    .   80.0",
        "60.5    .   66.5  69.0",
        "  .   66.5  63.5  69.0",
        "53.5  57.5  53.0  59.5"
    );

    /// <summary>The example of Shrout and Fleiss, 1979: six targets, four judges.</summary>
    public static readonly GivenMark[] ShroutFleiss = Of("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7");

    /// <summary>A final of six entries before three jurors.</summary>
    public static readonly GivenMark[] Final = Of("88 91 85", "82 86 79.5", "79 85 80", "74.5 78 70", "71 73.5 69", "66 74 65");

    public static GivenMark[] Of(params string[] rows) =>
        [
            .. from row in rows.Index()
            from cell in row.Item.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index()
            where cell.Item != "."
            select new GivenMark(
                new EntryId(row.Index + 1),
                new JurorId(cell.Index + 1),
                decimal.Parse(cell.Item, CultureInfo.InvariantCulture)
            ),
        ];

    /// <summary>Any marks, in steps of a half, of two to ten entries and two to six jurors; each entry has a mark.</summary>
    public static Gen<GivenMark[]> Any() =>
        from entries in Gen.Choose(2, 10)
        from jurors in Gen.Choose(2, 6)
        from cells in Gen.Zip(Gen.Choose(0, 200), Gen.Choose(0, 2)).ArrayOf(entries * jurors)
        select cells
            .Index()
            .Where(cell => cell.Item.Item2 > 0 || cell.Index % jurors == cell.Index / jurors % jurors)
            .Select(cell => new GivenMark(new EntryId(cell.Index / jurors + 1), new JurorId(cell.Index % jurors + 1), cell.Item.Item1 / 2m))
            .ToArray();
}
