using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>
/// A program half told, as a hint: its blocks in their own words, without its numbers and without the one that matters most.
/// </summary>
public static class Skeleton
{
    private const string NoNumber = "…";
    private const string NoBlock = "____";

    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <returns>Lines, indented.</returns>
    public static IReadOnlyList<string> Of(BlockProgram program, string language)
    {
        var names = new Scope(program.Variables, [.. program.Procedures.Select(procedure => procedure.Name)], []);
        List<(IReadOnlyList<Statement> Body, Scope Scope)> parts =
        [
            .. program.Mains.Select(main => (main, names)),
            .. program.Procedures.Select(procedure => (procedure.Body, names with { Parameters = procedure.Parameters })),
        ];
        var gap = Gap(parts.SelectMany(part => Leaves(part.Body, part.Scope, 0)));
        var writer = new TextWriter(
            TextKind.Blocks,
            language,
            piece =>
                piece.Type == "sc_number" ? NoNumber
                : piece.Block == gap ? NoBlock
                : null
        );
        return
        [
            .. program.Mains.SelectMany(main => writer.Lines(main, names, 0).Select(line => line.Text)),
            .. program
                .Procedures.SelectMany(
                    (procedure, at) =>
                        writer.Lines(
                            Piece.Of(procedure, procedure.Name, parts[program.Mains.Count + at].Scope),
                            parts[program.Mains.Count + at].Scope,
                            0
                        )
                )
                .Select(line => line.Text),
        ];
    }

    /// <summary>The last of the innermost, rather one that is more than a step ahead; -1: there is none.</summary>
    private static int Gap(IEnumerable<(Piece Piece, int Depth)> leaves) =>
        leaves
            .OrderBy(leaf => leaf.Depth)
            .ThenBy(leaf => leaf.Piece.Type != "sc_forward")
            .ThenBy(leaf => leaf.Piece.Block)
            .Select(leaf => leaf.Piece.Block)
            .LastOrDefault(-1);

    private static IEnumerable<(Piece Piece, int Depth)> Leaves(IEnumerable<Statement> statements, Scope scope, int depth) =>
        statements
            .Select(statement => Piece.Of(statement, scope))
            .SelectMany(piece =>
                piece.Bodies.Count == 0 ? [(piece, depth)] : piece.Bodies.SelectMany(body => Leaves(body.Statements, scope, depth + 1))
            );
}
