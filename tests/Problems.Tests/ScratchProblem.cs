using System.Globalization;
using Judge.Problems;
using Judge.Problems.Package;

namespace Problems.Tests;

/// <summary>A problem made for one test: read a number, write it back.</summary>
internal sealed class ScratchProblem : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scratch-").FullName;

    public ScratchProblem(string input = "7\n", FileNames? files = null, double seconds = 0.5, int memory = 64)
        : this([input, input, input], files, seconds, memory) { }

    /// <param name="inputs">One test each.</param>
    public ScratchProblem(string[] inputs, FileNames? files = null, double seconds = 0.5, int memory = 64)
    {
        var package = Path.Combine(_folder, "scratch");
        Write(
            "problem.yaml",
            $$"""
            problem_format_version: 2025-09
            name: {vi: Nháp}
            uuid: 0cd52b9c-b250-480a-8bdf-833b471388e1
            limits: {time_limit: {{seconds.ToString(CultureInfo.InvariantCulture)}}, memory: {{memory}}, output: 1}
            """
        );
        Write("statement/problem.vi.md", "Chép lại.");
        for (var test = 1; test <= inputs.Length; test++)
        {
            Write($"data/secret/{test}.in", inputs[test - 1]);
            Write($"data/secret/{test}.ans", inputs[test - 1]);
        }

        if (files is not null)
        {
            Write(
                "school.yaml",
                $"input_file: {files.Input}\noutput_file: {files.Output}\nstreams: {(files.Streams ? "true" : "false")}\n"
            );
        }

        Problem = ProblemPackage.Load(package);

        void Write(string file, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(package, file))!);
            File.WriteAllText(Path.Combine(package, file), text);
        }
    }

    public Problem Problem { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
