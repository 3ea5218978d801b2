using System.Globalization;
using System.Text.RegularExpressions;

namespace ArenaWeb.Contests;

/// <summary>The problems of a form: the chosen ones on top in their order, below them what was found in the library. Pure.</summary>
internal static partial class ProblemPicks
{
    /// <summary>Letters of labels that have a next one.</summary>
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXY";

    /// <summary>
    /// Does what a button says: <c>up:2</c>, <c>down:0</c>, <c>remove:1</c>, by place among the lines; <c>page:3</c> of the library.
    /// Places are exchanged without their labels, for labels are the order of a contest. Anything else changes nothing.
    /// </summary>
    public static void Do(ContestForm form, string? act)
    {
        if ((act ?? "").Split(':') is not [var verb, var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out var at))
        {
            return;
        }

        if (verb == "page")
        {
            form.Page = number;
            return;
        }

        var lines = form.Problems;
        if (at < 0 || at >= lines.Count)
        {
            return;
        }

        if (verb == "remove")
        {
            lines[at].Chosen = false;
        }

        var other = verb switch
        {
            "up" => at - 1,
            "down" => at + 1,
            _ => at,
        };
        if (other >= 0 && other < lines.Count && lines[other].Chosen)
        {
            (lines[at], lines[other]) = (lines[other], lines[at]);
            (lines[at].Label, lines[other].Label) = (lines[other].Label, lines[at].Label);
        }
    }

    /// <summary>
    /// Gives chosen lines the next label and the package's full score where nothing is typed, and takes out what is not chosen.
    /// </summary>
    /// <param name="pointsOf">Full score of a package as it is typed.</param>
    public static void Settle(ContestForm form, Func<string, string> pointsOf)
    {
        form.Problems.RemoveAll(line => !line.Chosen || string.IsNullOrEmpty(line.Name));
        foreach (var line in form.Problems)
        {
            if (string.IsNullOrWhiteSpace(line.Label))
            {
                line.Label = NextLabel(form.Problems.Select(other => other.Label ?? ""));
            }

            if (string.IsNullOrWhiteSpace(line.Points))
            {
                line.Points = pointsOf(line.Name!);
            }
        }
    }

    /// <summary>Adds lines that can be chosen.</summary>
    public static void Offer(ContestForm form, IEnumerable<string> names) =>
        form.Problems.AddRange(names.Select(name => new ContestForm.ProblemLine { Name = name }));

    /// <summary>BAI3 after BAI1 and BAI2, C after A and B; BAI1 where there is none; empty: the last one has no next.</summary>
    internal static string NextLabel(IEnumerable<string> labels)
    {
        var last = labels
            .Select(label => label.Trim().ToUpperInvariant())
            .Where(label => label.Length > 0)
            .OrderBy(label => label, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))
            .LastOrDefault();
        return last is null ? "BAI1"
            : last.Length == 1 && Letters.Contains(last[0]) ? $"{(char)(last[0] + 1)}"
            : Numbered().Match(last) is { Success: true } match
                ? match.Groups["name"].Value + (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) + 1)
            : "";
    }

    [GeneratedRegex(@"\A(?<name>.*?)(?<number>[0-9]{1,8})\z")]
    private static partial Regex Numbered();
}
