using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>Judges a run whose robots have all ended by themselves.</summary>
internal static class Ending
{
    /// <summary>The end code of the first rule that does not hold; Ok: all hold.</summary>
    /// <param name="toldBy">Who said the last number.</param>
    /// <param name="toldBlock">With which block; -1: nothing was said.</param>
    public static RunEnd Of(WorldState state, IReadOnlyList<WinRule> win, Passage[] passages, int toldBy, int toldBlock)
    {
        foreach (var rule in win)
        {
            var end = rule.Kind switch
            {
                WinKind.Goal => Goal(state, passages),
                WinKind.ThingsPicked => Things(state, _ => true, passages),
                WinKind.ColourPicked => Colour(state, rule.Number, passages),
                WinKind.HousesServed => Houses(state, passages),
                WinKind.DrawingCells => DrawnCells(state, passages),
                WinKind.DrawingEdges => DrawnEdges(state, passages),
                WinKind.Told => Told(state, toldBy, toldBlock),
                WinKind.AtStart => AtStart(state, passages),
                WinKind.Ticks => state.Tick <= rule.Number ? null : First(state, passages, EndCode.OutOfTicks, Cell(state), rule.Number),
                _ => throw new InvalidOperationException($"There is no win rule {rule.Kind}."),
            };
            if (end is { } found)
            {
                return found;
            }
        }

        return First(state, passages, EndCode.Ok, Cell(state), 0);
    }

    private static RunEnd? Goal(WorldState state, Passage[] passages)
    {
        for (var robot = 0; robot < passages.Length; robot++)
        {
            var place = state.Robots[robot].Place;
            if (!state.World[place].Goal)
            {
                return passages[robot] is { GoalTick: >= 0 } passed
                    ? new RunEnd(EndCode.PastGoal, passed.GoalTick, robot, place, passed.GoalBlock)
                    : new RunEnd(EndCode.NotAtGoal, state.Tick, robot, place, passages[robot].LastBlock, ToGoal(state.World, place));
            }
        }

        return null;
    }

    /// <summary>Rows and columns to the nearest goal.</summary>
    private static int ToGoal(World world, Place from) =>
        world
            .Cells.Index()
            .Where(cell => cell.Item.Goal)
            .Select(cell => world.PlaceOf(cell.Index))
            .Select(goal => Math.Abs(goal.X - from.X) + Math.Abs(goal.Y - from.Y))
            .DefaultIfEmpty()
            .Min();

    private static RunEnd? Things(WorldState state, Func<int, bool> counts, Passage[] passages) =>
        Missing(state, cell => counts(cell) ? state.Things[cell] : 0) is (var first, > 0 and var left)
            ? First(state, passages, EndCode.ThingsLeft, first, left)
            : null;

    private static RunEnd? Colour(WorldState state, int colour, Passage[] passages)
    {
        var cells = state.World.Cells;
        if (Things(state, cell => cells[cell].Colour == colour, passages) is { } left)
        {
            return left;
        }

        var (first, taken) = Missing(
            state,
            cell => cells[cell].Colour == colour ? 0 : Math.Max(0, cells[cell].Things - state.Things[cell])
        );
        return taken == 0 ? null : First(state, passages, EndCode.WrongThing, first, taken);
    }

    private static RunEnd? Houses(WorldState state, Passage[] passages)
    {
        for (var cell = 0; cell < state.Needs.Length; cell++)
        {
            if (state.IsHouse(cell) && state.Needs[cell] > 0)
            {
                return First(state, passages, EndCode.HouseShort, cell, state.Needs[cell]);
            }
        }

        return null;
    }

    private static RunEnd? DrawnCells(WorldState state, Passage[] passages)
    {
        var wanted = Drawing.Cells(state.World);
        return Drawn(
            state,
            passages,
            Missing(state, cell => wanted[cell] != 0 && state.Colours[cell] != wanted[cell] ? 1 : 0),
            Missing(state, cell => wanted[cell] == 0 && state.Colours[cell] != 0 ? 1 : 0)
        );
    }

    private static RunEnd? DrawnEdges(WorldState state, Passage[] passages)
    {
        var wanted = Drawing.Edges(state.World);
        return Drawn(
            state,
            passages,
            Missing(state, cell => Beyond(wanted, state.Edges, cell)),
            Missing(state, cell => Beyond(state.Edges, wanted, cell))
        );
    }

    /// <summary>How many of a cell's two edges are in one drawing and not in the other.</summary>
    private static int Beyond(byte[] one, byte[] other, int cell) =>
        (one[2 * cell] & ~other[2 * cell]) + (one[2 * cell + 1] & ~other[2 * cell + 1]);

    private static RunEnd? Drawn(WorldState state, Passage[] passages, (int Cell, int Count) missing, (int Cell, int Count) extra) =>
        missing.Count > 0 ? First(state, passages, EndCode.DrawingShort, missing.Cell, missing.Count)
        : extra.Count > 0 ? First(state, passages, EndCode.DrawingExtra, extra.Cell, extra.Count)
        : null;

    private static RunEnd? Told(WorldState state, int by, int block) =>
        state.Told is { } told && told == state.World.Told
            ? null
            : new RunEnd(EndCode.ToldWrong, state.Tick, by, state.Robots[by].Place, block, state.Told ?? 0);

    private static RunEnd? AtStart(WorldState state, Passage[] passages) =>
        state.World.IndexOf(state.World.Robots[0].Place) is var start && state.Things[start] > 0
            ? null
            : First(state, passages, EndCode.HouseShort, start, 1);

    /// <summary>How much is missing in all cells together, and the first cell where something is; -1: nowhere.</summary>
    private static (int Cell, int Count) Missing(WorldState state, Func<int, int> missing)
    {
        var (first, count) = (-1, 0);
        for (var cell = 0; cell < state.Things.Length; cell++)
        {
            var here = missing(cell);
            first = first < 0 && here > 0 ? cell : first;
            count += here;
        }

        return (first, count);
    }

    private static int Cell(WorldState state) => state.World.IndexOf(state.Robots[0].Place);

    /// <summary>What is about no robot alone is told of the first.</summary>
    private static RunEnd First(WorldState state, Passage[] passages, EndCode code, int cell, int number) =>
        new(code, state.Tick, 0, state.World.PlaceOf(cell), passages[0].LastBlock, number);
}
