using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;

namespace Judge.Programs.Run;

/// <summary>How a program is started on a test, but for its streams.</summary>
internal static class ProgramCommand
{
    /// <summary>The test's arguments follow the program's own; the test's <c>.files</c> lie in its working folder.</summary>
    public static Command Of(CompiledProgram program, Test test) =>
        program.With(
            new Command
            {
                Arguments = test.Arguments,
                Files = test.FilesFolder is { } folder
                    ? Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), Content.OfFile)
                    : [],
            }
        );
}
