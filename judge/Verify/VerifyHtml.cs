using System.Net;
using System.Text;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>A verification as HTML: a fragment for a page, or a page that stands alone. Everything from the package is escaped.</summary>
public static class VerifyHtml
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}.num{text-align:right}
        .scroll{overflow-x:auto}.error,.bad{color:#a8071a;font-weight:600}.warning{color:#7a4b00}.good{color:#135200}
        .by-test{width:auto}.by-test td,.by-test th{padding:.2rem .4rem;font-size:.85rem}
        @media(max-width:640px){.stacked,.stacked tbody{display:block}.stacked thead{display:none}
        .stacked tr{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid #ddd}
        .stacked td{padding:0;border:0}.stacked .whole{flex-basis:100%}.stacked [data-label]::before{content:attr(data-label) ": "}
        .by-test td,.by-test th{padding:.2rem .25rem .2rem 0;font-size:.6875rem}code{overflow-wrap:anywhere}}
        """;

    /// <summary>Heads of the solutions.</summary>
    private static readonly string[] Columns =
    [
        "verify.html.solution",
        "verify.html.expected",
        "verify.html.verdict",
        "verify.html.points",
        "verify.html.slowest",
        "verify.html.memory",
    ];

    /// <summary>Column of the solutions from which on there are numbers.</summary>
    private const int FirstNumber = 3;

    /// <summary>A whole page with its own style and no script.</summary>
    public static string Page(Verification verification, MessageCatalog words) =>
        $"""
            <!doctype html>
            <html lang="{words.Language}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{Escaped(Title(verification.Problem, words))}</title>
            <style>{Style}</style>
            <h1>{Escaped(Title(verification.Problem, words))}</h1>
            {Fragment(verification, words)}
            </html>

            """;

    public static string Fragment(Verification verification, MessageCatalog words)
    {
        var html = new StringBuilder();
        Findings(html, verification, words);
        if (verification.Time is { } time)
        {
            html.Append(words.Culture, $"<p>{Escaped(words.Say(time))}</p>\n");
        }

        if (verification.Submissions.Count > 0)
        {
            Solutions(html, verification, words);
            Grid(html, verification, words);
        }

        return html.ToString();
    }

    private static void Findings(StringBuilder html, Verification verification, MessageCatalog words)
    {
        if (verification.Findings.Count == 0)
        {
            html.Append(words.Culture, $"<p class=\"good\">{words["verify.html.good"]}</p>\n");
            return;
        }

        html.Append(words.Culture, $"<h2>{words["verify.html.found"]}</h2>\n<div class=\"scroll\"><table class=\"stacked\">\n");
        foreach (var finding in verification.Findings.OrderByDescending(finding => finding.Severity))
        {
            html.Append(
                    words.Culture,
                    $"<tr><td class=\"{finding.Severity.ToString().ToLowerInvariant()}\">{words.Say(finding.Severity)}</td>"
                )
                .Append(words.Culture, $"<td><code>{Escaped(finding.Subject)}</code></td>")
                .Append(words.Culture, $"<td class=\"whole\">{Escaped(words.Say(finding))}</td></tr>\n");
        }

        html.Append("</table></div>\n");
    }

    private static void Solutions(StringBuilder html, Verification verification, MessageCatalog words)
    {
        List<string> heads = [.. Columns.Select(column => words[column])];
        html.Append(
                words.Culture,
                $"<h2>{words["verify.html.solutions"]}</h2>\n<div class=\"scroll\"><table class=\"stacked\">\n<thead><tr>"
            )
            .AppendJoin("", heads.Select((head, at) => $"<th scope=\"col\"{(at >= FirstNumber ? " class=\"num\"" : "")}>{head}</th>"))
            .Append("</tr></thead>\n<tbody>\n");
        foreach (var (at, one) in verification.Submissions.Index())
        {
            var program = one.Judgement.Program ?? new ProgramReport();
            var shown = ShownVerdict.Of(one.Judgement.Verdict, one.Judgement.Share, verification.Problem.FullScore);
            var points = PointsRule.Points(one.Judgement.Share, verification.Problem.FullScore);
            html.Append(words.Culture, $"<tr><td class=\"whole\">{at + 1}. <code>{Escaped(one.Path)}</code></td>")
                .Append(
                    words.Culture,
                    $"<td class=\"whole\" data-label=\"{heads[1]}\">{Escaped(string.Join(". ", one.Expected.Select(words.Say)))}</td>"
                )
                .Append(words.Culture, $"<td class=\"{(one.Good ? "good" : "bad")}\">{(one.Good ? "✓" : "✗")} ")
                .Append(words.Culture, $"{words.Say(shown)}</td>")
                .Append(words.Culture, $"<td class=\"num\" data-label=\"{heads[3]}\">{points:0.##}</td>")
                .Append(words.Culture, $"<td class=\"num\" data-label=\"{heads[4]}\">{program.Cpu.TotalMilliseconds:0} ms</td>")
                .Append(words.Culture, $"<td class=\"num\" data-label=\"{heads[5]}\">{program.MemoryBytes / 1048576.0:0.#} MB</td></tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    /// <summary>Which solution fails which test; the heads are the numbers that the solutions have above.</summary>
    private static void Grid(StringBuilder html, Verification verification, MessageCatalog words)
    {
        html.Append(words.Culture, $"<h2>{words["verify.html.byTest"]}</h2>\n<div class=\"scroll\"><table class=\"by-test\">\n")
            .Append("<tr><th scope=\"col\">Test</th>");
        foreach (var (at, one) in verification.Submissions.Index())
        {
            html.Append(words.Culture, $"<th scope=\"col\" title=\"{Escaped(one.Path)}\">{at + 1}</th>");
        }

        html.Append("</tr>\n");
        foreach (var test in verification.Problem.Tests)
        {
            html.Append(
                words.Culture,
                $"<tr><th scope=\"row\">{Escaped(test.Name)}{(test.IsSample ? $" ({words["verify.html.sample"]})" : "")}</th>"
            );
            foreach (var one in verification.Submissions)
            {
                var result = one.Judgement.Tests.FirstOrDefault(result => result.IsSample == test.IsSample && result.Name == test.Name);
                html.Append(
                    result is null
                        ? "<td>·</td>"
                        : $"<td class=\"{(result.Verdict == Verdict.Accepted ? "good" : "bad")}\">{result.Verdict.Code()}</td>"
                );
            }

            html.Append("</tr>\n");
        }

        var codes = verification.Submissions.SelectMany(one => one.Judgement.Tests).Select(test => test.Verdict).Distinct().Order();
        html.Append("</table></div>\n<p class=\"soft\">")
            .AppendJoin(" · ", codes.Select(verdict => $"{verdict.Code()}: {words.Say(verdict)}"))
            .Append("</p>\n");
    }

    private static string Title(Problem problem, MessageCatalog words) =>
        $"{problem.Title(words.Language)} ({problem.Name}, {problem.Version[..12]})";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
