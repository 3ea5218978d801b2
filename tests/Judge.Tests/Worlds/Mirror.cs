using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>East for west and right for left: of worlds with one robot, of programs, of records.</summary>
internal static class Mirror
{
    public static World Of(World world) =>
        world with
        {
            Cells = [.. world.Cells.Select((_, cell) => world.Cells[Of(cell, world)])],
            Robots = [.. world.Robots.Select(robot => new RobotStart(Of(robot.Place, world), Of(robot.Direction)))],
            Drawing =
            [
                .. world.Drawing.Select(stroke => stroke with { From = Of(stroke.From, world), Walk = [.. stroke.Walk.Select(Of)] }),
            ],
        };

    public static BlockProgram Of(BlockProgram program) =>
        program with
        {
            Mains = [.. program.Mains.Select(Of)],
            Procedures = [.. program.Procedures.Select(one => one with { Body = Of(one.Body) })],
        };

    public static TraceRecord Of(TraceRecord record, World world) =>
        record with
        {
            Deed = record.Deed switch
            {
                Deed.Left => Deed.Right,
                Deed.Right => Deed.Left,
                var other => other,
            },
            Effects =
            [
                .. record.Effects.Select(one => one.Numbers.Length == 2 ? (one.Kind, [Of(one.Numbers[0], world), one.Numbers[1]]) : one),
            ],
        };

    private static Place Of(Place place, World world) => place with { X = world.Width - 1 - place.X };

    private static int Of(int cell, World world) => world.IndexOf(Of(world.PlaceOf(cell), world));

    private static Direction Of(Direction direction) =>
        direction switch
        {
            Direction.East => Direction.West,
            Direction.West => Direction.East,
            var other => other,
        };

    private static Side Of(Side side) =>
        side switch
        {
            Side.Left => Side.Right,
            Side.Right => Side.Left,
            var other => other,
        };

    private static IReadOnlyList<Statement> Of(IReadOnlyList<Statement> body) => [.. body.Select(Of)];

    private static Statement Of(Statement statement) =>
        statement switch
        {
            Act { Kind: ActKind.Left } act => act with { Kind = ActKind.Right },
            Act { Kind: ActKind.Right } act => act with { Kind = ActKind.Left },
            Wait one => one with { Ticks = Of(one.Ticks) },
            Say one => one with { Value = Of(one.Value) },
            Repeat one => one with { Times = Of(one.Times), Body = Of(one.Body) },
            Until one => one with { Condition = Of(one.Condition), Body = Of(one.Body) },
            While one => one with { Condition = Of(one.Condition), Body = Of(one.Body) },
            For one => one with { From = Of(one.From), To = Of(one.To), Body = Of(one.Body) },
            If one => one with { Condition = Of(one.Condition), Then = Of(one.Then), Else = one.Else is null ? null : Of(one.Else) },
            Set one => one with { Value = Of(one.Value) },
            Add one => one with { Value = Of(one.Value) },
            Call one => one with { Arguments = [.. one.Arguments.Select(Of)] },
            var other => other,
        };

    private static Number Of(Number number) =>
        number switch
        {
            Arithmetic one => one with { Left = Of(one.Left), Right = Of(one.Right) },
            Distance one => one with { Side = Of(one.Side) },
            var other => other,
        };

    private static Condition Of(Condition condition) =>
        condition switch
        {
            Compare one => one with { Left = Of(one.Left), Right = Of(one.Right) },
            And one => one with { Left = Of(one.Left), Right = Of(one.Right) },
            Or one => one with { Left = Of(one.Left), Right = Of(one.Right) },
            Not one => one with { Inner = Of(one.Inner) },
            Look one => one with { Side = Of(one.Side) },
            var other => other,
        };
}
