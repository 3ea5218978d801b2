using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArenaWeb.Layout.Mathematics;

/// <summary>
/// The TeX of school statements as MathML, on the server: such a page needs no script for its formulas. Understands letters, numbers,
/// operators, <c>^</c>, <c>_</c>, <c>\frac</c>, <c>\sqrt</c>, <c>\text</c>, <c>\left</c>/<c>\right</c> and the signs of
/// <see cref="Signs"/>; the island <c>math</c> takes the rest.
/// </summary>
internal sealed partial class Formula
{
    /// <summary>Longer or deeper formulas are not ours: nesting costs stack.</summary>
    private const int Longest = 2000;
    private const int Deepest = 40;

    private readonly List<string> _tokens;
    private readonly bool _display;
    private int _at;
    private int _depth;

    private Formula(string tex, bool display)
    {
        _tokens = [.. Token().Matches(tex).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token))];
        _display = display;
    }

    /// <summary>A <c>math</c> element for what stands between the dollars, or null where something in it is not understood.</summary>
    public static string? ToMathMl(string tex, bool display)
    {
        if (tex.Length > Longest)
        {
            return null;
        }
        var formula = new Formula(tex, display);
        var row = formula.Row(until: null);
        return row is null ? null : $"<math{(display ? " display=\"block\"" : "")}>{row}</math>";
    }

    private string? Peek => _at < _tokens.Count ? _tokens[_at] : null;

    /// <summary>Atoms up to a closing token, which is taken too; null when the formula cannot be read.</summary>
    private string? Row(string? until)
    {
        var row = new StringBuilder("<mrow>");
        while (Peek is { } token && token != until)
        {
            if (Scripted() is not { } atom)
            {
                return null;
            }
            row.Append(atom);
        }
        var closed = Peek == until;
        _at++;
        return closed ? row.Append("</mrow>").ToString() : null;
    }

    /// <summary>An atom with what stands above and below it.</summary>
    private string? Scripted()
    {
        var large = Peek is { } token && Signs.Large.ContainsKey(token);
        string? below = null,
            above = null;
        var atom = Atom();
        while (atom is not null && Peek is "_" or "^")
        {
            var isAbove = _tokens[_at++] == "^";
            if ((isAbove ? above : below) is not null || Atom() is not { } script)
            {
                return null;
            }
            (above, below) = isAbove ? (script, below) : (above, script);
        }
        var (under, over, both) = large && _display ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup");
        return (atom, below, above) switch
        {
            (null, _, _) => null,
            (_, null, null) => atom,
            (_, not null, null) => $"<{under}>{atom}{below}</{under}>",
            (_, null, not null) => $"<{over}>{atom}{above}</{over}>",
            _ => $"<{both}>{atom}{below}{above}</{both}>",
        };
    }

    private string? Atom()
    {
        if (Peek is not { } token || _depth == Deepest)
        {
            return null;
        }
        _at++;
        _depth++;
        var atom = token switch
        {
            "{" => Row("}"),
            @"\frac" => Atom() is { } top && Atom() is { } bottom ? $"<mfrac>{top}{bottom}</mfrac>" : null,
            @"\sqrt" => Root(),
            @"\left" or @"\right" => Peek is "." ? Skip() : Atom(),
            _ when token.EndsWith('}') && token.Length > 2 =>
                $"<mtext>{WebUtility.HtmlEncode(token[(token.IndexOf('{') + 1)..^1])}</mtext>",
            _ when char.IsAsciiDigit(token[0]) => $"<mn>{token}</mn>",
            _ when token.Length == 1 && char.IsLetter(token[0]) => $"<mi>{token}</mi>",
            _ => Signs.MathMl(token),
        };
        _depth--;
        return atom;
    }

    private string? Root()
    {
        if (Peek != "[")
        {
            return Atom() is { } inside ? $"<msqrt>{inside}</msqrt>" : null;
        }
        _at++;
        return Row("]") is { } degree && Atom() is { } under ? $"<mroot>{under}{degree}</mroot>" : null;
    }

    private string Skip()
    {
        _at++;
        return "";
    }

    /// <summary>Words between braces are one token, spaces and all; other spaces mean nothing.</summary>
    [GeneratedRegex(@"\\(?:text|mathrm|texttt|operatorname)\{[^{}]*\}|\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
