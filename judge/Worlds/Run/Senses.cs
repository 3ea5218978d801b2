using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>What one robot can tell of the world as a tick begins.</summary>
public readonly struct Senses
{
    private readonly WorldState _state;
    private readonly int _robot;

    internal Senses(WorldState state, int robot) => (_state, _robot) = (state, robot);

    /// <summary>Number of things in its cell.</summary>
    public int Pile => _state.Things[Cell];

    public int Bag => Robot.Bag;

    /// <summary>0 where it is without end.</summary>
    public int Power => Math.Max(0, Robot.Power);

    public bool IsGoal => _state.World.Cells[Cell].Goal;

    /// <summary>The house in its cell still needs something.</summary>
    public bool HouseNeeds => _state.IsHouse(Cell) && _state.Needs[Cell] > 0;

    /// <summary>0 to 7.</summary>
    public int Colour => _state.Colours[Cell];

    private RobotState Robot => _state.Robots[_robot];

    private int Cell => _state.World.IndexOf(Robot.Place);

    /// <summary>It could go there.</summary>
    /// <param name="turns">Turns to the right from where it looks, 0 to 3.</param>
    public bool IsFree(int turns) => IsFree(Robot.Place.Next(Toward(turns)));

    /// <inheritdoc cref="IsFree(int)"/>
    public bool HasLine(int turns) => Robot.Place.Next(Toward(turns)) is var place && _state.World.Has(place) && _state.World[place].Line;

    /// <inheritdoc cref="IsFree(int)"/>
    public bool HasRobot(int turns) => Robot.Place.Next(Toward(turns)) is var place && _state.World.Has(place) && _state.HasRobot(place);

    /// <summary>How many cells in a row are free.</summary>
    /// <inheritdoc cref="IsFree(int)"/>
    public int Distance(int turns)
    {
        var direction = Toward(turns);
        var place = Robot.Place.Next(direction);
        var free = 0;
        while (IsFree(place))
        {
            free++;
            place = place.Next(direction);
        }

        return free;
    }

    private Direction Toward(int turns) => (Direction)(((int)Robot.Direction + turns) & 3);

    private bool IsFree(Place place) =>
        _state.World.Has(place)
        && _state.World[place].Terrain is Terrain.Floor or Terrain.Off
        && _state.IsOpen(place)
        && !_state.HasRobot(place);
}
