using Judge.Programs.Compile;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Tests.Programs.Compile;

public sealed class CompilerTests
{
    private static readonly SourceSet Sources = SourceSet.OfOne("main.pas", "begin end."u8.ToArray());

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
        var compilation = Decide(
            Some.Execution() with
            {
                Stdout = "/prog/main.pas(1,2) Warning: unused"u8.ToArray(),
                Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["main"] = new byte[] { 1, 2, 3 } },
            }
        );
        var program = compilation.Program!;
        Assert.Equal(("main", 3L, 0L), (program.Files.Single().Key, program.Files.Single().Value.Length, program.StaticBytes));
        Assert.Equal(["/prog/main"], program.Command);
        Assert.Equal("main.pas(1,2) Warning: unused", compilation.Message);
    }

    [Fact]
    public void Without_an_artifact_the_source_is_the_program()
    {
        var python = Some.Language() with { Artifact = null, Run = ["/usr/bin/python3", "{source}"] };
        var program = Compiler.Decide(Some.Execution(), python, Sources).Program!;
        Assert.Equal(["/usr/bin/python3", "/prog/main.pas"], program.Command);
        Assert.Same(Sources.Files["main.pas"], program.Files["main.pas"]);
    }

    [Fact]
    public void Files_that_the_program_must_not_read_are_emptied_where_it_does_not_need_them()
    {
        var secret = Sources with { Secret = ["chinh.pas"] };
        var execution = Some.Execution() with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["main"] = new byte[] { 1 } } };
        Assert.Equal(0, Compiler.Decide(execution, Some.Language(), secret).Program!.Files["chinh.pas"].Length);
    }

    [Fact]
    public void The_compiler_is_given_all_files_of_the_language_and_the_entry_first()
    {
        var sources = SourceSet.OfOne("b.pas", default) with
        {
            Files = new Dictionary<string, Content>
            {
                ["a.PAS"] = Content.Empty,
                ["b.pas"] = Content.Empty,
                ["c.pas"] = Content.Empty,
                ["read.me"] = Content.Empty,
            },
        };
        var language = Some.Language() with { Compile = ["/bin/x", "-c{source}", "{sources}", "-lm"] };
        Assert.Equal(
            ["/bin/x", "-c/prog/b.pas", "/prog/b.pas", "/prog/a.PAS", "/prog/c.pas", "-lm"],
            Compiler.CompileCommand(language, sources)
        );
    }

    private static Compilation Decide(Execution execution) => Compiler.Decide(execution, Some.Language(), Sources);
}
