using Judge.Problems;
using Judge.Worlds.Blocks;

namespace Judge.Submit.Intake;

/// <summary>Programs of blocks at the door: one text, which is a program for the level.</summary>
internal static class BlockIntake
{
    public static HandinDecision Decide(IReadOnlyList<HandedFile> files, Problem problem) =>
        files switch
        {
            [] => HandinDecision.Refused("handin.noFile"),
            [var only] => BlockReader.Read(only.Bytes, problem.Level!).Refusal is { } refusal
                ? new HandinDecision(null, refusal)
                : HandinDecision.Taken(HandinKind.Blocks, "", only.Bytes, []),
            _ => HandinDecision.Refused("handin.blocksAlone"),
        };
}
