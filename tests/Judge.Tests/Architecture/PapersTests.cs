using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>What the papers say of the sources is true.</summary>
public sealed partial class PapersTests
{
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
        var map = Section("## Code map", "## Invariants");
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
    [InlineData("README.md", 120)]
    [InlineData("ARCHITECTURE.md", 250)]
    public void A_paper_stays_short_enough_to_be_read(string paper, int lines) =>
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, paper)).Count() <= lines);

    private static string Section(string from, string to)
    {
        var paper = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        return paper[paper.IndexOf(from, StringComparison.Ordinal)..paper.IndexOf(to, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9_]+(?:_[A-Za-z0-9]+|Tests))`")]
    private static partial Regex NamePattern();
}
