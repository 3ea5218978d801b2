using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;

namespace Judge.Programs.Compile;

/// <summary>Makes a program of a source, inside a box: a compiler at work on a hostile source is a hostile program.</summary>
internal static class Compiler
{
    private const string SourceWord = "{source}";
    private const string SourcesWord = "{sources}";

    /// <summary>Fixed for all languages; the output is that of the compiler's words and of the program each.</summary>
    public static Limits Limits { get; } =
        new(Cpu: TimeSpan.FromSeconds(10), Wall: TimeSpan.FromSeconds(20), MemoryBytes: 512L << 20, OutputBytes: 32L << 20);

    /// <summary>Compiles a source of one file.</summary>
    public static Task<Compilation> CompileAsync(IBox box, Language language, ReadOnlyMemory<byte> source, CancellationToken ct) =>
        CompileAsync(box, language, SourceSet.OfOne(language.Source, source), Limits, ct);

    /// <summary>Compiles; what must be in /prog to run lies there afterwards.</summary>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the source.</exception>
    public static async Task<Compilation> CompileAsync(IBox box, Language language, SourceSet sources, Limits limits, CancellationToken ct)
    {
        using var stage = Tracing.Begin(Tracing.Compile);
        foreach (var (name, content) in sources.Files)
        {
            await box.PutAsync(name, content, ct);
        }

        var execution = await box.RunAsync(
            new Command
            {
                Arguments = CompileCommand(language, sources),
                Collect = language.Artifact is { } artifact ? [artifact] : [],
                MergeStderr = true,
            },
            limits with
            {
                Processes = language.CompileProcesses,
            },
            ct
        );
        var compilation = Decide(execution, language, sources);
        foreach (var (name, content) in compilation.Program?.Files.Where(file => !sources.Files.Contains(file)) ?? [])
        {
            await box.PutAsync(name, content, ct);
        }

        return compilation;
    }

    internal static Compilation Decide(Execution execution, Language language, SourceSet sources)
    {
        var message = AuthorsPart.WithoutQuotes(CompilerMessage.Clean(execution.Stdout.Span, language.Noise), sources.Secret);
        if (FaultOf(execution) is var fault and not CompileFault.None)
        {
            var isAtOdds = fault == CompileFault.Errors && AuthorsPart.IsAtOdds(message, sources);
            return new Compilation(null, isAtOdds ? CompileFault.FunctionMismatch : fault, message);
        }

        IReadOnlyList<string> environment = [.. Command.UsualEnvironment, .. language.Environment];
        IReadOnlyList<string> command = [.. language.Run.Select(word => word.Replace(SourceWord, PathOf(sources.Entry)))];
        if (language.Artifact is not { } artifact)
        {
            return new Compilation(
                new CompiledProgram(sources.Files, command, StaticBytes: 0) { Environment = environment },
                CompileFault.None,
                message
            );
        }

        if (!execution.Files.TryGetValue(artifact, out var bytes))
        {
            return new Compilation(null, CompileFault.NoProgram, message);
        }

        var files = sources.Secret.ToDictionary(name => name, _ => Content.Empty);
        files[artifact] = Content.OfBytes(bytes);
        var program = new CompiledProgram(files, command, Elf.LoadedBytes(bytes.Span)) { Environment = environment };
        return new Compilation(program, CompileFault.None, message);
    }

    /// <summary>
    /// The language's command with the entry's path for <c>{source}</c> and those of all files of the language for <c>{sources}</c>.
    /// </summary>
    internal static IReadOnlyList<string> CompileCommand(Language language, SourceSet sources)
    {
        var others = sources
            .Files.Keys.Where(name => name != sources.Entry && SourceSet.IsOf(language, name))
            .Order(StringComparer.Ordinal);
        return
        [
            .. language.Compile.SelectMany(word =>
                word == SourcesWord ? others.Prepend(sources.Entry).Select(PathOf) : [word.Replace(SourceWord, PathOf(sources.Entry))]
            ),
        ];
    }

    private static string PathOf(string name) => $"/prog/{name}";

    private static CompileFault FaultOf(Execution execution) =>
        execution switch
        {
            { Ending: Ending.MemoryLimit } => CompileFault.MemoryLimit,
            { Ending: Ending.OutputLimit } => CompileFault.OutputLimit,
            { Ending: Ending.CpuLimit or Ending.WallLimit } => CompileFault.TimeLimit,
            { Ending: Ending.Exited, ExitCode: 0 } => CompileFault.None,
            { Ending: Ending.Exited } => CompileFault.Errors,
            _ => CompileFault.Crashed,
        };
}
