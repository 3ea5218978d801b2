using System.Buffers.Binary;
using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>A world at a moment of a run: all that deeds can change.</summary>
internal sealed class WorldState
{
    /// <summary>In the hash, of cells without a house.</summary>
    private const byte NoHouse = 255;

    private readonly int[] _standing;

    public WorldState(World world)
    {
        World = world;
        Robots =
        [
            .. world.Robots.Select(start => new RobotState(
                start.Place,
                start.Direction,
                world.Carries,
                world.Power ?? RobotState.NoLimit,
                Ended: false
            )),
        ];
        Colours = [.. world.Cells.Select(cell => (byte)cell.Colour)];
        Things = [.. world.Cells.Select(cell => (byte)cell.Things)];
        Needs = [.. world.Cells.Select(cell => (byte)(cell.Need ?? NoHouse))];
        Edges = new byte[world.Cells.Count * 2];
        _standing = new int[world.Cells.Count];
        foreach (var robot in Robots)
        {
            _standing[world.IndexOf(robot.Place)]++;
        }
    }

    public World World { get; }

    /// <summary>Ticks done so far.</summary>
    public int Tick { get; set; }

    public RobotState[] Robots { get; }

    /// <summary>By cell.</summary>
    public byte[] Colours { get; }

    /// <inheritdoc cref="Colours"/>
    public byte[] Things { get; }

    /// <summary>By cell; 255: there is no house.</summary>
    public byte[] Needs { get; }

    /// <summary>1 where a robot went along an edge (<see cref="World.EdgeOf"/>).</summary>
    public byte[] Edges { get; }

    /// <summary>The number said last; null: nothing was said.</summary>
    public int? Told { get; set; }

    public bool IsHouse(int cell) => Needs[cell] != NoHouse;

    public bool HasRobot(Place place) => _standing[World.IndexOf(place)] > 0;

    /// <summary>No gate, or an open one. A gate never closes on a robot.</summary>
    public bool IsOpen(Place place) => World[place].Gate is not { } gate || gate.IsOpen(Tick) || HasRobot(place);

    /// <summary>Goes ahead, whatever is there.</summary>
    public void Move(int robot)
    {
        ref var mover = ref Robots[robot];
        Edges[World.EdgeOf(mover.Place, mover.Direction)] = 1;
        _standing[World.IndexOf(mover.Place)]--;
        mover.Place = mover.Place.Next(mover.Direction);
        _standing[World.IndexOf(mover.Place)]++;
    }

    /// <summary>FNV-1a of 64 bits over the bytes that problems/worlds/README.md lists.</summary>
    public ulong Hash()
    {
        Span<byte> number = stackalloc byte[4];
        var hash = Fnv.Start;
        BinaryPrimitives.WriteInt32LittleEndian(number, Tick);
        hash = Fnv.Add(hash, number);
        foreach (var robot in Robots)
        {
            ReadOnlySpan<byte> own =
            [
                (byte)robot.Place.X,
                (byte)robot.Place.Y,
                (byte)robot.Direction,
                robot.Ended ? (byte)1 : (byte)0,
                (byte)robot.Bag,
            ];
            hash = Fnv.Add(hash, own);
            BinaryPrimitives.WriteInt32LittleEndian(number, robot.Power);
            hash = Fnv.Add(hash, number);
        }

        hash = Fnv.Add(hash, Colours);
        hash = Fnv.Add(hash, Things);
        hash = Fnv.Add(hash, Needs);
        hash = Fnv.Add(hash, Edges);
        hash = Fnv.Add(hash, [Told is null ? (byte)0 : (byte)1]);
        BinaryPrimitives.WriteInt32LittleEndian(number, Told ?? 0);
        return Fnv.Add(hash, number);
    }
}
