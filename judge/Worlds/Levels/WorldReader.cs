namespace Judge.Worlds.Levels;

/// <summary>Reads one world of a level.</summary>
internal static class WorldReader
{
    private const int MostStrokes = 32;
    private const int MostSteps = 1024;
    private const int MostPower = 9999;

    /// <exception cref="LevelException">It is wrong.</exception>
    public static World Read(JsonMap map, IReadOnlyDictionary<char, Sign> levelSigns)
    {
        map.Allow("id", "hidden", "map", "signs", "told", "bag", "carries", "power", "costs", "drawing");
        var rows = Rows(map);
        var signs = Signs.Read(map, levelSigns);
        var found = rows.SelectMany(row => row)
            .Select(sign => Signs.Of(sign, signs) ?? throw map.Wrong("map", $"has the sign '{sign}', which nobody knows"))
            .ToList();
        var bag = map.Integer("bag", 0, World.MostThings) ?? World.MostThings;
        var world = new World
        {
            Id = map.Integer("id", 1, Level.MostWorlds) ?? throw map.Wrong("id", "is missing"),
            Hidden = map.Flag("hidden"),
            Width = rows[0].Length,
            Height = rows.Count,
            Cells = Cells(found),
            Robots = [.. found.Index().Where(at => at.Item.Robot is not null).Select(at => Robot(at.Index, at.Item, rows[0].Length))],
            Told = map.Integer("told", int.MinValue, int.MaxValue),
            Bag = bag,
            Carries = map.Integer("carries", 0, bag) ?? 0,
            Power = map.Integer("power", 0, MostPower),
            Costs = map.Map("costs") is { } costs ? Costs(costs) : new ActionCosts(),
        };
        return Checked(world with { Drawing = [.. map.Maps("drawing", MostStrokes).Select(stroke => Stroke(stroke, world))] }, map);
    }

    private static IReadOnlyList<string> Rows(JsonMap map)
    {
        var rows = map.Texts("map", World.MostSide);
        return rows is [{ Length: >= 1 and <= World.MostSide } first, ..] && rows.All(row => row.Length == first.Length)
            ? rows
            : throw map.Wrong("map", $"must be 1 to {World.MostSide} rows of 1 to {World.MostSide} signs, all of one length");
    }

    /// <summary>Where there is a line, robots and goals stand on it.</summary>
    private static IReadOnlyList<Cell> Cells(IReadOnlyList<Sign> found)
    {
        var hasLine = found.Any(sign => sign.Cell.Line);
        return
        [
            .. found.Select(sign => hasLine && (sign.Cell.Goal || sign.Robot is not null) ? sign.Cell with { Line = true } : sign.Cell),
        ];
    }

    private static RobotStart Robot(int index, Sign sign, int width) => new(new Place(index % width, index / width), sign.Robot!.Value);

    private static World Checked(World world, JsonMap map) =>
        world.Robots.Count is 0 or > World.MostRobots ? throw map.Wrong("map", $"must hold 1 to {World.MostRobots} robots")
        : world.Robots.Any(robot => world[robot.Place].Terrain != Terrain.Floor)
            ? throw map.Wrong("map", "has a robot where none can stand")
        : world.Cells.Any(cell => cell.Need is not null && cell.Things > 0) ? throw map.Wrong("map", "has things in a house")
        : world;

    private static ActionCosts Costs(JsonMap map)
    {
        map.Allow("forward", "turn", "pick", "drop", "paint", "wait", "say");
        return new ActionCosts(Cost("forward"), Cost("turn"), Cost("pick"), Cost("drop"), Cost("paint"), Cost("wait"), Cost("say"));

        int Cost(string action) => map.Integer(action, 0, World.MostThings) ?? 0;
    }

    private static Stroke Stroke(JsonMap map, World world)
    {
        map.Allow("from", "walk", "colour");
        var from =
            map.Integers("from", 2, 0, World.MostSide - 1) is [var x, var y] && world.Has(new Place(x, y))
                ? new Place(x, y)
                : throw map.Wrong("from", "must be the column and the row of a cell, both from 0");
        var walk = map.RequiredText("walk")
            .Select(step => DirectionOf(step) ?? throw map.Wrong("walk", "is made of N, E, S and W"))
            .ToList();
        var at = from;
        if (walk.Count > MostSteps || walk.Any(step => !world.Has(at = at.Next(step))))
        {
            throw map.Wrong("walk", $"leaves the map, or has more than {MostSteps} steps");
        }

        return new Stroke(from, walk, Signs.Colour(map, "colour") ?? 1);
    }

    private static Direction? DirectionOf(char step) =>
        step switch
        {
            'E' => Direction.East,
            'S' => Direction.South,
            'W' => Direction.West,
            'N' => Direction.North,
            _ => null,
        };
}
