namespace Judge.Worlds.Levels;

/// <summary>What a cell is made of.</summary>
public enum Terrain
{
    Floor,
    Wall,
    Water,
    Hole,

    /// <summary>Beside the line: who enters has lost it.</summary>
    Off,
}

/// <summary>One cell as the world begins.</summary>
/// <param name="Colour">0 none, 1 to 7 as in the list of colours of blocks.json.</param>
/// <param name="Things">0 to 99 things of one kind.</param>
/// <param name="Need">How many things the house here wants, 0 to 99; null: there is no house.</param>
/// <param name="Gate">Null: there is no gate.</param>
public sealed record Cell(
    Terrain Terrain = Terrain.Floor,
    int Colour = 0,
    int Things = 0,
    int? Need = null,
    bool Line = false,
    bool Goal = false,
    Gate? Gate = null
);

/// <summary>A gate with a timetable: it is open at tick t when (t + phase) mod period is less than open.</summary>
public sealed record Gate(int Phase = 0, int Period = 4, int Open = 2)
{
    public bool IsOpen(int tick) => (tick + Phase) % Period < Open;
}
