using Judge.Problems;

namespace ArenaWeb.Problems;

/// <summary>A sample of a problem, as printed beside the statement.</summary>
internal sealed record Sample(string Input, string Answer)
{
    /// <summary>More than this is not printed; the samples of a problem are read by people.</summary>
    private const int MostCharacters = 4_000;

    /// <summary>Of a level of puzzles there are none: all its worlds, hidden ones too, stand in one file.</summary>
    public static async Task<IReadOnlyList<Sample>> OfAsync(Problem problem, CancellationToken ct)
    {
        var samples = new List<Sample>();
        foreach (var test in problem.Tests.Where(test => test.IsSample && problem.Level is null))
        {
            samples.Add(
                new Sample(
                    await ReadAsync(test.ShownInputPath ?? test.InputPath, ct),
                    await ReadAsync(test.ShownAnswerPath ?? test.AnswerPath, ct)
                )
            );
        }
        return samples;
    }

    /// <summary>The beginning of a file that people read.</summary>
    public static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[MostCharacters];
        var length = await reader.ReadBlockAsync(buffer, ct);
        return new string(buffer, 0, length);
    }
}
