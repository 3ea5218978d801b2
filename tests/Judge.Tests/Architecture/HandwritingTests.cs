using Support;

namespace Judge.Tests.Architecture;

/// <summary>What the formatter leaves to whoever writes.</summary>
public sealed class HandwritingTests
{
    private const int LongestLine = 140;

    /// <summary>Until the sentences for people have left them.</summary>
    private static readonly string[] Excepted =
    [
        "judge/Formats/",
        "judge/Verify/",
        "judge/Grade/",
        "judge/Worker/",
        "tests/Judge.Tests/Formats/",
    ];

    [Theory]
    [InlineData("judge")]
    [InlineData("arena-web")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_longest(string tree)
    {
        var wrong =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, tree), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Repository.Root, file)
            where !file.Contains("/node_modules/") && !Excepted.Any(path.StartsWith)
            from line in File.ReadLines(file).Index()
            where line.Item.Length > LongestLine
            select $"{path}:{line.Index + 1}";
        Assert.Empty(wrong);
    }
}
