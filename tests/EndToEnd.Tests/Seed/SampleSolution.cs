using Judge.Problems;
using Support;

namespace EndToEnd.Tests.Seed;

/// <summary>A source from the problems' own folders of submissions, with the verdict that the folder's name tells.</summary>
internal sealed record SampleSolution(string Problem, string Language, Verdict Verdict, string Path)
{
    private static readonly Dictionary<string, Verdict> Folders = new()
    {
        ["accepted"] = Verdict.Accepted,
        ["wrong_answer"] = Verdict.WrongAnswer,
        ["time_limit_exceeded"] = Verdict.TimeLimit,
        ["memory_limit_exceeded"] = Verdict.MemoryLimit,
        ["run_time_error"] = Verdict.RuntimeError,
        ["output_limit_exceeded"] = Verdict.OutputLimit,
        ["compile_error"] = Verdict.CompileError,
    };

    /// <summary>All there are, in ordinal order of their paths.</summary>
    public static IReadOnlyList<SampleSolution> All { get; } =
    [
        .. Directory
            .EnumerateFiles(System.IO.Path.Combine(Repository.Root, "problems"), "*.*", SearchOption.AllDirectories)
            .Where(path => path.Split('/') is [.., "submissions", var folder, _] && Folders.ContainsKey(folder))
            .Order(StringComparer.Ordinal)
            .Select(Of),
    ];

    public byte[] Source => File.ReadAllBytes(Path);

    public string Text => File.ReadAllText(Path);

    /// <param name="name">Its end, such as <c>kehoachnho/submissions/accepted/direct.pas</c>.</param>
    public static SampleSolution Named(string name) => All.Single(solution => solution.Path.EndsWith(name, StringComparison.Ordinal));

    private static string LanguageOf(string extension) =>
        extension switch
        {
            ".py" => "python",
            ".c" => "c",
            ".cpp" => "cpp",
            _ => "pascal",
        };

    private static SampleSolution Of(string path)
    {
        var parts = path.Split('/');
        return new SampleSolution(parts[^4], LanguageOf(System.IO.Path.GetExtension(path)), Folders[parts[^2]], path);
    }
}
