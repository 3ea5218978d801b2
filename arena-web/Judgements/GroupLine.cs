using System.Globalization;
using System.Text.RegularExpressions;
using ArenaWeb.Words;
using Judge.Problems;
using Judge.Score;

namespace ArenaWeb.Judgements;

/// <summary>A group of tests and what came of it.</summary>
/// <param name="Code">Of the verdict; null: it was not run, for lack of a group it requires.</param>
/// <param name="Max">Points in this contest; null: it brings none, as samples do.</param>
internal sealed partial record GroupLine(string Name, string? Code, decimal Points, decimal? Max)
{
    private const int MostDepth = 3;

    /// <summary>How far it is set in: 0 is a subtask, more a group in one.</summary>
    public int Depth { get; private init; }

    /// <summary>
    /// The samples first, then the groups, each before those in it; empty: the problem has no groups, or nothing was run.
    /// </summary>
    /// <param name="fullMark">Points of the problem in its contest.</param>
    public static IReadOnlyList<GroupLine> Of(Judgement judgement, decimal fullMark, Phrases words)
    {
        if (judgement.Groups is [] or [{ Groups.Count: 0 }])
        {
            return [];
        }
        var samples = judgement.Tests.Where(test => test.IsSample).ToList();
        var lines = judgement.Groups.SelectMany(group => group.Whole()).Select(one => Of(one.Group, one.Depth, fullMark, words));
        return samples.Count == 0 ? [.. lines] : [Samples(samples, words), .. lines];
    }

    /// <summary>What each group is worth in this contest, such as "Nhóm 1: 2 · Nhóm 2: 3"; empty: the problem has no groups.</summary>
    public static string Worth(Problem problem, decimal fullMark, Phrases words)
    {
        var groups = problem.Groups.Where(group => !group.IsSample).ToList();
        return groups.Count < 2 || problem.Total != Aggregation.Sum
            ? ""
            : string.Join(
                " · ",
                groups.Select(group =>
                    $"{NameOf(group.Name, words)}: {words.Number(PointsRule.Points(group.Max / problem.FullScore, fullMark))}"
                )
            );
    }

    private static GroupLine Samples(IReadOnlyList<TestOutcome> samples, Phrases words) =>
        new(
            words["arena.sample"],
            samples.Select(test => test.Verdict).FirstOrDefault(verdict => verdict != Verdict.Accepted, Verdict.Accepted).Code(),
            0,
            null
        );

    private static GroupLine Of(GroupResult group, int depth, decimal fullMark, Phrases words)
    {
        var shown = ShownVerdict.Of(group.Verdict, group.Share, group.Weight > 0 ? group.Weight * fullMark : fullMark);
        return new(
            NameOf(group.Name[(group.Name.LastIndexOf('/') + 1)..], words),
            shown.Verdict == Verdict.None ? null : shown.Code,
            group.Share * group.Weight * fullMark,
            group.Weight > 0 ? group.Weight * fullMark : null
        )
        {
            Depth = Math.Min(depth, MostDepth),
        };
    }

    /// <summary>
    /// Packages number their groups; names that an author thought of stay as they are. A group in a group is called after all around it.
    /// </summary>
    public static string NameOf(string name, Phrases words) =>
        name.Contains('/') ? string.Join(" › ", name.Split('/').Select(part => NameOf(part, words)))
        : name.Length == 0 ? words["arena.group.rest"]
        : Numbered().Match(name) is { Success: true } match
            ? words["arena.group.number", int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]
        : name;

    [GeneratedRegex(@"\A(?:group|subtask)?[-_ ]?([0-9]{1,4})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
