using Judge.Problems;
using Judge.Worlds.Levels;
using Judge.Worlds.Lint;

namespace Judge.Verify;

/// <summary>What can be said of a level of puzzles: its programs are tried, in no box.</summary>
internal static class LevelFindings
{
    private const string Ideal = "ideal";

    public static IEnumerable<Finding> Of(Problem problem, Level level) =>
        LevelLint
            .Of(level, Programs(problem, "accepted"), Programs(problem, "wrong_answer"))
            .Select(fault => new Finding(Of(fault.Weight), FindingCode.LevelFault, Subject(fault)) { Reason = fault.Said });

    /// <summary>The author's programs of a kind, the ideal one first.</summary>
    internal static IReadOnlyList<LevelProgram> Programs(Problem problem, string kind) =>
        Path.Combine(problem.Folder, "submissions", kind) is var folder && Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.json")
                    .OrderBy(file => Path.GetFileNameWithoutExtension(file) != Ideal)
                    .ThenBy(file => file, StringComparer.Ordinal)
                    .Select(file => new LevelProgram($"{kind}/{Path.GetFileName(file)}", File.ReadAllBytes(file))),
            ]
            : [];

    private static string Subject(LevelFault fault) => fault.Subject.Length > 0 ? $"submissions/{fault.Subject}" : "level.json";

    private static Severity Of(FaultWeight weight) =>
        weight switch
        {
            FaultWeight.Note => Severity.Note,
            FaultWeight.Warning => Severity.Warning,
            _ => Severity.Error,
        };
}
