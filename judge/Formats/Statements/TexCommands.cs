using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Formats.Statements;

/// <summary>LaTeX commands that problem statements use, and what Markdown has for them.</summary>
internal static partial class TexCommands
{
    /// <summary>Those that stand for a text.</summary>
    public static readonly Dictionary<string, string> Texts = new()
    {
        ["%"] = "%",
        ["$"] = "\\$",
        ["&"] = "&",
        ["#"] = "\\#",
        ["_"] = "\\_",
        ["{"] = "{",
        ["}"] = "}",
        ["-"] = "",
        ["/"] = "",
        ["@"] = "",
        [" "] = " ",
        ["\n"] = " ",
        [","] = " ",
        [";"] = " ",
        [":"] = " ",
        ["!"] = "",
        ["quad"] = " ",
        ["qquad"] = " ",
        ["space"] = " ",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["textellipsis"] = "…",
        ["textbackslash"] = "\\\\",
        ["textasciitilde"] = "\\~",
        ["textasciicircum"] = "^",
        ["textless"] = "\\<",
        ["textgreater"] = "\\>",
        ["textbar"] = "\\|",
        ["textunderscore"] = "\\_",
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”",
        ["S"] = "§",
        ["copyright"] = "©",
        ["textdegree"] = "°",
        ["times"] = "×",
        ["newline"] = "\\\n",
        ["linebreak"] = "\\\n",
        ["dj"] = "đ",
        ["DJ"] = "Đ",
        ["ohorn"] = "ơ",
        ["uhorn"] = "ư",
        ["OHORN"] = "Ơ",
        ["UHORN"] = "Ư",
        ["ss"] = "ß",
        ["ae"] = "æ",
        ["oe"] = "œ",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["o"] = "ø",
        ["O"] = "Ø",
        ["l"] = "ł",
        ["L"] = "Ł",
        ["i"] = "i",
    };

    public static readonly Dictionary<string, string> Sections = new()
    {
        ["section"] = "##",
        ["subsection"] = "###",
        ["subsubsection"] = "####",
        ["paragraph"] = "####",
        ["chapter"] = "##",
    };

    /// <summary>Sections with their own commands or environments.</summary>
    public static readonly Dictionary<string, string> Headings = new()
    {
        ["InputFile"] = "Input",
        ["OutputFile"] = "Output",
        ["Interaction"] = "Interaction",
        ["Note"] = "Note",
        ["Scoring"] = "Scoring",
        ["Input"] = "Input",
        ["Output"] = "Output",
        ["Notes"] = "Note",
        ["Limits"] = "Limits",
        ["Explanation"] = "Note",
    };

    /// <summary>What Markdown sets around a text in that font; empty: it has no such font.</summary>
    public static readonly Dictionary<string, string> Fonts = new()
    {
        ["textbf"] = "**",
        ["bf"] = "**",
        ["bfseries"] = "**",
        ["textit"] = "*",
        ["it"] = "*",
        ["itshape"] = "*",
        ["emph"] = "*",
        ["em"] = "*",
        ["textsl"] = "*",
        ["texttt"] = "`",
        ["t"] = "`",
        ["tt"] = "`",
        ["ttfamily"] = "`",
        ["underline"] = "",
        ["textsc"] = "",
        ["textrm"] = "",
        ["text"] = "",
        ["mbox"] = "",
        ["textsf"] = "",
        ["textnormal"] = "",
        ["sout"] = "",
        ["uline"] = "",
        ["tiny"] = "",
        ["scriptsize"] = "",
        ["footnotesize"] = "",
        ["small"] = "",
        ["normalsize"] = "",
        ["large"] = "",
        ["Large"] = "",
        ["LARGE"] = "",
        ["huge"] = "",
        ["Huge"] = "",
        ["fbox"] = "",
        ["centerline"] = "",
        ["rm"] = "",
        ["footnote"] = "",
    };

