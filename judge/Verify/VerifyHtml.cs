using System.Globalization;
using System.Net;
using System.Text;
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
        .scroll{overflow-x:auto}.error,.bad{color:#a8071a;font-weight:600}.warning{color:#7a4b00}.good{color:#135200}.by-test{width:auto}.by-test td,.by-test th{padding:.2rem .4rem;font-size:.85rem}
        @media(max-width:640px){.stacked,.stacked tbody{display:block}.stacked thead{display:none}.stacked tr{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid #ddd}
        .stacked td{padding:0;border:0}.stacked .whole{flex-basis:100%}.stacked [data-label]::before{content:attr(data-label) ": "}.by-test td,.by-test th{padding:.2rem .25rem .2rem 0;font-size:.6875rem}code{overflow-wrap:anywhere}}
        """;

    /// <summary>Column of the solutions from which on there are numbers.</summary>
    private const int FirstNumber = 3;

    /// <summary>A whole page with its own style and no script.</summary>
    public static string Page(Verification verification, bool english) =>
        $"""
            <!doctype html>
            <html lang="{(english ? "en" : "vi")}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{Escaped(Title(verification.Problem, english))}</title>
            <style>{Style}</style>
            <h1>{Escaped(Title(verification.Problem, english))}</h1>
            {Fragment(verification, english)}
            </html>

            """;

    public static string Fragment(Verification verification, bool english)
    {
        var culture = CultureInfo.GetCultureInfo(english ? "en-GB" : "vi-VN");
        var html = new StringBuilder();
        Findings(html, verification, english);
        if (verification.Time is { } time)
        {
            html.Append(culture, $"<p>{Escaped(VerifyWords.Say(time, english, culture))}</p>\n");
        }

        if (verification.Submissions.Count > 0)
        {
            Solutions(html, verification, english, culture);
            Grid(html, verification, english);
        }

        return html.ToString();
    }

    private static void Findings(StringBuilder html, Verification verification, bool english)
    {
        if (verification.Findings.Count == 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"good\">{(english ? "Nothing is wrong." : "Không có gì sai.")}</p>\n");
            return;
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"<h2>{(english ? "What was found" : "Những điều cần xem")}</h2>\n<div class=\"scroll\"><table class=\"stacked\">\n"
        );
        foreach (var finding in verification.Findings.OrderByDescending(finding => finding.Severity))
        {
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td class=\"{finding.Severity.ToString().ToLowerInvariant()}\">{VerifyWords.Say(finding.Severity, english)}</td>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<td><code>{Escaped(finding.Subject)}</code></td><td class=\"whole\">{Escaped(VerifyWords.Say(finding, english))}</td></tr>\n"
                );
        }

        html.Append("</table></div>\n");
    }

    private static void Solutions(StringBuilder html, Verification verification, bool english, CultureInfo culture)
    {
        string[] heads = english
            ? ["Solution", "Expected", "Verdict", "Points", "Slowest test", "Memory"]
            : ["Bài giải", "Mong đợi", "Kết quả", "Điểm", "Test chậm nhất", "Bộ nhớ"];
        html.Append(
                CultureInfo.InvariantCulture,
                $"<h2>{(english ? "The jury's solutions" : "Bài giải của ban giám khảo")}</h2>\n<div class=\"scroll\"><table class=\"stacked\">\n<thead><tr>"
            )
            .AppendJoin("", heads.Select((head, at) => $"<th scope=\"col\"{(at >= FirstNumber ? " class=\"num\"" : "")}>{head}</th>"))
            .Append("</tr></thead>\n<tbody>\n");
        foreach (var (at, one) in verification.Submissions.Index())
        {
            var judgement = one.Judgement;
            html.Append(culture, $"<tr><td class=\"whole\">{at + 1}. <code>{Escaped(one.Path)}</code></td>")
                .Append(
                    culture,
                    $"<td class=\"whole\" data-label=\"{heads[1]}\">{Escaped(string.Join(". ", one.Expected.Select(expected => VerifyWords.Say(expected, english, culture))))}</td>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<td class=\"{(one.Good ? "good" : "bad")}\">{(one.Good ? "✓" : "✗")} {VerifyWords.Say(judgement.Verdict, english)}</td>"
                )
                .Append(
                    culture,
                    $"<td class=\"num\" data-label=\"{heads[3]}\">{PointsRule.Points(judgement.Share, verification.Problem.FullScore):0.##}</td>"
                )
                .Append(
                    culture,
                    $"<td class=\"num\" data-label=\"{heads[4]}\">{(judgement.Program?.Cpu ?? default).TotalMilliseconds:0} ms</td>"
                )
                .Append(
                    culture,
                    $"<td class=\"num\" data-label=\"{heads[5]}\">{(judgement.Program?.MemoryBytes ?? 0) / 1048576.0:0.#} MB</td></tr>\n"
                );
        }

        html.Append("</tbody></table></div>\n");
    }

    /// <summary>Which solution fails which test; the heads are the numbers that the solutions have above.</summary>
    private static void Grid(StringBuilder html, Verification verification, bool english)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h2>{(english ? "Test by test" : "Từng test")}</h2>\n<div class=\"scroll\"><table class=\"by-test\">\n<tr><th scope=\"col\">Test</th>"
        );
        foreach (var (at, one) in verification.Submissions.Index())
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" title=\"{Escaped(one.Path)}\">{at + 1}</th>");
        }

        html.Append("</tr>\n");
        foreach (var test in verification.Problem.Tests)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Escaped(test.Name)}{(test.IsSample ? english ? " (sample)" : " (mẫu)" : "")}</th>"
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
            .AppendJoin(" · ", codes.Select(verdict => $"{verdict.Code()}: {VerifyWords.Say(verdict, english)}"))
            .Append("</p>\n");
    }

    private static string Title(Problem problem, bool english) =>
        $"{problem.Title(english ? "en" : "vi")} ({problem.Name}, {problem.Version[..12]})";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
