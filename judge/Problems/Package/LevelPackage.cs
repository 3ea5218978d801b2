using System.Globalization;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;

namespace Judge.Problems.Package;

/// <summary>
/// A level of puzzles as a package (<c>type: blocks</c>): <c>level.json</c> instead of a folder of tests, each of its worlds one test.
/// </summary>
internal static class LevelPackage
{
    public const string File = LevelReader.File;

    /// <summary>Stars that are the full mark.</summary>
    private const int FullStars = 3;

    /// <exception cref="PackageException">There is no level, or it is wrong.</exception>
    public static Problem Of(Problem problem)
    {
        var level = Read(problem);
        var file = Path.Combine(problem.Folder, File);
        IReadOnlyList<Test> tests =
        [
            .. level
                .Worlds.OrderBy(world => world.Hidden)
                .Select(world => new Test(world.Id.ToString(CultureInfo.InvariantCulture), !world.Hidden, file, file)
                {
                    Group = world.Hidden ? "" : "sample",
                    Mark = world.Hidden ? 1 : 0,
                }),
        ];
        var whole = problem with { Level = level, Scores = true, FullScore = FullStars, Tests = tests, Groups = [.. Groups(tests)] };
        return whole with { Version = PackageVersion.Of(whole) };
    }

    private static Level Read(Problem problem)
    {
        var (file, name) = (Path.Combine(problem.Folder, File), $"{problem.Name}/{File}");
        if (!System.IO.File.Exists(file))
        {
            throw new PackageException(name, "the file is missing, but problem.yaml says that this is a level of blocks.");
        }

        try
        {
            return Checked(LevelReader.Read(System.IO.File.ReadAllBytes(file), name), name);
        }
        catch (LevelException wrong)
        {
            throw new PackageException(wrong.Place, wrong.Sentence);
        }
    }

    /// <summary>Tools and conditions are blocks that there are, and what a level starts with can be read.</summary>
    private static Level Checked(Level level, string name)
    {
        if (level.Tools.Concat(level.Most.Keys).FirstOrDefault(tool => !BlockTypes.Tools.Contains(tool)) is { } tool)
        {
            throw new PackageException(name, $"there is no tool '{tool}'; known are {string.Join(", ", BlockTypes.Tools.Order())}.");
        }

        if (level.Conditions.FirstOrDefault(condition => !BlockTypes.Conditions.Contains(condition)) is { } condition)
        {
            throw new PackageException(name, $"there is no condition '{condition}'; known are {string.Join(", ", BlockTypes.Conditions)}.");
        }

        return BlockReader.IsStart(level) ? level : throw new PackageException(name, "'start' is nothing that the block editor saves.");
    }

    private static IEnumerable<TestGroup> Groups(IReadOnlyList<Test> tests) =>
        tests
            .GroupBy(test => test.IsSample)
            .Select(part => new TestGroup
            {
                Name = part.Key ? "sample" : "",
                IsSample = part.Key,
                Max = part.Key ? 0 : FullStars,
                Aggregation = Aggregation.Sum,
                Tests = [.. part],
            });
}