    /// <summary>Those that mean nothing on a screen, with the number of arguments that go with them.</summary>
    public static readonly Dictionary<string, int> Dropped = new()
    {
        ["noindent"] = 0,
        ["indent"] = 0,
        ["medskip"] = 0,
        ["bigskip"] = 0,
        ["smallskip"] = 0,
        ["newpage"] = 0,
        ["clearpage"] = 0,
        ["pagebreak"] = 0,
        ["centering"] = 0,
        ["raggedright"] = 0,
        ["hfill"] = 0,
        ["vfill"] = 0,
        ["hline"] = 0,
        ["toprule"] = 0,
        ["midrule"] = 0,
        ["bottomrule"] = 0,
        ["maketitle"] = 0,
        ["displaystyle"] = 0,
        ["protect"] = 0,
        ["relax"] = 0,
        ["nextsample"] = 0,
        ["remainingsamples"] = 0,
        ["Examples"] = 0,
        ["Example"] = 0,
        ["ldot"] = 0,
        ["vspace"] = 1,
        ["hspace"] = 1,
        ["label"] = 1,
        ["cline"] = 1,
        ["documentclass"] = 1,
        ["usepackage"] = 1,
        ["input"] = 1,
        ["lstset"] = 1,
        ["pagestyle"] = 1,
        ["exmp"] = 2,
        ["setlength"] = 2,
        ["addtolength"] = 2,
        ["renewcommand"] = 2,
        ["newcommand"] = 2,
        ["exmpfile"] = 3,
        ["providecommand"] = 2,
    };

    /// <summary>Environments of which only the content counts, with the number of arguments that are skipped.</summary>
    public static readonly Dictionary<string, int> Environments = new()
    {
        ["document"] = 0,
        ["center"] = 0,
        ["quote"] = 0,
        ["quotation"] = 0,
        ["figure"] = 0,
        ["wrapfigure"] = 2,
        ["minipage"] = 1,
        ["table"] = 0,
        ["flushleft"] = 0,
        ["flushright"] = 0,
        ["small"] = 0,
        ["problem"] = 1,
        ["statement"] = 0,
        ["tcolorbox"] = 0,
        ["tutorial"] = 1,
        ["samepage"] = 0,
        ["subfigure"] = 1,
        ["multicols"] = 1,
    };

    /// <summary>Combining marks.</summary>
    public static readonly Dictionary<string, char> Accents = new()
    {
        ["'"] = '\u0301',
        ["`"] = '\u0300',
        ["^"] = '\u0302',
        ["\""] = '\u0308',
        ["~"] = '\u0303',
        ["="] = '\u0304',
        ["."] = '\u0307',
        ["u"] = '\u0306',
        ["v"] = '\u030C',
        ["c"] = '\u0327',
        ["d"] = '\u0323',
        ["r"] = '\u030A',
        ["H"] = '\u030B',
        ["h"] = '\u0309',
    };

    public static readonly (string From, string To)[] Ligatures =
    [
        ("---", "—"),
        ("--", "–"),
        ("``", "“"),
        ("''", "”"),
        ("<<", "«"),
        (">>", "»"),
        ("`", "‘"),
    ];

    /// <summary>A text in which nothing is taken for Markdown.</summary>
    public static string Escaped(string text) => Marks().Replace(text, "\\$0");

    /// <summary>TeX without commands as the characters it stands for; null: there are commands or mathematics in it.</summary>
    public static string? PlainOf(string raw)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '\\' && at + 1 < raw.Length && "%$&#_{} \\".Contains(raw[at + 1], StringComparison.Ordinal))
            {
                plain.Append(raw[++at]);
            }
            else if (raw.AsSpan(at).StartsWith("\\textbackslash{}", StringComparison.Ordinal))
            {
                (_, at) = (plain.Append('\\'), at + 15);
            }
            else if (raw[at] is '\\' or '$')
            {
                return null;
            }
            else if (raw[at] is not ('{' or '}'))
            {
                plain.Append(raw[at] == '~' ? ' ' : raw[at]);
            }
        }

        return plain.ToString();
    }

    public static string CodeSpan(string code)
    {
        code = code.ReplaceLineEndings(" ");
        if (code.Trim().Length == 0)
        {
            return code;
        }

        var fence = new string('`', LongestRun(code) + 1);
        var pad = code[0] == '`' || code[^1] == '`' ? " " : "";
        return fence + pad + code + pad + fence;
    }

    /// <summary>Length of the longest run of backticks.</summary>
    public static int LongestRun(string code)
    {
        var (longest, run) = (0, 0);
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    [GeneratedRegex(@"[\\`*_<\[\]#|~]")]
    private static partial Regex Marks();
}
