using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Formats.Statements;

/// <param name="Markdown">CommonMark with <c>$TeX$</c>.</param>
/// <param name="Title">What the text says of its own name; null: nothing.</param>
/// <param name="Strange">Commands that are not understood, kept as text, each once.</param>
/// <param name="Pictures">Files it shows, as it names them.</param>
internal sealed record TexText(string Markdown, string? Title, IReadOnlyCollection<string> Strange, IReadOnlyCollection<string> Pictures);

/// <summary>
/// Turns a problem statement in LaTeX into Markdown: paragraphs, sections, lists, tables, code, pictures, links and fonts as Kattis and
/// Polygon (olymp.sty) admit them. Mathematics stays as it is. Works in one pass over a text of any kind, also one that is no LaTeX.
/// </summary>
internal sealed partial class TexToMarkdown
{
    private const int MostDepth = 24;
    private const char Cell = '\uE000';
    private const char Row = '\uE001';
    private const char Kept = '\uE002';

    private readonly TexCursor _cursor;
    private readonly SortedSet<string> _strange = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _pictures = new(StringComparer.Ordinal);
    private readonly List<string> _kept = [];
    private string? _title;
    private int _depth;
    private int _tables;

    private TexToMarkdown(string tex) => _cursor = new TexCursor(tex);

    public static TexText Convert(string tex)
    {
        var plain = PlainTitle().Match(tex);
        var reading = new TexToMarkdown(OwnMarks().Replace(tex.ReplaceLineEndings("\n"), ""));
        var raw = reading.Read(() => false);
        return new TexText(
            reading.Tidy(raw),
            plain.Success ? plain.Groups[1].Value.Trim() : reading._title,
            reading._strange,
            reading._pictures
        );
    }

    /// <summary>Reads until the end is reached, which the caller takes.</summary>
    private string Read(Func<bool> atEnd)
    {
        _depth++;
        var output = new StringBuilder();
        while (!_cursor.IsDone && !atEnd())
        {
            Step(output);
        }

        _depth--;
        return output.ToString();
    }

    private void Step(StringBuilder output)
    {
        switch (_cursor.Now)
        {
            case '\\':
                Command(output);
                break;
            case '%':
                _cursor.SkipComment();
                break;
            case '$':
                output.Append(_cursor.TakeMath() is { } math ? math : "\\$");
                break;
            case '{':
                output.Append(Group());
                break;
            case '}':
                _cursor.Skip(1);
                break;
            case '&' when _tables > 0:
                _cursor.Skip(1);
                output.Append(Cell);
                break;
            case '~':
                _cursor.Skip(1);
                output.Append(' ');
                break;
            case '\n':
                Break(output);
                break;
            default:
                Text(output);
                break;
        }
    }

    /// <summary>A text in braces; one that begins with a font is set in it.</summary>
    private string Group()
    {
        _cursor.Skip(1);
        if (_depth > MostDepth)
        {
            return "";
        }

        _cursor.SkipBlanks();
        var font = TexCommands.Fonts.GetValueOrDefault(_cursor.PeekCommand());
        if (font is not null)
        {
            _cursor.TakeCommand();
        }

        var inner = Read(() => _cursor.Now == '}');
        _cursor.Skip(1);
        return font is null ? inner : Wrapped(inner, font);
    }

    /// <summary>What stands in the next braces; empty: there are none.</summary>
    private string Argument()
    {
        _cursor.SkipBlanks();
        return !_cursor.IsDone && _cursor.Now == '{' ? Group() : "";
    }

    private void Command(StringBuilder output)
    {
        var name = _cursor.TakeCommand();
        if (TexCommands.Texts.TryGetValue(name, out var text))
        {
            output.Append(text);
        }
        else if (TexCommands.Sections.TryGetValue(name, out var heading))
        {
            Heading(output, heading, Argument());
        }
        else if (TexCommands.Headings.TryGetValue(name, out var words))
        {
            Heading(output, "##", words);
        }
        else if (TexCommands.Fonts.TryGetValue(name, out var font))
        {
            output.Append(font == "`" ? Code() : Wrapped(Argument(), font));
        }
        else if (TexCommands.Dropped.TryGetValue(name, out var arguments))
        {
            _cursor.SkipArguments(arguments);
        }
        else if (TexCommands.Accents.TryGetValue(name, out var mark))
        {
            output.Append(Accented(mark));
        }
        else
        {
            Special(output, name);
        }
    }

    private void Special(StringBuilder output, string name)
    {
        switch (name)
        {
            case "begin":
                Environment(output, _cursor.TakeRaw());
                break;
            case "end":
                _cursor.TakeRaw();
                break;
            case "\\":
                _cursor.SkipArguments(0);
                output.Append(_tables > 0 ? Row.ToString() : "\\\n");
                break;
            case "(":
                output.Append('$').Append(_cursor.TakeTo("\\)").Trim()).Append('$');
                break;
            case "[":
                output.Append("\n\n$$").Append(_cursor.TakeTo("\\]").Trim()).Append("$$\n\n");
                break;
            case "par":
                output.Append("\n\n");
                break;
            case "problemname":
                _title = Title(_cursor.TakeRaw());
                break;
            case "verb" or "lstinline":
                output.Append(TexCommands.CodeSpan(_cursor.TakeDelimited()));
                break;
            case "url":
                Url(output, Address(_cursor.TakeRaw()));
                break;
            case "href":
                Link(output);
                break;
            case "includegraphics":
                _cursor.SkipArguments(0);
                Picture(output, _cursor.TakeRaw(), "");
                break;
            case "illustration":
                _cursor.SkipArguments(1);
                Picture(output, _cursor.TakeRaw(), Argument());
                break;
            case "caption":
                Paragraph(output, Wrapped(Argument(), "*"));
                break;
            case "multicolumn":
                _cursor.SkipArguments(2);
                output.Append(Argument());
                break;
            default:
                Unknown(output, name);
                break;
        }
    }

