using System.Globalization;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>
/// Says a program of blocks in Pascal or Python. It does the same there: with the unit <c>SRobot</c> or the module <c>srobot</c> its
/// robot takes the same actions.
/// </summary>
public static class ProgramText
{
    /// <param name="language"><c>vi</c> or <c>en</c>: how the robot's unit is spoken to.</param>
    public static IReadOnlyList<TextLine> Of(BlockProgram program, TextKind kind, string language)
    {
        var names = new SafeNames(program);
        var writer = new TextWriter(kind, language);
        var main = new Scope(names.Variables, names.Procedures, []);
        List<(Procedure Procedure, Scope Scope)> procedures =
        [
            .. program.Procedures.Select((procedure, at) => (procedure, main with { Parameters = names.Parameters[at] })),
        ];
        var pieces = program
            .Mains.SelectMany(statements => Pieces.All(statements, main))
            .Concat(procedures.SelectMany(one => Pieces.All(one.Procedure.Body, one.Scope)))
            .Where(piece => Pieces.Named(piece, "VAR") is not null)
            .Select(piece => Pieces.Named(piece, "VAR"))
            .ToHashSet();
        var parts = new Parts(
            [.. names.Variables.Where(pieces.Contains)],
            [.. procedures.Select((one, at) => (Piece.Of(one.Procedure, names.Procedures[at], one.Scope), one.Scope))],
            program.Mains,
            main
        );
        return kind == TextKind.Pascal ? [.. Pascal(parts, writer)] : [.. Python(parts, writer)];
    }

    private static IEnumerable<TextLine> Pascal(Parts parts, TextWriter writer)
    {
        List<string> counters = [.. writer.Loops(Pieces.Depth(parts.Mains.SelectMany(one => one), parts.Scope))];
        List<string> forwards = [.. Forwards(parts).Select(at => writer.Heading(parts.Procedures[at].Piece) + " forward;")];
        return Frame("uses SRobot;", "")
            .Concat(Declared([.. parts.Variables, .. counters]))
            .Concat(forwards.Count > 0 ? Frame([.. forwards, ""]) : [])
            .Concat(parts.Procedures.SelectMany(one => Pascal(one.Piece, one.Scope, writer)))
            .Concat(Frame(["begin", .. parts.Variables.Select(name => $"  {name} := 0;")]))
            .Concat(Indented(PascalMain(parts, writer)))
            .Concat(Frame("end."));
    }

    private static IEnumerable<TextLine> Pascal(Piece procedure, Scope scope, TextWriter writer)
    {
        var depth = Pieces.Depth(procedure.Bodies[0].Statements, scope);
        var lines = writer.Lines(procedure, scope, 0);
        var counters = depth > 0 ? new TextLine[] { new($"var {Listed(writer.Loops(depth))}: LongInt;", procedure.Block) } : [];
        return [.. lines.Take(1), .. counters, .. lines.Skip(1), .. Frame("")];
    }

    private static IEnumerable<TextLine> PascalMain(Parts parts, TextWriter writer)
    {
        if (parts.Mains.Count == 1)
        {
            return writer.Lines(parts.Mains[0], parts.Scope, 0);
        }

        return parts
            .Mains.SelectMany(
                (statements, robot) =>
                    Frame($"{(robot == 0 ? "" : "end else ")}if {writer.RobotNumber} = {Text(robot)} then begin")
                        .Concat(Indented(writer.Lines(statements, parts.Scope, 0)))
            )
            .Concat(Frame("end;"));
    }

    private static IEnumerable<TextLine> Python(Parts parts, TextWriter writer) =>
        Frame("from srobot import *", "")
            .Concat(parts.Variables.Count > 0 ? Frame([.. parts.Variables.Select(name => $"{name} = 0"), ""]) : [])
            .Concat(parts.Procedures.SelectMany(one => Python(one.Piece, one.Scope, writer)))
            .Concat(PythonMain(parts, writer));

    private static IEnumerable<TextLine> Python(Piece procedure, Scope scope, TextWriter writer)
    {
        var changed = Pieces
            .All(procedure.Bodies[0].Statements, scope)
            .Where(piece => piece.Type is "sc_set" or "sc_add" or "sc_for")
            .Select(piece => Pieces.Named(piece, "VAR")!)
            .Distinct();
        var lines = writer.Lines(procedure, scope, 0);
        var globals = changed.Any() ? new TextLine[] { new($"  global {Listed(changed)}", procedure.Block) } : [];
        return [.. lines.Take(1), .. globals, .. lines.Skip(1), .. Frame("")];
    }

    private static IEnumerable<TextLine> PythonMain(Parts parts, TextWriter writer) =>
        parts.Mains.Count == 1
            ? writer.Lines(parts.Mains[0], parts.Scope, 0)
            : parts.Mains.SelectMany(
                (statements, robot) =>
                    Frame($"{(robot == 0 ? "" : "el")}if {writer.RobotNumber} == {Text(robot)}:")
                        .Concat(statements.Count > 0 ? Indented(writer.Lines(statements, parts.Scope, 0)) : Frame("  pass"))
            );

    /// <summary>Procedures that one before them calls: Pascal must have heard of them.</summary>
    private static IEnumerable<int> Forwards(Parts parts) =>
        parts
            .Procedures.Index()
            .Where(called =>
                parts
                    .Procedures.Take(called.Index)
                    .SelectMany(before => Pieces.All(before.Piece.Bodies[0].Statements, before.Scope))
                    .Any(piece =>
                        piece.Type.StartsWith("sc_call", StringComparison.Ordinal)
                        && Pieces.Named(piece, "NAME") == Pieces.Named(called.Item.Piece, "NAME")
                    )
            )
            .Select(called => called.Index);

    private static IEnumerable<TextLine> Declared(IReadOnlyList<string> variables) =>
        variables.Count > 0 ? Frame($"var {Listed(variables)}: LongInt;", "") : [];

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<TextLine> Frame(params IReadOnlyList<string> lines) => lines.Select(line => new TextLine(line, -1));

    private static IEnumerable<TextLine> Indented(IEnumerable<TextLine> lines) => lines.Select(TextWriter.Indented);

    /// <param name="Variables">Those that are used.</param>
    /// <param name="Scope">Of the mains.</param>
    private sealed record Parts(
        IReadOnlyList<string> Variables,
        IReadOnlyList<(Piece Piece, Scope Scope)> Procedures,
        IReadOnlyList<IReadOnlyList<Statement>> Mains,
        Scope Scope
    );
}
