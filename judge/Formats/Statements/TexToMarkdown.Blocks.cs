using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Formats.Statements;

internal sealed partial class TexToMarkdown
{
    private void Environment(StringBuilder output, string name)
    {
        var plain = name.TrimEnd('*').Trim();
        if (_depth > MostDepth)
        {
            return;
        }

        switch (plain)
        {
            case "itemize" or "enumerate" or "description" or "compactitem" or "compactenum":
                List(output, plain.Contains("enum", StringComparison.Ordinal));
                break;
            case "verbatim" or "lstlisting" or "minted" or "Verbatim":
                CodeBlock(output, name);
                break;
            case "tabular" or "tabularx" or "array" or "longtable":
                Table(output, plain);
                break;
            case "equation" or "displaymath" or "math" or "gather":
                Paragraph(output, $"$${_cursor.TakeTo($"\\end{{{name}}}").Trim()}$$");
                break;
            case "align" or "eqnarray" or "multline":
                Paragraph(output, $"$$\\begin{{aligned}}{_cursor.TakeTo($"\\end{{{name}}}").Trim()}\\end{{aligned}}$$");
                break;
            case "comment":
                _cursor.TakeTo("\\end{comment}");
                break;
            case "example":
                _cursor.TakeTo("\\end{example}");
                break;
            default:
                Other(output, plain, name);
                break;
        }
    }

    private void Other(StringBuilder output, string plain, string name)
    {
        if (TexCommands.Environments.TryGetValue(plain, out var arguments))
        {
            _cursor.SkipArguments(arguments);
        }
        else if (TexCommands.Headings.TryGetValue(plain, out var words))
        {
            Heading(output, "##", words);
        }
        else
        {
            _strange.Add($"\\begin{{{name}}}");
        }

        if (plain == "problem")
        {
            _title ??= Title(_cursor.LastArgument);
        }

        var inner = Read(() => _cursor.AtEndOfEnvironment);
        _cursor.SkipEnd();
        Paragraph(
            output,
            plain is "quote" or "quotation" ? "> " + Collapsed(inner).Trim().Replace("\n", "\n> ", StringComparison.Ordinal) : inner
        );
    }

    private void List(StringBuilder output, bool numbered)
    {
        _cursor.SkipArguments(0);
        var items = new StringBuilder();
        var count = 0;
        Read(() => _cursor.AtItem || _cursor.AtEndOfEnvironment);
        while (!_cursor.IsDone && _cursor.AtItem)
        {
            _cursor.TakeCommand();
            var label = _cursor.TakeOption() is { Length: > 0 } option ? $"**{TexCommands.Escaped(option)}** " : "";
            var mark = numbered ? FormattableString.Invariant($"{++count}. ") : "* ";
            var text = Collapsed(Read(() => _cursor.AtItem || _cursor.AtEndOfEnvironment)).Trim();
            items
                .Append(mark)
                .Append(label)
                .Append(text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal))
                .Append('\n');
        }

        _cursor.SkipEnd();
        Paragraph(output, items.ToString());
    }

    private void CodeBlock(StringBuilder output, string name)
    {
        if (name != "verbatim")
        {
            _cursor.SkipArguments(name == "minted" ? 1 : 0);
        }

        var code = _cursor.TakeTo($"\\end{{{name}}}").Trim('\n');
        var fence = new string('`', Math.Max(3, TexCommands.LongestRun(code) + 1));
        _kept.Add($"{fence}\n{code}\n{fence}");
        Paragraph(output, FormattableString.Invariant($"{Kept}{_kept.Count - 1}{Kept}"));
    }

    /// <summary>The first row is the head, since Markdown's tables have one.</summary>
    private void Table(StringBuilder output, string name)
    {
        _cursor.SkipArguments(name == "tabularx" ? 2 : 1);
        _tables++;
        var inner = Read(() => _cursor.AtEndOfEnvironment);
        _tables--;
        _cursor.SkipEnd();
        List<string[]> rows =
        [
            .. inner
                .Split(Row)
                .Select(row =>
                    row.Split(Cell)
                        .Select(cell => Collapsed(cell).Trim().ReplaceLineEndings(" "))
                        .Select(cell => OpenBar().Replace(cell, "\\|"))
                        .ToArray()
                )
                .Where(row => row.Any(cell => cell.Length > 0)),
        ];
        if (rows.Count == 0)
        {
            return;
        }

        var width = Math.Min(rows.Max(row => row.Length), 60);
        var lines = rows.Select(row =>
                "| " + string.Join(" | ", Enumerable.Range(0, width).Select(at => at < row.Length ? row[at] : "")) + " |"
            )
            .ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat("---|", width)));
        Paragraph(output, string.Join('\n', lines));
    }

    /// <summary>No blanks at the ends of lines, and one empty line between paragraphs.</summary>
    private static string Collapsed(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd(' ', '\t')).ToList();
        return string.Join('\n', lines.Where((line, at) => line.Length > 0 || at == 0 || lines[at - 1].Length > 0));
    }

    private string Tidy(string raw)
    {
        var text = new StringBuilder();
        foreach (var line in Collapsed(raw.Replace(Cell, '&').Replace(Row, '\n') + "\n").Trim('\n', ' ').Split('\n'))
        {
            var kept = KeptLine().Match(line);
            var block = kept.Success ? _kept[int.Parse(kept.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)] : line;
            text.Append(
                    kept.Success
                        ? kept.Groups[1].Value
                            + block.Replace("\n", "\n" + new string(' ', kept.Groups[1].Length), StringComparison.Ordinal)
                        : block
                )
                .Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex OpenBar();

    [GeneratedRegex("^([ >*0-9.]*)\uE002([0-9]+)\uE002$")]
    private static partial Regex KeptLine();
}
