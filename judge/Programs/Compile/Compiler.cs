using System.Text;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Submit.Intake;

namespace Judge.Programs.Compile;

/// <summary>Makes a program of a source, inside a box: a compiler at work on a hostile source is a hostile program.</summary>
internal static class Compiler
{
    private const string SourceWord = "{source}";
    private const string SourcesWord = "{sources}";

    /// <summary>Memory of one compile, the same for all languages.</summary>
    public const long MemoryBytes = 512L << 20;

    /// <summary>Greatest size of the compiler's words and of the program each.</summary>
    public const long OutputBytes = 32L << 20;

    /// <summary>As in a run, CPU time decides and the clock only guards against one that waits.</summary>
    public static Limits LimitsOf(Language language) => LimitsOf(TimeSpan.FromSeconds(language.CompileSeconds), MemoryBytes);

    public static Limits LimitsOf(TimeSpan cpu, long memoryBytes) =>
        new(cpu, 2 * cpu + TimeSpan.FromSeconds(0.5), memoryBytes, OutputBytes);

    /// <summary>Compiles a source of one file.</summary>
    public static Task<Compilation> CompileAsync(IBox box, Language language, ReadOnlyMemory<byte> source, CancellationToken ct) =>
        CompileAsync(box, language, SourceSet.OfOne(language.Source, source), LimitsOf(language), ct);

    /// <summary>Compiles, once more where that is fair; what must be in /prog to run lies there afterwards.</summary>
    /// <param name="kept">Programs of an earlier time, one of which may be this; null: it is compiled in any case.</param>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the source.</exception>
    public static async Task<Compilation> CompileAsync(
        IBox box,
        Language language,
        SourceSet sources,
        Limits limits,
        CancellationToken ct,
        KeptPrograms? kept = null
    )
    {
        using var stage = Tracing.Begin(Tracing.Compile);
        var key = kept?.KeyOf(language, sources);
        if (key is not null && await kept!.FindAsync(key, language.Artifact, ct) is { } earlier)
        {
            var again = Decide(earlier, language, sources);
            await box.PutAsync(again.Program!.Files, ct);
            return again;
        }

        var execution = await RunAsync(box, language, sources, limits, ct);
        var compilation = Decide(execution, language, sources);
        if (compilation.Program is { } program)
        {
            foreach (var (name, content) in program.Files.Where(file => !sources.Files.Contains(file)))
            {
                await box.PutAsync(name, content, ct);
            }

            await (key is null ? Task.CompletedTask : kept!.KeepAsync(key, execution));
        }

        return compilation;
    }

    private static async Task<Execution> RunAsync(IBox box, Language language, SourceSet sources, Limits limits, CancellationToken ct)
    {
        foreach (var (name, content) in sources.Files)
        {
            await box.PutAsync(name, content, ct);
        }

        var command = new Command
        {
            Arguments = CompileCommand(language, sources),
            Environment = EnvironmentOf(language),
            Collect = language.Artifact is { } artifact ? [artifact] : [],
            MergeStderr = true,
        };
        return await new SecondChances().RunAsync(
            limits with
            {
                Processes = language.CompileProcesses,
            },
            granted => box.RunAsync(command, granted, ct),
            run => run.Ending,
            FairTime.Counting
        );
    }

    internal static Compilation Decide(Execution execution, Language language, SourceSet sources)
    {
        var message = AuthorsPart.WithoutQuotes(CompilerMessage.Clean(execution.Stdout.Span, language.Noise), sources.Secret);
        if (CompileFaultRule.Of(execution, language.Signs) is var fault and not CompileFault.None)
        {
            var isAtOdds = fault == CompileFault.Errors && AuthorsPart.IsAtOdds(message, sources);
            return new Compilation(null, isAtOdds ? CompileFault.FunctionMismatch : fault, message);
        }

        var environment = EnvironmentOf(language);
        var threads = ThreadsOf(language, sources);
        IReadOnlyList<string> command = [.. language.Run.Select(word => word.Replace(SourceWord, PathOf(sources.Entry)))];
        if (language.Artifact is not { } artifact)
        {
            return new Compilation(
                new CompiledProgram(sources.Files, command, StaticBytes: 0)
                {
                    Environment = environment,
                    Threads = threads,
                    Forks = language.Forks,
                },
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
        var program = new CompiledProgram(files, command, Elf.LoadedBytes(bytes.Span)) { Environment = environment, Threads = threads };
        return new Compilation(program, CompileFault.None, message);
    }

    /// <summary>
    /// The language's command with the entry's path for <c>{source}</c> and those of all files of the language for <c>{sources}</c>.
    /// </summary>
    internal static IReadOnlyList<string> CompileCommand(Language language, SourceSet sources)
    {
        var others = sources.Files.Keys.Where(name => name != sources.Entry && MainFile.IsOf(language, name)).Order(StringComparer.Ordinal);
        return
        [
            .. language.Compile.SelectMany(word =>
                word == SourcesWord ? others.Prepend(sources.Entry).Select(PathOf) : [word.Replace(SourceWord, PathOf(sources.Entry))]
            ),
        ];
    }

    private static string PathOf(string name) => $"/prog/{name}";

    /// <summary>More than one where the sources speak of them: most do not, and need not pay for it.</summary>
    private static int ThreadsOf(Language language, SourceSet sources)
    {
        var text = Encoding.Latin1.GetString(sources.Joined());
        return language.ThreadSigns.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)) ? language.Threads : 1;
    }

    /// <summary>The compiler's and the program's alike, so that an interpreter's check reads a source as the run does.</summary>
    internal static IReadOnlyList<string> EnvironmentOf(Language language) => [.. Command.UsualEnvironment, .. language.Environment];
}
