using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Draft;

/// <summary>A group of tests, or of groups, and its points, whatever format it came from.</summary>
/// <param name="Name">Path below <c>data/secret</c>; empty: the tests have no groups.</param>
/// <param name="Max">Its greatest number of points; of a group of groups, what <see cref="Of"/> makes of theirs.</param>
internal sealed record GroupDraft(string Name, decimal Max, Aggregation Aggregation)
{
    public bool Stops { get; init; }

    /// <summary>Names of earlier groups, or <c>sample</c>.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Groups in it; empty: it holds tests.</summary>
    public IReadOnlyList<GroupDraft> Groups { get; init; } = [];

    /// <summary>A group of groups.</summary>
    public static GroupDraft Of(string name, Aggregation aggregation, IReadOnlyList<GroupDraft> groups) =>
        new(name, MostOf(aggregation, groups), aggregation) { Groups = groups };

    /// <summary>What groups give at most together.</summary>
    public static decimal MostOf(Aggregation aggregation, IEnumerable<GroupDraft> groups) =>
        TestGroup.MostOf(aggregation, groups.Select(group => group.Max));
}

/// <summary>The files <c>test_group.yaml</c> of a package being made, and what only <c>school.yaml</c> can say of groups.</summary>
internal sealed class GroupDrafts(PackageDraft draft)
{
    private readonly SortedDictionary<string, YamlDraft> _files = new(StringComparer.Ordinal);

    /// <summary>Settings of a folder such as <c>data/secret/group1</c>.</summary>
    public YamlDraft Of(string folder) => _files.TryGetValue(folder, out var yaml) ? yaml : _files[folder] = new YamlDraft();

    /// <summary>Writes the points of a scoring problem.</summary>
    /// <param name="total">Over the groups; no Product.</param>
    public void Score(IReadOnlyList<GroupDraft> groups, Aggregation total)
    {
        foreach (var group in groups)
        {
            Score(group);
        }

        if (groups is not [{ Name: "" }])
        {
            var full = GroupDraft.MostOf(total, groups);
            var secret = Of("data/secret");
            if (full == decimal.Truncate(full))
            {
                secret.Set("max_score", full);
            }

            secret.Set("score_aggregation", IsKattis(total) ? Word(total) : "sum");
            if (!IsKattis(total))
            {
                draft.School.Set("total", Word(total));
            }
        }
    }

    public void Write()
    {
        foreach (var (folder, yaml) in _files.Where(file => !file.Value.IsEmpty))
        {
            draft.Add($"{folder}/{TestFolder.GroupSettings}", yaml);
        }
    }

    /// <summary>Whole points and the ways to add up that Kattis has go to <c>test_group.yaml</c>, the rest to <c>school.yaml</c>.</summary>
    private void Score(GroupDraft group)
    {
        var yaml = Of(group.Name.Length == 0 ? "data/secret" : $"data/secret/{group.Name}");
        if (group.Max == decimal.Truncate(group.Max))
        {
            yaml.Set("max_score", group.Max);
        }
        else if (group.Groups.Count == 0)
        {
            Own(group).Set("max", group.Max);
        }

        yaml.Set("score_aggregation", IsKattis(group.Aggregation) ? Word(group.Aggregation) : "sum");
        if (!IsKattis(group.Aggregation))
        {
            Own(group).Set("aggregation", Word(group.Aggregation));
        }

        if (group.Stops && group.Aggregation != Aggregation.PassFail)
        {
            Own(group).Set("stop", true);
        }

        if (group.Requires.Count > 0)
        {
            yaml.Set("require_pass", group.Requires.Select(name => name == "sample" ? name : "secret/" + name));
        }

        foreach (var inner in group.Groups)
        {
            ScoreInner(inner);
        }
    }

    /// <summary>Kattis nests no groups, so <c>school.yaml</c> says all of one that lies in another.</summary>
    private void ScoreInner(GroupDraft group)
    {
        var own = Own(group).Set("aggregation", Word(group.Aggregation));
        if (group.Groups.Count == 0)
        {
            own.Set("max", group.Max);
        }

        if (group.Stops && group.Aggregation != Aggregation.PassFail)
        {
            own.Set("stop", true);
        }

        if (group.Requires.Count > 0)
        {
            own.Set("requires", group.Requires);
        }

        foreach (var inner in group.Groups)
        {
            ScoreInner(inner);
        }
    }

    private static bool IsKattis(Aggregation aggregation) => aggregation is Aggregation.Sum or Aggregation.Min or Aggregation.PassFail;

    private YamlDraft Own(GroupDraft group) => draft.School.Map("groups").Map(group.Name);

    private static string Word(Aggregation aggregation) =>
        aggregation switch
        {
            Aggregation.PassFail => "pass-fail",
            _ => aggregation.ToString().ToLowerInvariant(),
        };
}
