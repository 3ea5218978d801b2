using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds.Run;

public sealed class TraceTests
{
    private static readonly EndCode[] Judged =
    [
        EndCode.Ok,
        EndCode.NotAtGoal,
        EndCode.PastGoal,
        EndCode.ThingsLeft,
        EndCode.HouseShort,
        EndCode.DrawingShort,
        EndCode.DrawingExtra,
        EndCode.ToldWrong,
        EndCode.WrongThing,
    ];

    private static readonly IReadOnlyList<(int Seed, Level Level, BlockProgram Program)> Alone =
    [
        .. Enumerable
            .Range(0, 2000)
            .Select(seed => (Seed: seed, Pair: RandomPair.Of(seed)))
            .Where(one => one.Pair.Level.RobotCount == 1)
            .Select(one => (one.Seed, one.Pair.Level, one.Pair.Program)),
    ];

    [Fact]
    public void Who_applies_a_trace_comes_to_the_same_states() =>
        Assert.All(
            Alone,
            one =>
            {
                var trace = one.Level.Run(one.Program);
                var state = new WorldState(one.Level.Worlds[0]);
                List<ulong> hashes = [];
                foreach (var record in TraceReader.Read(trace))
                {
                    Apply(record, state);
                    if (state.Tick % Trace.HashEvery == 0)
                    {
                        hashes.Add(state.Hash());
                    }
                }

                state.Robots[0].Ended = Judged.Contains(trace.End.Code) || EndedByRule(trace);
                hashes.Add(state.Hash());
                Assert.True(trace.Hashes.SequenceEqual(hashes), $"{one.Seed}");
            }
        );

    [Fact]
    public void In_a_mirrored_world_mirrored_turns_give_the_mirrored_trace() =>
        Assert.All(
            Alone,
            one =>
            {
                var world = one.Level.Worlds[0];
                var trace = one.Level.Run(one.Program);
                var mirrored = WorldEngine.Run(one.Level, Mirror.Of(world), Mirror.Of(one.Program));
                Assert.Equal((trace.End.Code, trace.Ticks, trace.End.Block), (mirrored.End.Code, mirrored.Ticks, mirrored.End.Block));
                var back = TraceReader.Read(mirrored).Select(record => Mirror.Of(record, world));
                Assert.Equal(TraceReader.Read(trace).Select(Told), back.Select(Told));
            }
        );

    [Fact]
    public void Other_names_of_variables_change_nothing() =>
        Assert.All(
            Alone,
            one =>
            {
                var renamed = one.Program with { Variables = [.. one.Program.Variables.Select(name => $"other {name}")] };
                Assert.Equal(TraceJson.Write(one.Level.Run(one.Program)), TraceJson.Write(one.Level.Run(renamed)));
            }
        );

    [Fact]
    public void Waiting_for_no_time_changes_no_end() =>
        Assert.All(
            Alone,
            one =>
            {
                var main = one.Program.Mains[0];
                Statement nothing = new Wait(0, new Literal(0, 0));
                var longer = one.Program with
                {
                    Mains =
                    [
                        [nothing, .. main, nothing],
                    ],
                };
                var (trace, other) = (one.Level.Run(one.Program), one.Level.Run(longer));
                Assert.Equal((trace.End.Code, trace.Ticks), (other.End.Code, other.Ticks));
                Assert.True(trace.Steps.Span.SequenceEqual(other.Steps.Span));
            }
        );

    /// <summary>Out of the ticks of a rule, not of the level: the program has ended.</summary>
    private static bool EndedByRule(Trace trace) =>
        trace.End is { Code: EndCode.OutOfTicks, Number: > 0 and var most } && most < trace.Ticks;

    private static void Apply(TraceRecord record, WorldState state)
    {
        ref var robot = ref state.Robots[0];
        if (record.IsMade)
        {
            if (record.Deed == Deed.Forward)
            {
                state.Move(0);
            }

            robot.Direction = (Direction)(((int)robot.Direction + TurnsOf(record.Deed)) & 3);
        }

        foreach (var (kind, numbers) in record.Effects)
        {
            switch (kind)
            {
                case Effect.Things:
                    state.Things[numbers[0]] = (byte)numbers[1];
                    break;
                case Effect.Need:
                    state.Needs[numbers[0]] = (byte)numbers[1];
                    break;
                case Effect.Colour:
                    state.Colours[numbers[0]] = (byte)numbers[1];
                    break;
                case Effect.Said:
                    state.Told = (int)((uint)numbers[0] >> 1) ^ -(numbers[0] & 1);
                    break;
                case Effect.Bag:
                    robot.Bag = numbers[0];
                    break;
                case Effect.Power:
                    robot.Power = numbers[0];
                    break;
                default:
                    break;
            }
        }

        state.Tick++;
    }

    private static int TurnsOf(Deed deed) =>
        deed switch
        {
            Deed.Right => 1,
            Deed.Around => 2,
            Deed.Left => 3,
            _ => 0,
        };

    private static string Told(TraceRecord record) =>
        $"{record.Deed} {record.Block} [{string.Join(' ', record.Chain)}] "
        + string.Join(", ", record.Effects.Select(one => $"{one.Kind} {string.Join(' ', one.Numbers)}").Order(StringComparer.Ordinal));
}
