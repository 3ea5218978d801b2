using Judge.Worlds.Trees;

namespace Judge.Worlds.Blocks;

/// <summary>Whether procedures call themselves, directly or by others.</summary>
internal static class Recursion
{
    public static bool IsIn(BlockProgram program)
    {
        List<HashSet<int>> calls = [.. program.Procedures.Select(procedure => Calls(procedure.Body).ToHashSet())];
        HashSet<int> left = [.. Enumerable.Range(0, calls.Count)];
        while (left.Where(procedure => !calls[procedure].Overlaps(left)).ToList() is { Count: > 0 } free)
        {
            left.ExceptWith(free);
        }

        return left.Count > 0;
    }

    private static IEnumerable<int> Calls(IEnumerable<Statement> body) =>
        body.SelectMany(statement =>
            statement switch
            {
                Call call => [call.Procedure],
                Loop loop => Calls(loop.Body),
                If choice => Calls(choice.Then).Concat(Calls(choice.Else ?? [])),
                _ => [],
            }
        );
}
