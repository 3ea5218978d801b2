using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Rosters;

/// <summary>What is wrong with a list, as a page shows it.</summary>
internal static class RosterIssues
{
    /// <summary>More are of no use to anybody: the file needs another look as a whole.</summary>
    private const int Most = 200;

    /// <summary>In the order of the file; where there are too many, mistakes stay and warnings give way.</summary>
    public static IReadOnlyList<Issue> Shown(IEnumerable<Issue> issues) =>
        [
            .. issues
                .OrderBy(issue => issue.IsWarning)
                .ThenBy(issue => issue.Line)
                .ThenBy(issue => issue.Column)
                .Take(Most)
                .OrderBy(issue => issue.Line)
                .ThenBy(issue => issue.Column),
        ];
}
