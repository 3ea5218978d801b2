using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;
using Judge.Score;
using Support;

namespace Judge.Tests.Programs.Compile;

public sealed class CompilerTests
{
    private static readonly string Images = Path.Combine(Repository.Root, "sandbox-images");

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

    [Theory]
    [InlineData("uses CThreads; begin end.", 5)]
    [InlineData("begin end.", 1)]
    public void A_program_may_start_threads_where_its_source_speaks_of_them(string source, int threads)
    {
        var language = Some.Language() with { Artifact = null, Threads = 5, ThreadSigns = ["thread"] };
        var program = Compiler.Decide(Some.Execution(), language, SourceSet.OfOne("main.pas", Encoding.UTF8.GetBytes(source))).Program!;
        Assert.Equal((threads, threads), (program.Threads, program.With(new Command { Arguments = [] }).Threads));
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

    [Fact]
    public async Task A_compile_that_was_kept_waiting_or_slowed_down_gets_a_second_chance()
    {
        var stopped = Some.Execution() with { Ending = Ending.WallLimit };
        var working = Some.Execution() with { Ending = Ending.CpuLimit };
        var done = Some.Execution() with { Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["main"] = new byte[] { 1 } } };
        var box = new ScriptedBox(stopped, done, working, done, stopped, stopped);
        Assert.Equal(CompileFault.None, (await CompileAsync(box)).Fault);
        Assert.Equal(CompileFault.None, (await CompileAsync(box)).Fault);
        Assert.Equal(CompileFault.TimeLimit, (await CompileAsync(box)).Fault);
        Assert.Equal([20.5, 102.5, 20.5, 20.5, 20.5, 102.5], box.Walls);
    }

    [Fact]
    public async Task A_sandbox_that_fails_while_it_compiles_is_no_compile_error() =>
        await Assert.ThrowsAsync<SandboxException>(() => CompileAsync(new ScriptedBox()));

    [Fact]
    public void A_compile_has_the_CPU_time_of_its_language_and_the_clock_leaves_it_more()
    {
        var limits = Compiler.LimitsOf(Some.Language() with { CompileSeconds = 7 });
        Assert.Equal((7.0, 14.5), (limits.Cpu.TotalSeconds, limits.Wall.TotalSeconds));
    }

    [Theory]
    [InlineData("g++-12: internal compiler error: File size limit exceeded signal terminated program as", CompileFault.OutputLimit)]
    [InlineData("/usr/bin/ld: final link failed: No space left on device\ncollect2: error", CompileFault.OutputLimit)]
    [InlineData("\ncc1plus: out of memory allocating 72 bytes after a total of 9682944 bytes", CompileFault.MemoryLimit)]
    [InlineData("g++-12: fatal error: Killed signal terminated program cc1plus", CompileFault.MemoryLimit)]
    [InlineData("main.o: relocation truncated to fit: R_X86_64_PC32 against symbol `a'", CompileFault.MemoryLimit)]
    [InlineData("gcc-12: internal compiler error: Segmentation fault signal terminated program cc1", CompileFault.Crashed)]
    [InlineData("/prog/main.cpp:1:2: error: #error out of memory", CompileFault.Errors)]
    [InlineData("/prog/main.cpp:1:2: error: x\n    1 | #error No space left on device", CompileFault.Errors)]
    public void A_limit_that_stopped_a_part_of_the_compiler_is_read_from_its_words(string words, CompileFault fault)
    {
        var execution = Some.Execution() with { ExitCode = 1, Stdout = Encoding.UTF8.GetBytes(words) };
        Assert.Equal(fault, CompileFaultRule.Of(execution, Languages.Load(Images).Find("cpp")!.Signs));
    }

    [Fact]
    public void Words_without_end_are_told_as_such_and_a_program_that_is_too_large_as_that()
    {
        var passed = Some.Execution() with { Ending = Ending.OutputLimit };
        Assert.Equal(CompileFault.OutputLimit, CompileFaultRule.Of(passed, new()));
        Assert.Equal(CompileFault.MessageLimit, CompileFaultRule.Of(passed with { Stdout = new byte[Compiler.OutputBytes] }, new()));
    }

    private static Task<Compilation> CompileAsync(ScriptedBox box) =>
        Compiler.CompileAsync(box, Some.Language(), "begin end."u8.ToArray(), TestContext.Current.CancellationToken);

    private static Compilation Decide(Execution execution) => Compiler.Decide(execution, Some.Language(), Sources);
}
