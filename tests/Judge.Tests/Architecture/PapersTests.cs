using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>What the papers say of the sources is true.</summary>
public sealed partial class PapersTests
{
    private const int MostLinesOfADecision = 12;

    [Fact]
    public void Every_test_that_the_architecture_names_exists()
    {
        var tests = string.Concat(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        var named = NamePattern().Matches(Section("## Invariants", "## Across")).Select(match => match.Groups[1].Value).ToList();
        Assert.True(named.Count >= 15, "The table of invariants was not found.");
        Assert.DoesNotContain(named, name => !Regex.IsMatch(tests, $@"(void|Task) {name}\(|class {name}\b"));
    }

    [Theory]
    [InlineData("judge")]
    [InlineData("arena-web")]
    public void The_map_names_every_folder(string tree)
    {
        var map = string.Concat(Map(tree));
        var folders = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, tree), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, tree), Path.GetDirectoryName(file)!))
            .Where(folder =>
                folder != "."
                && !folder.StartsWith("Client", StringComparison.Ordinal)
                && Path.GetDirectoryName(folder) is not ("Worker" or "ScriptHost")
            )
            .Select(folder => Path.GetFileName(folder))
            .Distinct();
        Assert.DoesNotContain(folders, folder => !map.Contains($"`{folder}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("judge")]
    [InlineData("arena-web")]
    public void The_map_goes_from_below_as_the_floors_do(string tree)
    {
        var rank = FloorPlan.Ranks(tree);
        var floors = Map(tree)
            .SelectMany(row => CodePattern().Matches(row.Split('|')[1]))
            .Select(name => name.Groups[1].Value)
            .Where(rank.ContainsKey)
            .Select(name => rank[name])
            .ToList();
        Assert.True(floors.Count >= 10, "The table was not found.");
        Assert.Equal(floors.Order(), floors);
    }

    [Fact]
    public void A_decision_stays_short_enough_to_be_read() =>
        Assert.DoesNotContain(
            Read("DECISIONS.md").Split("\n## ")[1..],
            decision => decision.TrimEnd().Count(letter => letter == '\n') > MostLinesOfADecision
        );

    [Theory]
    [InlineData("README.md", 120)]
    [InlineData("ARCHITECTURE.md", 250)]
    [InlineData("CONTRIBUTING.md", 120)]
    [InlineData("SECURITY.md", 80)]
    public void A_paper_stays_short_enough_to_be_read(string paper, int lines) =>
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, paper)).Count() <= lines);

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    public void Every_path_that_a_paper_names_exists(string paper)
    {
        var named = Code(paper)
            .SelectMany(code => code.Split(' '))
            .Where(word => PathPattern().IsMatch(word) && !word.StartsWith(".data/", StringComparison.Ordinal))
            .SelectMany(Spread)
            .ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, path => !Path.Exists(Path.Combine(Repository.Root, path)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    public void Every_command_that_a_paper_names_is_one_of_the_script(string paper)
    {
        var named = Code(paper)
            .Where(code => code.StartsWith("./contest ", StringComparison.Ordinal))
            .Select(code => code.Split(' ')[1])
            .ToList();
        Assert.All(named, name => Assert.Contains(name, Commands()));
    }

    [Fact]
    public void Every_command_of_the_help_is_one_of_the_script()
    {
        var helped = HelpPattern().Matches(Read("contest")).Select(match => match.Groups[1].Value).ToList();
        Assert.True(helped.Count >= 15, "The help was not found.");
        Assert.All(helped, name => Assert.Contains(name, Commands()));
    }

    /// <summary>What the script's last choice tells apart.</summary>
    private static List<string> Commands()
    {
        var script = Read("contest");
        return
        [
            .. CasePattern()
                .Matches(script[script.IndexOf("case $command in", StringComparison.Ordinal)..])
                .SelectMany(match => match.Groups[1].Value.Split(" | ")),
        ];
    }

    /// <summary>What stands between back-ticks within a line, and not in a block.</summary>
    private static IEnumerable<string> Code(string paper) =>
        CodePattern().Matches(BlockPattern().Replace(Read(paper), "")).Select(match => match.Groups[1].Value);

    /// <summary><c>a/{b,c}</c> is two paths; of <c>a/*</c> the folder counts.</summary>
    private static IEnumerable<string> Spread(string path)
    {
        path = path.TrimEnd('*', '/');
        return BracePattern().Match(path) is { Success: true } brace
            ? brace.Groups[1].Value.Split(',').Select(word => path.Replace(brace.Value, word, StringComparison.Ordinal))
            : [path];
    }

    private static string Read(string paper) => File.ReadAllText(Path.Combine(Repository.Root, paper));

    /// <summary>The rows that tell of a tree's folders.</summary>
    private static IEnumerable<string> Map(string tree) =>
        Section("## Code map", "## Four ways")
            .Split('\n')
            .SkipWhile(row => !row.StartsWith($"| `{tree}/`", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(row => row.StartsWith('|'));

    private static string Section(string from, string to)
    {
        var paper = Read("ARCHITECTURE.md");
        return paper[paper.IndexOf(from, StringComparison.Ordinal)..paper.IndexOf(to, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9_]+(?:_[A-Za-z0-9]+|Tests))`")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[\w.{},-]+(?:/[\w.{},*-]+)*/[\w.{},*-]*$|^[\w-]+\.(?:md|txt|sln|props)$")]
    private static partial Regex PathPattern();

    [GeneratedRegex("(?<!`)`([^`\n]+)`(?!`)")]
    private static partial Regex CodePattern();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex BracePattern();

    [GeneratedRegex(@"^\./contest (\w+)", RegexOptions.Multiline)]
    private static partial Regex HelpPattern();

    [GeneratedRegex(@"^  ([\w| -]+)\) ", RegexOptions.Multiline)]
    private static partial Regex CasePattern();
}
