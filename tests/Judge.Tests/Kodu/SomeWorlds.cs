using FsCheck;
using FsCheck.Fluent;
using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Tests.Kodu;

/// <summary>Programs of any shape, sensible or not: known tiles, tiles in foreign slots, and ids that nobody knows.</summary>
internal static class SomeWorlds
{
    private static readonly string[] Odd =
    [
        "filter.xyz",
        "a]b",
        "x\\y",
        "Filter:modifier.red",
        "điểm",
        "[",
        "\"",
        "{a \"b\"}",
        "modifier.creatable.7",
    ];

    private static readonly string[] Words = ["", "Xin chào", "a \"b\" c", "dòng 1\ndòng 2", "\\", "<apple>", "]", "😀", "KHI"];

    public static Gen<Rule> Rules { get; } =
        from indent in Gen.Choose(0, 4)
        from sensor in Slot(TileSlot.Sensor)
        from filters in Slot(TileSlot.Filter).ListOf()
        from actuator in Slot(TileSlot.Actuator)
        from selector in Slot(TileSlot.Selector)
        from modifiers in Slot(TileSlot.Modifier).ListOf()
        from say in Gen.Elements(Words)
        from size in Gen.Elements("", "2", "0.5")
        select Possible(
            new Rule
            {
                Indent = indent,
                Sensor = sensor,
                Filters = [.. filters.Where(id => id.Length > 0).Take(12)],
                Actuator = actuator,
                Selector = selector,
                Modifiers = [.. modifiers.Where(id => id.Length > 0).Take(12)],
                Say = say,
                Heard = say,
                Settings = new SortedDictionary<string, string>(
                    size.Length > 0 ? new Dictionary<string, string> { ["ReScale"] = size } : []
                ),
            }
        );

    public static Gen<Actor> Actor { get; } =
        from type in Gen.Elements(TileTable.Actors.Keys.Append("Nobody").ToArray())
        from name in Gen.Elements(Words)
        from pages in Rules.ListOf().Select(IReadOnlyList<Rule> (rules) => [.. rules]).ListOf(3)
        select new Actor
        {
            Type = type,
            Name = name,
            Pages = [.. pages],
        };

    public static Gen<IReadOnlyList<Actor>> Actors { get; } = Actor.ListOf(3).Select(IReadOnlyList<Actor> (actors) => [.. actors]);

    private static Gen<string> Slot(TileSlot slot) =>
        Gen.Frequency(
            (6, Gen.Elements(TileTable.Tiles.Values.Where(tile => tile.Slot == slot).Select(tile => tile.Id).ToArray())),
            (2, Gen.Constant("")),
            (1, Gen.Elements(TileTable.Tiles.Keys.ToArray())),
            (1, Gen.Elements(Odd))
        );

    /// <summary>Texts only where a tile takes one, as in files of the game.</summary>
    private static Rule Possible(Rule rule) =>
        rule with
        {
            Say = rule.Actuator == "actuator.say" ? rule.Say : "",
            Heard = rule.Filters.Contains("filter.said") ? rule.Heard : "",
        };
}
