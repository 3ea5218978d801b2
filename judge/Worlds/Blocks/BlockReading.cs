using Judge.Messages;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Blocks;

/// <summary>A program of blocks that was read, or why it is none. One of the two is null.</summary>
/// <param name="Refusal">Says what to do.</param>
/// <param name="At">Blockly's name of the block that it is about; null: it is about none.</param>
public sealed record BlockReading(ReadProgram? Program, Said? Refusal, string? At);

/// <param name="Blocks">How many blocks count against the goal.</param>
/// <param name="Loose">How many stacks hang under no hat and are not run.</param>
/// <param name="Ids">Blockly's names of the blocks, by their numbers.</param>
public sealed record ReadProgram(BlockProgram Program, int Blocks, int Loose, IReadOnlyList<string> Ids);

/// <summary>Ends the reading of a program that cannot be taken.</summary>
internal sealed class BlockFault(Said said, string? at) : Exception(said.Key)
{
    public Said Said { get; } = said;

    public string? At { get; } = at;
}
