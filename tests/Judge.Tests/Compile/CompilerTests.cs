using Judge.Compile;
using Judge.Sandbox;

namespace Judge.Tests.Compile;

public sealed class CompilerTests
{
    private static readonly Content Source = Content.OfBytes("begin end."u8.ToArray());

    [Theory]
    [InlineData(Ending.Exited, 1, CompileFault.Errors)]
    [InlineData(Ending.CpuLimit, 0, CompileFault.TimeLimit)]
    [InlineData(Ending.WallLimit, 0, CompileFault.TimeLimit)]
    [InlineData(Ending.MemoryLimit, 0, CompileFault.MemoryLimit)]
    [InlineData(Ending.OutputLimit, 0, CompileFault.OutputLimit)]
    [InlineData(Ending.Signaled, 0, CompileFault.Crashed)]
    [InlineData(Ending.Exited, 0, CompileFault.NoProgram)]
    internal void Every_ending_without_a_program_is_a_fault_of_the_source(Ending ending, int exitCode, CompileFault fault)
    {
        var compilation = Decide(Some.Execution() with { Ending = ending, ExitCode = exitCode, Stdout = "words"u8.ToArray() });
        Assert.Null(compilation.Program);
        Assert.Equal((fault, "words"), (compilation.Fault, compilation.Message));
    }

    [Fact]
    public void What_the_compiler_leaves_is_the_program_and_warnings_are_kept()
    {
        var compilation = Decide(Some.Execution() with
        {
            Stdout = "/prog/main.pas(1,2) Warning: unused"u8.ToArray(),
            Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["main"] = new byte[] { 1, 2, 3 } }
        });
        Assert.Equal(("main", 3L, 0L), (compilation.Program!.Name, compilation.Program.Content.Length, compilation.Program.StaticBytes));
        Assert.Equal("main.pas(1,2) Warning: unused", compilation.Message);
    }

    [Fact]
    public void Without_an_artifact_the_source_is_the_program()
    {
        var python = Some.Language() with { Source = "main.py", Artifact = null };
        var program = Compiler.Decide(Some.Execution(), python, Source).Program!;
        Assert.Equal("main.py", program.Name);
        Assert.Same(Source, program.Content);
    }

    private static Compilation Decide(Execution execution) => Compiler.Decide(execution, Some.Language(), Source);
}
