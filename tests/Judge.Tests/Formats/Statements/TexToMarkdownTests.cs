using Judge.Formats.Statements;

namespace Judge.Tests.Formats.Statements;

public sealed class TexToMarkdownTests
{
    [Theory]
    [InlineData("Cho $n$ số $a_1, \\dots, a_n$.", "Cho $n$ số $a_1, \\dots, a_n$.")]
    [InlineData("\\(x^2\\) and \\[y\\]", "$x^2$ and\n\n$$y$$")]
    [InlineData("costs $$$5$$$ and \\$3, 10\\%", "costs $5$ and \\$3, 10%")]
    [InlineData("a *b* _c_ <d> [e] `f", "a \\*b\\* \\_c\\_ \\<d> \\[e\\] ‘f")]
    [InlineData("\\textbf{bold} \\emph{soft} {\\bf old} {\\it also} \\texttt{x_y\\_z}", "**bold** *soft* **old** *also* `x_y_z`")]
    [InlineData("\\bf{a} \\t{b} \\it{c}", "**a** `b` *c*")]
    [InlineData("\\texttt{a $b$}", "a $b$")]
    [InlineData("one % comment\ntwo", "one two")]
    [InlineData("one\n\n\n\ntwo", "one\n\ntwo")]
    [InlineData("one\\\\two", "one\\\ntwo")]
    [InlineData("``quoted'' --- a--b \\ldots", "“quoted” — a–b …")]
    [InlineData("\\section*{Input} First", "## Input\n\nFirst")]
    [InlineData("\\InputFile\nOne number.\n\\OutputFile\nIt.", "## Input\n\nOne number.\n\n## Output\n\nIt.")]
    [InlineData("\\begin{itemize}\\item a\n\\item b\n\nc\\end{itemize}", "* a\n* b\n\n  c")]
    [InlineData("\\begin{enumerate}[a)]\\item a\\item b\\end{enumerate}", "1. a\n2. b")]
    [InlineData("\\begin{itemize}\\item a \\begin{enumerate}\\item x\\end{enumerate}\\end{itemize}", "* a\n\n  1. x")]
    [InlineData("\\begin{verbatim}\nif (a*b) \\x\n\\end{verbatim}", "```\nif (a*b) \\x\n```")]
    [InlineData("\\begin{lstlisting}[language=C]\nx\n\\end{lstlisting}", "```\nx\n```")]
    [InlineData(
        "\\begin{tabular}{|c|c|}\\hline a & b|c \\\\ \\hline 1 & 2 \\\\ \\hline\\end{tabular}",
        "| a | b\\|c |\n|---|---|\n| 1 | 2 |"
    )]
    [InlineData("\\begin{quote}said\\end{quote}", "> said")]
    [InlineData("\\begin{center}\\includegraphics[width=3cm]{map.png}\\end{center}", "![](<map.png>)")]
    [InlineData("\\illustration{0.3}{cat.jpg}{A \\emph{cat}}", "![A *cat*](<cat.jpg>)")]
    [InlineData(
        "\\url{https://x.org/a_b} \\href{https://y.org}{here}",
        "[https://x.org/a\\_b](<https://x.org/a_b>) [here](<https://y.org>)"
    )]
    [InlineData("\\verb|a_b| x", "`a_b` x")]
    [InlineData("caf\\'e, na\\\"{\\i}ve, Ti\\'{\\^e}ng", "café, naïve, Tiếng")]
    [InlineData("\\begin{align*}a&=b\\end{align*}", "$$\\begin{aligned}a&=b\\end{aligned}$$")]
    [InlineData("- not a list\n1. nor this\n# nor a heading", "\\- not a list\n1\\. nor this\n\\# nor a heading")]
    [InlineData("\\nextsample text \\remainingsamples", "text")]
    [InlineData("{\\small tiny}", "tiny")]
    [InlineData("an open $ stays", "an open \\$ stays")]
    public void Becomes_Markdown(string tex, string markdown) => Assert.Equal(markdown + "\n", TexToMarkdown.Convert(tex).Markdown);

    [Fact]
    public void What_is_not_understood_is_kept_and_told()
    {
        var text = TexToMarkdown.Convert("\\foo{bar} \\begin{poem}rhyme\\end{poem}");
        Assert.Equal(["\\begin{poem}", "\\foo"], text.Strange);
        Assert.Contains("foo", text.Markdown);
        Assert.Contains("bar", text.Markdown);
        Assert.Contains("rhyme", text.Markdown);
    }

    [Theory]
    [InlineData("\\problemname{A \\& B}", "A & B")]
    [InlineData("\\problemname{$x^2$}\n%% plainproblemname: x squared\n", "x squared")]
    [InlineData("\\begin{problem}{Sum}{in.txt}{out.txt}{1 s}{64 MB}Text\\end{problem}", "Sum")]
    [InlineData("text", null)]
    public void The_title_is_found(string tex, string? title) => Assert.Equal(title, TexToMarkdown.Convert(tex).Title);

    [Fact]
    public void Pictures_are_listed() =>
        Assert.Equal(["a.png", "b.jpg"], TexToMarkdown.Convert("\\includegraphics{b.jpg}\\includegraphics[x]{a.png}").Pictures);

    [Theory]
    [InlineData("{")]
    [InlineData("\\textbf{")]
    [InlineData("\\t{{}")]
    [InlineData("\\begin{itemize}\\item ")]
    [InlineData("\\begin{tabular}{c}")]
    [InlineData("$\\$")]
    [InlineData("\\[")]
    [InlineData("\\verb|")]
    [InlineData("\\'")]
    [InlineData("\\begin{")]
    [InlineData("}")]
    [InlineData("\n \t")]
    public void A_hostile_text_of_a_million_letters_is_read_quickly(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.NotNull(TexToMarkdown.Convert(text).Markdown);
    }

    [Fact]
    public void No_HTML_and_no_script_comes_through() =>
        Assert.Equal(
            "\\<script>\\</b> [xb](<xb>) [here](<>)\n",
            TexToMarkdown.Convert("<script></b> \\url{x><b>} \\href{javascript:alert(1)}{here}").Markdown
        );
}
