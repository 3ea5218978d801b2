using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Draft;

/// <summary>A group of tests and its points, whatever format it came from.</summary>
/// <param name="Name">Folder below <c>data/secret</c>; empty: the tests have no groups.</param>
/// <param name="Max">Its greatest number of points.</param>
internal sealed record GroupDraft(string Name, decimal Max, Aggregation Aggregation)
{
    public bool Stops { get; init; }

    /// <summary>Names of earlier groups, or <c>sample</c>.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];
}

/// <summary>The files <c>test_group.yaml</c> of a package being made, and what only <c>school.yaml</c> can say of groups.</summary>
internal sealed class GroupDrafts(PackageDraft draft)
{
    private readonly SortedDictionary<string, YamlDraft> _files = new(StringComparer.Ordinal);

    /// <summary>Settings of a folder such as <c>data/secret/group1</c>.</summary>
    public YamlDraft Of(string folder) => _files.TryGetValue(folder, out var yaml) ? yaml : _files[folder] = new YamlDraft();

    /// <summary>Writes the points of a scoring problem.</summary>
    /// <param name="total">Sum, Min or PassFail, over the groups.</param>
    public void Score(IReadOnlyList<GroupDraft> groups, Aggregation total)
    {
        foreach (var group in groups)
        {
            Score(group);
        }

        if (groups is not [{ Name: "" }])
        {
            var full = total == Aggregation.Min ? groups.Min(group => group.Max) : groups.Sum(group => group.Max);
            var secret = Of("data/secret");
            if (full == decimal.Truncate(full))
            {
                secret.Set("max_score", full);
            }

            secret.Set("score_aggregation", Word(total));
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
        var isKattis = group.Aggregation is Aggregation.Sum or Aggregation.Min or Aggregation.PassFail;
        if (group.Max == decimal.Truncate(group.Max))
        {
            yaml.Set("max_score", group.Max);
        }
        else
        {
            Own(group).Set("max", group.Max);
        }

        yaml.Set("score_aggregation", isKattis ? Word(group.Aggregation) : "sum");
        if (!isKattis)
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
    }

    private YamlDraft Own(GroupDraft group) => draft.School.Map("groups").Map(group.Name);

    private static string Word(Aggregation aggregation) =>
        aggregation switch
        {
            Aggregation.PassFail => "pass-fail",
            _ => aggregation.ToString().ToLowerInvariant(),
        };
}
