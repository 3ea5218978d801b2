using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Compile;

/// <summary>Makes a program of a source, inside a box: a compiler at work on a hostile source is a hostile program.</summary>
internal static class Compiler
{
    /// <summary>Fixed for all languages; the output is that of the compiler's words and of the program each.</summary>
    public static Limits Limits { get; } =
        new(Cpu: TimeSpan.FromSeconds(10), Wall: TimeSpan.FromSeconds(20), MemoryBytes: 512L << 20, OutputBytes: 32L << 20);

    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the source.</exception>
    public static async Task<Compilation> CompileAsync(IBox box, Language language, ReadOnlyMemory<byte> source, CancellationToken ct)
    {
        var content = Content.OfBytes(source);
        await box.PutAsync(language.Source, content, ct);
        var execution = await box.RunAsync(
            new Command
            {
                Arguments = [.. language.Compile.Select(word => word.Replace("{source}", $"/prog/{language.Source}"))],
                Collect = language.Artifact is { } artifact ? [artifact] : [],
                MergeStderr = true
            },
            Limits with { Processes = language.CompileProcesses }, ct);
        return Decide(execution, language, content);
    }

    internal static Compilation Decide(Execution execution, Language language, Content source)
    {
        var message = CompilerMessage.Clean(execution.Stdout.Span, language.Noise);
        if (FaultOf(execution) is var fault and not CompileFault.None)
            return new Compilation(null, fault, message);
        if (language.Artifact is not { } artifact)
            return new Compilation(new CompiledProgram(language.Source, source, StaticBytes: 0), CompileFault.None, message);
        return execution.Files.TryGetValue(artifact, out var bytes)
            ? new Compilation(new CompiledProgram(artifact, Content.OfBytes(bytes), Elf.LoadedBytes(bytes.Span)), CompileFault.None, message)
            : new Compilation(null, CompileFault.NoProgram, message);
    }

    private static CompileFault FaultOf(Execution execution) => execution switch
    {
        { Ending: Ending.MemoryLimit } => CompileFault.MemoryLimit,
        { Ending: Ending.OutputLimit } => CompileFault.OutputLimit,
        { Ending: Ending.CpuLimit or Ending.WallLimit } => CompileFault.TimeLimit,
        { Ending: Ending.Exited, ExitCode: 0 } => CompileFault.None,
        { Ending: Ending.Exited } => CompileFault.Errors,
        _ => CompileFault.Crashed
    };
}
