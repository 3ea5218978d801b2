namespace Judge.Worlds.Levels;

/// <summary>What must be true when the program has ended.</summary>
public enum WinKind
{
    /// <summary>Each robot stands on a goal.</summary>
    Goal,

    /// <summary>No thing lies anywhere.</summary>
    ThingsPicked,

    /// <summary>No thing lies where the number's colour was at first, and no other thing is missing.</summary>
    ColourPicked,

    /// <summary>No house needs anything.</summary>
    HousesServed,

    /// <summary>The colours of all cells are those of the drawing.</summary>
    DrawingCells,

    /// <summary>The edges that robots went along are those of the drawing.</summary>
    DrawingEdges,

    /// <summary>The number said last is the world's.</summary>
    Told,

    /// <summary>A thing lies where the first robot started.</summary>
    AtStart,

    /// <summary>The run took at most so many ticks.</summary>
    Ticks,
}

/// <param name="Number">The colour, or the number of ticks; 0 for the others.</param>
public readonly record struct WinRule(WinKind Kind, int Number = 0);
