using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>A robot at a moment.</summary>
/// <param name="Power">What is left; <see cref="NoLimit"/>: it is without end.</param>
/// <param name="Ended">Its program has ended: it stands where it is.</param>
internal record struct RobotState(Place Place, Direction Direction, int Bag, int Power, bool Ended)
{
    public const int NoLimit = -1;
}
