using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>
/// The plan of the house: who may name whom. A floor names the floors before it in the list, rooms on one floor do not name each other. A
/// folder inside another is a floor of its own; files right in a folder stand on the floor that bears its name alone.
/// </summary>
public sealed partial class FolderOrderTests
{
    private const int MostFiles = 25;
    private const int MostLines = 400;

    private static readonly string[] Judge =
    [
        "Messages",
        "Settings",
        "Sandbox/Runner Sandbox/Filter Sandbox/Inputs",
        "Sandbox/Pool",
        "Sandbox/Docker Sandbox/Bubblewrap",
        "Sandbox",
        "Problems",
        "Problems/Package",
        "Formats/Draft",
        "Formats/Archive Formats/Statements",
        "Formats/Kattis",
        "Formats/Polygon Formats/Cms Formats/Hustoj Formats/Qduoj Formats/Themis Formats/Plain",
        "Formats",
        "Contests",
        "Events",
        "Submit",
        "Score",
        "Programs/Script/Protocol",
        "Programs/Script",
        "Programs/Compile",
        "Programs/Run",
        "Programs/Check/Contracts",
        "Programs/Check",
        "Programs/Verdicts",
        "Programs/Testing",
        "Programs",
        "Queue Board",
        "Verify Grade",
        "Rejudge",
        "Storage",
        ".",
    ];

    private static readonly string[] ArenaWeb =
    [
        "Words",
        "Layout/Mathematics",
        "Layout/Tags",
        "Layout",
        "Accounts",
        "Problems",
        "Judgements Live",
        "Staff",
        "Arena Boards Contests Judges Library",
        "Registration Submissions Guide",
        "Hosting",
        "Api",
        ".",
    ];

    /// <summary>The folder's own values, which whatever stands in it may name.</summary>
    private static readonly HashSet<string> Values = ["Sandbox", "Programs/Script", "Programs/Check", "Layout"];

    [Fact]
    public void A_step_of_the_judge_names_only_earlier_steps() => Assert.Empty(Wrong("judge", "Judge", Judge, ["Worker", "ScriptHost"]));

    [Fact]
    public void A_room_of_the_arena_names_only_rooms_below() => Assert.Empty(Wrong("arena-web", "ArenaWeb", ArenaWeb, ["Client"]));

    [Fact]
    public void Only_the_set_up_names_the_storage()
    {
        var wrong =
            from file in Sources("judge")
            let path = Path.GetRelativePath(Repository.Root, file)
            where
                !path.StartsWith("judge/Storage/")
                && path != "judge/JudgeSetup.cs"
                && Regex.IsMatch(File.ReadAllText(file), @"(?<![\w.])Judge\.Storage\b")
            select path;
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_judge_does_not_know_the_arena() =>
        Assert.DoesNotContain(Sources("judge"), file => File.ReadAllText(file).Contains("ArenaWeb"));

    [Theory]
    [InlineData("judge")]
    [InlineData("arena-web")]
    public void No_folder_is_a_warehouse(string tree) =>
        Assert.DoesNotContain(Sources(tree).CountBy(file => Path.GetDirectoryName(file)!), folder => folder.Value > MostFiles);

    [Theory]
    [InlineData("judge")]
    [InlineData("arena-web")]
    public void No_source_file_is_long_or_called_like_a_test(string tree) =>
        Assert.DoesNotContain(
            Sources(tree),
            file => File.ReadLines(file).Count() > MostLines || file.EndsWith("Tests.cs", StringComparison.Ordinal)
        );

    private static IEnumerable<string> Wrong(string tree, string space, string[] floors, string[] others)
    {
        var rank = floors
            .Index()
            .SelectMany(floor => floor.Item.Split(' ').Select(room => (Room: room, floor.Index)))
            .ToDictionary(at => at.Room, at => at.Index);
        foreach (var file in Sources(tree).Concat(Pages(tree)))
        {
            var room = Path.GetRelativePath(Path.Combine(Repository.Root, tree), Path.GetDirectoryName(file)!);
            if (others.Contains(room.Split('/')[0]))
            {
                continue;
            }

            if (!rank.TryGetValue(room, out var own))
            {
                yield return $"{tree}/{room} has no place in the plan";
                continue;
            }

            foreach (
                var named in Named(File.ReadAllText(file), space, rank)
                    .Where(named => named != room && rank[named] >= own && !IsOwnValue(room, named))
            )
            {
                yield return $"{Path.GetRelativePath(Repository.Root, file)} names {named}";
            }
        }
    }

    private static bool IsOwnValue(string room, string named) =>
        Values.Contains(named) && room.StartsWith(named + "/", StringComparison.Ordinal);

    /// <summary>Rooms that a text names, by namespace or by the path of a partial page.</summary>
    private static IEnumerable<string> Named(string text, string space, Dictionary<string, int> rooms)
    {
        var spaces = Regex
            .Matches(text, $@"(?<![\w.]){space}((?:\.[A-Z]\w+)+)")
            .Select(match => match.Groups[1].Value[1..].Replace('.', '/'));
        var partials = PartialPattern().Matches(text).Select(match => match.Groups[1].Value);
        return spaces.Concat(partials).Select(Longest).Where(room => room.Length > 0).Distinct();

        string Longest(string path)
        {
            while (path.Length > 0 && !rooms.ContainsKey(path))
            {
                path = Path.GetDirectoryName(path) ?? "";
            }

            return path;
        }
    }

    private static IEnumerable<string> Sources(string tree) => Files(tree, "*.cs");

    private static IEnumerable<string> Pages(string tree) =>
        Files(tree, "*.cshtml").Where(file => Path.GetDirectoryName(file) != Path.Combine(Repository.Root, tree));

    private static IEnumerable<string> Files(string tree, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, tree), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/node_modules/"));

    [GeneratedRegex("\"/([A-Z]\\w+)/_\\w+\\.cshtml\"")]
    private static partial Regex PartialPattern();
}
