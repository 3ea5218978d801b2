using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Compile;

/// <summary>What came of compiling.</summary>
/// <param name="Program">What can be run; null when there is a fault.</param>
/// <param name="Message">The compiler's own words, cleaned; warnings too; may be empty.</param>
internal sealed record Compilation(CompiledProgram? Program, CompileFault Fault, string Message)
{
    /// <summary>Outputs need none.</summary>
    public static Compilation None { get; } = new(null, CompileFault.None, "");

    /// <summary>Nothing came to the compiler.</summary>
    public static Compilation Refused(CompileFault fault) => new(null, fault, "");
}

/// <summary>A program as it can be put into any box of its image.</summary>
/// <param name="Files">What lies in /prog.</param>
/// <param name="Command">How it is started; the arguments of a test follow.</param>
/// <param name="StaticBytes">Memory it takes before its first instruction; 0: not known.</param>
internal sealed record CompiledProgram(IReadOnlyDictionary<string, Content> Files, IReadOnlyList<string> Command, long StaticBytes)
{
    /// <summary>All that is in its environment, as NAME=VALUE pairs.</summary>
    public IReadOnlyList<string> Environment { get; init; } = Sandbox.Command.UsualEnvironment;

    /// <summary>How many it may start at once.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether an interpreter that waits in the box may bear it.</summary>
    public bool Forks { get; init; }

    /// <summary>The command with its arguments behind the program's own; an interpreter that waits has none of these.</summary>
    public Command With(Command command) =>
        command with
        {
            Arguments = [.. Command, .. command.Arguments],
            Environment = Environment,
            Threads = Threads,
            Fork = Forks && command.Arguments.Count == 0,
        };
}
