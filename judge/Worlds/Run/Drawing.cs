using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>What a world wants to be drawn, in the form of a state.</summary>
internal static class Drawing
{
    /// <summary>By cell: its colour; 0: none. Where strokes cross, the later one's.</summary>
    public static byte[] Cells(World world)
    {
        var colours = new byte[world.Cells.Count];
        foreach (var stroke in world.Drawing)
        {
            var at = stroke.From;
            colours[world.IndexOf(at)] = (byte)stroke.Colour;
            foreach (var step in stroke.Walk)
            {
                at = at.Next(step);
                colours[world.IndexOf(at)] = (byte)stroke.Colour;
            }
        }

        return colours;
    }

    /// <summary>By edge (<see cref="World.EdgeOf"/>): 1 where it is wanted.</summary>
    public static byte[] Edges(World world)
    {
        var edges = new byte[world.Cells.Count * 2];
        foreach (var stroke in world.Drawing)
        {
            var at = stroke.From;
            foreach (var step in stroke.Walk)
            {
                edges[world.EdgeOf(at, step)] = 1;
                at = at.Next(step);
            }
        }

        return edges;
    }
}
