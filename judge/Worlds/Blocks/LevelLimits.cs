using System.Text.Json;
using Judge.Messages;
using Judge.Worlds.Levels;

namespace Judge.Worlds.Blocks;

/// <summary>What a level allows: its tools, how many of them, and what it gave at first and does not let go of.</summary>
internal static class LevelLimits
{
    /// <param name="blocks">Those that run.</param>
    /// <exception cref="BlockFault">Something is not allowed.</exception>
    public static void Check(Level level, IReadOnlyList<StoredBlock> blocks, Workspace all)
    {
        var start = level.Start is { } given ? new Workspace(given) : null;
        var alwaysThere = start?.Blocks.Select(block => block.Type.Name).ToHashSet() ?? [];
        foreach (var block in blocks)
        {
            if (block.Type.Tool is { } tool && !level.Tools.Contains(tool) && !alwaysThere.Contains(block.Type.Name))
            {
                throw new BlockFault(new Said("world.program.otherTool"), block.Id);
            }

            if (IsOtherCondition(level, block))
            {
                throw new BlockFault(new Said("world.program.otherCondition"), block.Id);
            }
        }

        if (blocks.Count(block => !block.IsShadow && !block.Type.IsMain) > level.Cap)
        {
            throw new BlockFault(new Said("world.program.tooManyBlocks", level.Cap), null);
        }

        foreach (var (tool, most) in level.Most.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (blocks.Where(block => block.Type.Tool == tool).Skip(most).FirstOrDefault() is { } tooMany)
            {
                throw new BlockFault(new Said("world.program.tooManyOfTool", most), tooMany.Id);
            }
        }

        CheckGiven(start, all);
    }

    private static bool IsOtherCondition(Level level, StoredBlock block) =>
        level.Conditions.Count > 0
        && block.Type.Fields.Any(field => field.Name == BlockTypes.When)
        && !level.Conditions.Contains(block.Text(BlockTypes.When));

    /// <summary>
    /// What could not be deleted is still there; what could not be moved is where it was; what could not be edited is as it was. Hats are
    /// looked at elsewhere: their ids do not matter.
    /// </summary>
    private static void CheckGiven(Workspace? start, Workspace all)
    {
        var there = all.Blocks.ToDictionary(block => block.Id);
        foreach (var given in start?.Blocks.Where(block => !block.Type.IsMain && IsLocked(block)) ?? [])
        {
            if (!there.TryGetValue(given.Id, out var now) ? !given.Flag("deletable") : !IsAsGiven(given, now))
            {
                throw new BlockFault(new Said("world.program.givenChanged"), now?.Id);
            }
        }
    }

    private static bool IsLocked(StoredBlock block) => !block.Flag("deletable") || !block.Flag("movable") || !block.Flag("editable");

    private static bool IsAsGiven(StoredBlock given, StoredBlock now) =>
        given.Type == now.Type
        && (given.Flag("movable") || given.Place == now.Place && IsSame(given.Above, now.Above))
        && (given.Flag("editable") || JsonElement.DeepEquals(given.Fields ?? default, now.Fields ?? default));

    private static bool IsSame(StoredBlock? given, StoredBlock? now) =>
        given is null || now is null ? given is null && now is null
        : given.Type.IsMain ? given.Type == now.Type
        : given.Id == now.Id;
}
