using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>Who may name whom inside judge/: a later step names an earlier one, never the other way round.</summary>
public sealed partial class FolderOrderTests
{
    private static readonly string[][] Steps =
    [
        ["Sandbox"], ["Script"], ["Problems"], ["Contests"], ["Events"], ["Submit"], ["Compile"], ["Run"], ["Check"], ["Score"], ["Lanes"],
        ["Queue", "Board"], ["Verify", "Grade"], ["Rejudge"], ["Storage"],
    ];

    private static readonly string Root = Repository.Root;

    [Fact]
    public void A_step_names_only_earlier_steps()
    {
        var rank = Steps.SelectMany((names, at) => names.Select(name => (name, at))).ToDictionary(s => s.name, s => s.at);
        var wrong = from file in Sources("judge")
                    let folder = Path.GetRelativePath(Path.Combine(Root, "judge"), file).Split('/')[0]
                    where rank.ContainsKey(folder)
                    from named in Named(file)
                    where named != folder && rank.TryGetValue(named, out var at) && at >= rank[folder]
                    select $"{Path.GetRelativePath(Root, file)} names Judge.{named}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_set_up_names_the_storage()
    {
        var wrong = from file in Sources("judge")
                    let path = Path.GetRelativePath(Root, file)
                    where !path.StartsWith("judge/Storage/") && path != "judge/JudgeSetup.cs" && Named(file).Contains("Storage")
                    select path;
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_judge_does_not_know_the_arena() =>
        Assert.DoesNotContain(Sources("judge"), file => File.ReadAllText(file).Contains("ArenaWeb"));

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.DoesNotContain(Sources("judge").Concat(Sources("arena-web")), file => File.ReadLines(file).Count() > 400);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/node_modules/"));

    private static HashSet<string> Named(string file) =>
        [.. NamedPattern().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<![\w.])Judge\.([A-Z]\w+)")]
    private static partial Regex NamedPattern();
}
