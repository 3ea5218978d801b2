using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>What the papers say of the sources is true.</summary>
public sealed partial class PapersTests
{
    [Fact]
    public void Every_test_that_the_architecture_names_exists()
    {
        var tests = string.Concat(Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        var named = NamePattern().Matches(Invariants()).Select(match => match.Groups[1].Value).ToList();
        Assert.True(named.Count >= 15, "The table of invariants was not found.");
        Assert.DoesNotContain(named, name => !Regex.IsMatch(tests, $@"(void|Task) {name}\(|class {name}\b"));
    }

    [Theory]
    [InlineData("README.md", 120)]
    [InlineData("ARCHITECTURE.md", 250)]
    public void A_paper_stays_short_enough_to_be_read(string paper, int lines) =>
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, paper)).Count() <= lines);

    private static string Invariants()
    {
        var paper = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        return paper[paper.IndexOf("## Invariants", StringComparison.Ordinal)..paper.IndexOf("## Across", StringComparison.Ordinal)];
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9_]+(?:_[A-Za-z0-9]+|Tests))`")]
    private static partial Regex NamePattern();
}
