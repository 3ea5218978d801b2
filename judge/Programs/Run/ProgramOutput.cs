using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Run;

/// <summary>Where a program has left its output.</summary>
internal static class ProgramOutput
{
    /// <summary>Null: there is no output file.</summary>
    public static ReadOnlyMemory<byte>? Of(Execution execution, FileNames? files) =>
        files is null ? execution.Stdout
        : execution.Files.TryGetValue(files.Output, out var written) ? written
        : files.Streams ? execution.Stdout
        : default(ReadOnlyMemory<byte>?);
}
