namespace Judge.Worlds.Levels;

/// <summary>What a sign of a map stands for.</summary>
/// <param name="Robot">Where a robot here looks; null: there is none.</param>
internal sealed record Sign(Cell Cell, Direction? Robot = null);

/// <summary>The signs of maps: those that every map knows, and those that a level or a world adds.</summary>
internal static class Signs
{
    /// <summary>Colours in the order of their numbers, as blocks.json calls them.</summary>
    public static readonly IReadOnlyList<string> Colours = ["none", "red", "orange", "yellow", "green", "blue", "purple", "pink"];

    private const int MostSigns = 32;
    private const int MostPeriod = 100;

    private static readonly Dictionary<char, Sign> Known = new()
    {
        ['.'] = new(new()),
        ['#'] = new(new(Terrain.Wall)),
        ['~'] = new(new(Terrain.Water)),
        ['O'] = new(new(Terrain.Hole)),
        ['x'] = new(new(Terrain.Off)),
        ['-'] = new(new(Line: true)),
        ['>'] = new(new(), Direction.East),
        ['v'] = new(new(), Direction.South),
        ['<'] = new(new(), Direction.West),
        ['^'] = new(new(), Direction.North),
        ['e'] = new(new(Things: 1), Direction.East),
        ['G'] = new(new(Goal: true)),
        ['*'] = new(new(Things: 1)),
        ['o'] = new(new(Need: 1)),
        ['r'] = new(new(Colour: 1)),
        ['R'] = new(new(Colour: 1, Things: 1)),
        ['='] = new(new(Gate: new())),
    };

    /// <summary>The sign of a map; null: nobody knows it.</summary>
    /// <param name="own">What the level and the world add.</param>
    public static Sign? Of(char sign, IReadOnlyDictionary<char, Sign> own) =>
        own.GetValueOrDefault(sign)
        ?? Known.GetValueOrDefault(sign)
        ?? (sign is >= '1' and <= '9' ? new Sign(new Cell(Things: sign - '0')) : null);

    /// <summary>The signs under <c>signs</c>, laid over those of the level.</summary>
    /// <exception cref="LevelException">One is wrong.</exception>
    public static IReadOnlyDictionary<char, Sign> Read(JsonMap map, IReadOnlyDictionary<char, Sign> over)
    {
        var all = over.ToDictionary();
        if (map.Map("signs") is { } signs)
        {
            foreach (var key in signs.Keys)
            {
                all[key is [> ' ' and < '\x7f'] ? key[0] : throw signs.Wrong(key, "must be one printable ASCII sign")] = Read(
                    signs.Map(key)!
                );
            }
        }

        return all.Count <= MostSigns ? all : throw map.Wrong("signs", $"are more than {MostSigns}");
    }

    /// <summary>The number of a colour under a key; null: there is no such key.</summary>
    public static int? Colour(JsonMap map, string key) =>
        map.Text(key) is not { } name ? null
        : Colours.Index().FirstOrDefault(colour => colour.Item == name) is { Item: not null } found ? found.Index
        : throw map.Wrong(key, $"must be one of {string.Join(", ", Colours)}");

    private static Sign Read(JsonMap sign)
    {
        sign.Allow("terrain", "colour", "things", "house", "line", "goal", "gate", "robot");
        var cell = new Cell(
            Choice<Terrain>(sign, "terrain") ?? Terrain.Floor,
            Colour(sign, "colour") ?? 0,
            sign.Integer("things", 0, World.MostThings) ?? 0,
            sign.Integer("house", 0, World.MostThings),
            sign.Flag("line"),
            sign.Flag("goal"),
            sign.Map("gate") is { } gate ? Gate(gate) : null
        );
        return new Sign(cell, Choice<Direction>(sign, "robot"));
    }

    private static Gate Gate(JsonMap gate)
    {
        gate.Allow("phase", "period", "open");
        var period = gate.Integer("period", 1, MostPeriod) ?? 4;
        return new Gate(gate.Integer("phase", 0, MostPeriod) ?? 0, period, gate.Integer("open", 0, period) ?? Math.Min(2, period));
    }

    private static T? Choice<T>(JsonMap map, string key)
        where T : struct, Enum =>
        map.Text(key) is not { } name ? null
        : Enum.GetNames<T>().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase) && name[0] != known[0])
            is { } found
            ? Enum.Parse<T>(found)
        : throw map.Wrong(key, $"must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
}