    private void Unknown(StringBuilder output, string name)
    {
        _strange.Add("\\" + name);
        output.Append("\\\\").Append(TexCommands.Escaped(name));
    }

    private void Link(StringBuilder output)
    {
        var address = Address(_cursor.TakeRaw());
        output.Append('[').Append(Argument().Trim()).Append("](<").Append(address).Append(">)");
    }

    private static void Url(StringBuilder output, string address) =>
        output.Append('[').Append(TexCommands.Escaped(address)).Append("](<").Append(address).Append(">)");

    /// <summary>An address on the web or a file beside the statement; of others nothing is left.</summary>
    private static string Address(string raw)
    {
        var address = NoAddress().Replace(raw.Replace("\\", "", StringComparison.Ordinal), "");
        return !address.Contains(':', StringComparison.Ordinal) || Web().IsMatch(address) ? address : "";
    }

    private void Picture(StringBuilder output, string file, string caption)
    {
        file = file.Trim();
        _pictures.Add(file);
        output.Append("![").Append(caption.Trim()).Append("](<").Append(Address(file)).Append(">)");
    }

    private static void Heading(StringBuilder output, string level, string words) =>
        output.Append("\n\n").Append(level).Append(' ').Append(words.Trim().ReplaceLineEndings(" ")).Append("\n\n");

    private static void Paragraph(StringBuilder output, string text) => output.Append("\n\n").Append(text).Append("\n\n");

    /// <summary>Code in a line; what is no plain text in it is set as text.</summary>
    private string Code()
    {
        _cursor.SkipBlanks();
        if (_cursor.IsDone || _cursor.Now != '{')
        {
            return "";
        }

        return _cursor.PeekRaw() is { } raw && TexCommands.PlainOf(raw) is { } plain ? TexCommands.CodeSpan(TakeAs(plain)) : Group();
    }

    private string TakeAs(string plain)
    {
        _cursor.TakeRaw();
        return plain;
    }

    private static string Title(string raw) => (TexCommands.PlainOf(raw) ?? raw).ReplaceLineEndings(" ").Trim();

    private static string Wrapped(string text, string font)
    {
        var inner = text.Trim();
        if (inner.Length == 0 || inner.Contains("\n\n", StringComparison.Ordinal) || font == "`")
        {
            return text;
        }

        return (char.IsWhiteSpace(text[0]) ? " " : "") + font + inner + font + (char.IsWhiteSpace(text[^1]) ? " " : "");
    }

    private string Accented(char mark)
    {
        var letter = !_cursor.IsDone && _cursor.Now == '{' ? Argument() : _cursor.TakeLetter();
        return letter.Length == 0 ? "" : (letter[..1] + mark).Normalize(NormalizationForm.FormC) + letter[1..];
    }

    /// <summary>One line break is a blank, more end the paragraph.</summary>
    private void Break(StringBuilder output)
    {
        var lines = 0;
        for (; !_cursor.IsDone && char.IsWhiteSpace(_cursor.Now); _cursor.Skip(1))
        {
            lines += _cursor.Now == '\n' ? 1 : 0;
        }

        output.Append(lines > 1 ? "\n\n" : "\n");
    }

    private void Text(StringBuilder output)
    {
        foreach (var (from, to) in TexCommands.Ligatures)
        {
            if (_cursor.TakeIf(from))
            {
                output.Append(to);
                return;
            }
        }

        var starts = output.Length == 0 || output[^1] == '\n';
        if (_cursor.Now is ' ' or '\t' or '\r')
        {
            _cursor.Skip(1);
            if (!starts && output[^1] != ' ')
            {
                output.Append(' ');
            }
        }
        else
        {
            output.Append(starts ? Started() : TexCommands.Escaped(_cursor.TakeLetter()));
        }
    }

    /// <summary>The first character of a line, which Markdown could take for the mark of a list or a quotation.</summary>
    private string Started()
    {
        if (_cursor.Now is '-' or '+' or '>' or '=')
        {
            return "\\" + _cursor.TakeLetter();
        }

        var number = "";
        while (number.Length < 10 && !_cursor.IsDone && char.IsAsciiDigit(_cursor.Now))
        {
            number += _cursor.TakeLetter();
        }

        if (number.Length == 0)
        {
            return TexCommands.Escaped(_cursor.TakeLetter());
        }

        return !_cursor.IsDone && (_cursor.Now is '.' or ')') ? $"{number}\\{_cursor.TakeLetter()}" : number;
    }

    [GeneratedRegex(@"^%%\s*plainproblemname:(.{1,200})$", RegexOptions.Multiline)]
    private static partial Regex PlainTitle();

    [GeneratedRegex("[\uE000-\uE00F\0]")]
    private static partial Regex OwnMarks();

    [GeneratedRegex(@"\A(?:https?|mailto):", RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"[<>\s]")]
    private static partial Regex NoAddress();
}
