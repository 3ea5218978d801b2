using System.Text.Json;
using Judge.Messages;
using Judge.Worlds.Levels;

namespace Judge.Worlds.Blocks;

/// <summary>
/// Reads a program as the block editor saves it, for one level. Whatever the bytes are, the answer is a program or one sentence: no
/// exception, and no work beyond what 64 KB can make.
/// </summary>
public static class BlockReader
{
    /// <summary>Greatest size of a program, in bytes.</summary>
    public const int MostBytes = 64 << 10;

    /// <summary>Blockly puts each block into the one above it: 511 blocks in a stack are as deep as this.</summary>
    private const int MostDepth = 1024;

    private const int MostProcedures = 10;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    public static BlockReading Read(ReadOnlyMemory<byte> utf8, Level level)
    {
        if (utf8.Length > MostBytes)
        {
            return new BlockReading(null, new Said("world.program.tooLarge", MostBytes >> 10), null);
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return new BlockReading(Read(new Workspace(document.RootElement), level), null, null);
        }
        catch (BlockFault fault)
        {
            return new BlockReading(null, fault.Said, fault.At);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // no JSON, a key twice, too deep; or half a sign in a text, which is told only when the text is asked for
            return new BlockReading(null, StoredJson.Broken().Said, null);
        }
    }

    /// <summary>Whether what a level starts with is something that the editor saves; nothing is.</summary>
    internal static bool IsStart(Level level)
    {
        try
        {
            return level.Start is not { } start || Hats(new Workspace(start), level).Count == level.RobotCount;
        }
        catch (BlockFault)
        {
            return false;
        }
    }

    private static ReadProgram Read(Workspace workspace, Level level)
    {
        var hats = Hats(workspace, level);
        List<StoredBlock> procedures = [.. workspace.Tops.Where(top => top.Type.Parameters is not null)];
        CheckProcedures(procedures);
        var (program, blocks) = TreeBuilder.Build(workspace.Variables, hats, procedures);
        LevelLimits.Check(level, blocks, workspace);
        if (program.Mains.All(main => main.Count == 0))
        {
            throw new BlockFault(new Said("world.program.empty"), hats[0].Id);
        }

        if (!level.Recursion && Recursion.IsIn(program))
        {
            throw new BlockFault(new Said("world.program.recursion"), null);
        }

        return new ReadProgram(
            program,
            blocks.Count(block => block.Type.Counts && !block.IsShadow),
            workspace.Tops.Count(top => top.Type.Kind != BlockKind.Hat),
            [.. blocks.Select(block => block.Id)]
        );
    }

    /// <summary>One a robot, in their order.</summary>
    private static IReadOnlyList<StoredBlock> Hats(Workspace workspace, Level level)
    {
        var wanted = level.RobotCount == 1 ? BlockType.Start : BlockType.StartRobot;
        List<StoredBlock> hats = [.. workspace.Tops.Where(top => top.Type.IsMain)];
        if (hats.Find(hat => hat.Type.Name != wanted) is { } other)
        {
            throw new BlockFault(new Said("world.program.otherTool"), other.Id);
        }

        hats.Sort((one, other) => string.CompareOrdinal(RobotOf(one), RobotOf(other)));
        return hats.Select(RobotOf).SequenceEqual(Enumerable.Range(0, level.RobotCount).Select(robot => $"{robot}"))
            ? hats
            : throw new BlockFault(new Said("world.program.noStart"), null);
    }

    private static string RobotOf(StoredBlock hat) => hat.Type.Name == BlockType.StartRobot ? hat.Text("ROBOT") : "0";

    private static void CheckProcedures(List<StoredBlock> procedures)
    {
        if (procedures.Count > MostProcedures)
        {
            throw new BlockFault(new Said("world.program.tooManyProcedures", MostProcedures), null);
        }

        if (procedures.GroupBy(hat => hat.Variable("NAME")).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new BlockFault(new Said("world.program.sameProcedure"), twice.Last().Id);
        }
    }
}
