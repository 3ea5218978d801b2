namespace Judge.Worlds.Texts;

/// <summary>
/// Where there are several robots, each runs the same text for itself and asks which of them it is.
/// </summary>
internal static class RobotNumber
{
    public static readonly IReadOnlyList<string> Names = ["SoRobot", "RobotNumber", "so_robot", "robot_number"];

    public static string Of(TextKind kind, string language) =>
        (kind, language) switch
        {
            (TextKind.Pascal, "vi") => Names[0],
            (TextKind.Pascal, _) => Names[1],
            (_, "vi") => Names[2] + "()",
            _ => Names[3] + "()",
        };
}
