using Support;

namespace Judge.Tests.Architecture;

/// <summary>What the formatter leaves to whoever writes.</summary>
public sealed class HandwritingTests
{
    private const int LongestLine = 140;

    [Theory]
    [InlineData("judge")]
    [InlineData("arena-web")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_longest(string tree)
    {
        var wrong =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, tree), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/node_modules/")
            from line in File.ReadLines(file).Index()
            where line.Item.Length > LongestLine
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}";
        Assert.Empty(wrong);
    }
}
