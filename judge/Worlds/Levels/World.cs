namespace Judge.Worlds.Levels;

/// <summary>One map of a level as it begins. Its values are never changed: a run works on a state of its own.</summary>
public sealed record World
{
    /// <summary>Greatest width and height.</summary>
    public const int MostSide = 32;

    public const int MostRobots = 4;

    /// <summary>Greatest number of things in a cell, in a bag, in a house's need.</summary>
    public const int MostThings = 99;

    /// <summary>From 1; its tabs are called by it.</summary>
    public required int Id { get; init; }

    /// <summary>Never leaves the server.</summary>
    public bool Hidden { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Row by row, from the north-west.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>One to four, in reading order of the map.</summary>
    public required IReadOnlyList<RobotStart> Robots { get; init; }

    /// <summary>What the win rule <c>told</c> wants to hear; null: the level has no such rule.</summary>
    public int? Told { get; init; }

    /// <summary>How much each robot can carry, 0 to 99.</summary>
    public int Bag { get; init; } = MostThings;

    /// <summary>How much each robot carries as it begins.</summary>
    public int Carries { get; init; }

    /// <summary>Each robot's power as it begins; null: without end.</summary>
    public int? Power { get; init; }

    public ActionCosts Costs { get; init; } = new();

    /// <summary>What is to be drawn, as strokes; empty: nothing.</summary>
    public IReadOnlyList<Stroke> Drawing { get; init; } = [];

    public Cell this[Place place] => Cells[IndexOf(place)];

    public bool Has(Place place) => place is { X: >= 0, Y: >= 0 } && place.X < Width && place.Y < Height;

    public int IndexOf(Place place) => place.Y * Width + place.X;

    public Place PlaceOf(int index) => new(index % Width, index / Width);

    /// <summary>Number of the edge that leads from a place to its neighbour: twice the cell that is further north-west, and one more for
    /// an edge that runs south.</summary>
    public int EdgeOf(Place from, Direction to) =>
        to switch
        {
            Direction.East => IndexOf(from) * 2,
            Direction.South => IndexOf(from) * 2 + 1,
            Direction.West => IndexOf(from.Next(to)) * 2,
            _ => IndexOf(from.Next(to)) * 2 + 1,
        };
}

public sealed record RobotStart(Place Place, Direction Direction);

/// <summary>What actions take of a robot's power. Turning around costs two turns.</summary>
public sealed record ActionCosts(int Forward = 0, int Turn = 0, int Pick = 0, int Drop = 0, int Paint = 0, int Wait = 0, int Say = 0);

/// <summary>A line from cell to cell that stays on the map.</summary>
/// <param name="Colour">Of the cells it passes, 1 to 7; of no meaning where edges are compared.</param>
public sealed record Stroke(Place From, IReadOnlyList<Direction> Walk, int Colour = 1);
