namespace Judge.Worlds.Levels;

/// <summary>Where a robot looks; a right turn adds one, modulo four.</summary>
public enum Direction
{
    East,
    South,
    West,
    North,
}

/// <summary>A place on the map: x grows to the east, y to the south, both from 0.</summary>
public readonly record struct Place(int X, int Y)
{
    public Place Next(Direction direction) =>
        direction switch
        {
            Direction.East => this with { X = X + 1 },
            Direction.South => this with { Y = Y + 1 },
            Direction.West => this with { X = X - 1 },
            _ => this with { Y = Y - 1 },
        };
}
