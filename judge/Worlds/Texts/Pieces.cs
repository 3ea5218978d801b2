using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>Questions about all pieces of a program.</summary>
internal static class Pieces
{
    /// <summary>Statements with all that is plugged into them and all that is inside them.</summary>
    public static IEnumerable<Piece> All(IEnumerable<Statement> statements, Scope scope) =>
        statements
            .Select(statement => Piece.Of(statement, scope))
            .SelectMany(piece => Plugged(piece).Concat(piece.Bodies.SelectMany(body => All(body.Statements, scope))));

    /// <summary>How many loops that count stand inside one another.</summary>
    public static int Depth(IEnumerable<Statement> statements, Scope scope) =>
        statements
            .Select(statement => Piece.Of(statement, scope))
            .Select(piece => (piece.Type == "sc_repeat" ? 1 : 0) + Depth(piece.Bodies.SelectMany(body => body.Statements), scope))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>The text of a field; null: the piece has no such field.</summary>
    public static string? Named(Piece piece, string field) => piece.Texts.FirstOrDefault(one => one.Field == field).Text;

    private static IEnumerable<Piece> Plugged(Piece piece) => piece.Plugged.SelectMany(one => Plugged(one.Piece)).Prepend(piece);
}
