using System.Globalization;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>Fills the templates of blocks.</summary>
/// <param name="cover">What is said instead of a piece; null: the piece itself.</param>
internal sealed class TextWriter(TextKind kind, string language, Func<Piece, string?>? cover = null)
{
    /// <summary>Around what is plugged into it, brackets are needed where that is more than one word.</summary>
    private const string Careful = "!}";

    public string RobotNumber => Texts.RobotNumber.Of(kind, language);

    public static TextLine Indented(TextLine line) => line with { Text = "  " + line.Text };

    /// <summary>Counters of so many loops inside one another.</summary>
    public IEnumerable<string> Loops(int depth) => Enumerable.Range(1, depth).Select(Loop);

    /// <param name="loops">How many loops that count are around.</param>
    public IReadOnlyList<TextLine> Lines(IEnumerable<Statement> statements, Scope scope, int loops) =>
        [.. statements.SelectMany(statement => Lines(Piece.Of(statement, scope), scope, loops))];

    /// <summary>A line of the template that is a place for statements alone gives way to them.</summary>
    public IReadOnlyList<TextLine> Lines(Piece piece, Scope scope, int loops)
    {
        var lines = new List<TextLine>();
        var inside = piece.Type == "sc_repeat" ? loops + 1 : loops;
        foreach (var line in Filled(piece).Replace("{loop}", Loop(loops + 1), StringComparison.Ordinal).Split('\n'))
        {
            if (piece.Bodies.FirstOrDefault(body => line == $"{{{body.Input}}}") is not (_, { } statements))
            {
                lines.Add(new TextLine(line, piece.Block));
            }
            else if (statements.Count > 0)
            {
                lines.AddRange(Lines(statements, scope, inside).Select(Indented));
            }
            else if (kind == TextKind.Python)
            {
                lines.Add(new TextLine("  pass", piece.Block));
            }
        }

        return lines;
    }

    /// <summary>The first line of a procedure.</summary>
    public string Heading(Piece procedure) => Filled(procedure).Split('\n')[0];

    private string Loop(int depth) => (language == "vi" ? "lan" : "turn") + depth.ToString(CultureInfo.InvariantCulture);

    private string Filled(Piece piece)
    {
        if (cover?.Invoke(piece) is { } covered)
        {
            return covered;
        }

        var text = Chosen(piece);
        foreach (var (field, value) in piece.Texts)
        {
            text = text.Replace($"{{{field}}}", value, StringComparison.Ordinal);
        }

        foreach (var (input, inner) in piece.Plugged)
        {
            var filled = Filled(inner);
            text = text.Replace($"{{{input}}}", filled, StringComparison.Ordinal)
                .Replace($"{{{input}{Careful}", IsLoose(inner, filled) ? $"({filled})" : filled, StringComparison.Ordinal);
        }

        return text;
    }

    private string Chosen(Piece piece) =>
        piece.Choices.Aggregate(
            Templates.All.Of(piece.Type, kind, language),
            (text, choice) =>
                text.Replace(
                    $"{{{choice.Field}}}",
                    Templates.All.Of(piece.Type, choice.Field, choice.Value, kind, language),
                    StringComparison.Ordinal
                )
        );

    private bool IsLoose(Piece piece, string filled) => filled.StartsWith('-') || Chosen(piece).Contains(Careful, StringComparison.Ordinal);
}
