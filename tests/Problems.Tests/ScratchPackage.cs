using System.Globalization;
using Judge.Problems;
using Judge.Problems.Package;

namespace Problems.Tests;

/// <summary>
/// A package made for one test, of which everything can be said: three secret tests with the inputs 1, 2, 3 and the same answers.
/// </summary>
internal sealed class ScratchPackage : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("package-").FullName;

    /// <param name="settings">Further lines of problem.yaml.</param>
    /// <param name="school">Lines of school.yaml; empty: no such file.</param>
    /// <param name="seconds">Time limit; a program that sleeps costs the test ten times as much on the clock and more.</param>
    public ScratchPackage(string settings = "", string school = "", double seconds = 0.5)
    {
        Write(
            "problem.yaml",
            $$"""
            problem_format_version: 2025-09
            name: {vi: Nháp}
            uuid: 0cd52b9c-b250-480a-8bdf-833b471388e1
            limits: {time_limit: {{seconds.ToString(
                CultureInfo.InvariantCulture
            )}}, memory: 64, output: 1, validation_time: 1, validation_memory: 64, validation_passes: 3}
            {{settings}}
            """
        );
        Write("statement/problem.vi.md", "Chép lại.");
        for (var test = 1; test <= 3; test++)
        {
            WriteTest($"{test}", $"{test}\n", $"{test}\n");
        }

        if (school.Length > 0)
        {
            Write("school.yaml", school);
        }
    }

    private string Path => System.IO.Path.Combine(_parent, "nhap");

    public void WriteTest(string name, string input, string answer)
    {
        Write($"data/secret/{name}.in", input);
        Write($"data/secret/{name}.ans", answer);
    }

    public ScratchPackage Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public ScratchPackage Delete(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    public Problem Load() => ProblemPackage.Load(Path);

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
