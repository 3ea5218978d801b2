using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>Who may name whom: a folder of <see cref="FloorPlan"/> names floors before its own, and no neighbour on its floor.</summary>
public sealed partial class FolderOrderTests
{
    private const int MostFiles = 25;
    private const int MostLines = 400;

    /// <summary>Folders whose own files are values that the folders inside them may name.</summary>
    private static readonly HashSet<string> Values = ["Sandbox", "Programs/Check"];

    [Fact]
    public void A_step_of_the_judge_names_only_earlier_steps() => Assert.Empty(Wrong("judge", "Judge", ["Worker", "ScriptHost"]));

    [Fact]
    public void A_folder_of_the_arena_names_only_folders_below() => Assert.Empty(Wrong("arena-web", "ArenaWeb", ["Client"]));

    [Fact]
    public void What_every_page_of_the_arena_is_given_comes_from_below_all_pages() =>
        Assert.Equal(
            ["Layout", "Layout/Tags", "Words"],
            Named(Stripped(Path.Combine(Repository.Root, "arena-web", "_ViewImports.cshtml")), "ArenaWeb", FloorPlan.Ranks("arena-web"))
                .Order()
        );

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

    private static IEnumerable<string> Wrong(string tree, string space, string[] others)
    {
        var rank = FloorPlan.Ranks(tree);
        var declared = Sources(tree)
            .SelectMany(
                file => DeclarationPattern().Matches(Stripped(file)),
                (file, type) => (Folder: Folder(tree, file), Name: type.Groups[1].Value)
            )
            .ToLookup(type => type.Folder, type => type.Name);
        foreach (var file in Sources(tree).Concat(Pages(tree)))
        {
            var folder = Folder(tree, file);
            if (others.Contains(folder.Split('/')[0]))
            {
                continue;
            }

            if (!rank.TryGetValue(folder, out var own))
            {
                yield return $"{tree}/{folder} has no place in the plan";
                continue;
            }

            var text = Stripped(file);
            var enclosing = Enclosing(folder).Where(outer => IsAnyNamed(declared[outer], text));
            foreach (
                var named in Named(File.ReadAllText(file), space, rank)
                    .Union(enclosing)
                    .Where(named => named != folder && rank.GetValueOrDefault(named, int.MaxValue) >= own && !IsOwnValue(folder, named))
            )
            {
                yield return $"{Path.GetRelativePath(Repository.Root, file)} names {named}";
            }
        }
    }

    private static bool IsOwnValue(string folder, string named) =>
        Values.Contains(named) && folder.StartsWith(named + "/", StringComparison.Ordinal);

    private static string Folder(string tree, string file) =>
        Path.GetRelativePath(Path.Combine(Repository.Root, tree), Path.GetDirectoryName(file)!);

    /// <summary>The folders that a folder lies in, whose types need no using; "." is the root, which lies in none.</summary>
    private static IEnumerable<string> Enclosing(string folder)
    {
        while (folder != ".")
        {
            folder = Path.GetDirectoryName(folder) is { Length: > 0 } outer ? outer : ".";
            yield return folder;
        }
    }

    private static bool IsAnyNamed(IEnumerable<string> types, string text) =>
        types.Any(type => Regex.IsMatch(text, $@"(?<![\w.]){type}\b"));

    /// <summary>Folders that a text names, by namespace or by the path of a partial page.</summary>
    private static IEnumerable<string> Named(string text, string space, Dictionary<string, int> folders)
    {
        var spaces = Regex
            .Matches(text, $@"(?<![\w.]){space}((?:\.[A-Z]\w+)+)")
            .Select(match => match.Groups[1].Value[1..].Replace('.', '/'));
        var partials = PartialPattern().Matches(text).Select(match => match.Groups[1].Value);
        return spaces.Concat(partials).Select(Longest).Where(folder => folder.Length > 0).Distinct();

        string Longest(string path)
        {
            while (path.Length > 0 && !folders.ContainsKey(path))
            {
                path = Path.GetDirectoryName(path) ?? "";
            }

            return path;
        }
    }

    /// <summary>A source's text without what it says in comments and strings.</summary>
    private static string Stripped(string file) => SayingPattern().Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Sources(string tree) => Files(tree, "*.cs");

    private static IEnumerable<string> Pages(string tree) =>
        Files(tree, "*.cshtml").Where(file => Path.GetDirectoryName(file) != Path.Combine(Repository.Root, tree));

    private static IEnumerable<string> Files(string tree, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, tree), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/node_modules/"));

    [GeneratedRegex("\"/((?:[A-Z]\\w+/)*[A-Z]\\w+)/_\\w+(?:\\.cshtml)?\"")]
    private static partial Regex PartialPattern();

    [GeneratedRegex(@"^(?:\w+ )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?,. ]+?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex DeclarationPattern();

    [GeneratedRegex("""("{3,})[\s\S]*?\1|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|//[^\n]*|/\*[\s\S]*?\*/""")]
    private static partial Regex SayingPattern();
}
