using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Compile;
using Judge.Programs.Run;
using Judge.Programs.Script;
using Judge.Sandbox;

namespace Judge.Programs.Testing;

/// <summary>Opens workers for one compiled submission.</summary>
/// <param name="sources">What the program was made of, where names of files are looked for.</param>
internal sealed class TestWorkers(
    ISandbox sandbox,
    Problem problem,
    Language language,
    CompiledProgram program,
    SourceSet sources,
    AuthorCompiler author,
    IScriptHosts scripts
)
{
    private readonly SecondChances _chances = new();
    private readonly IReadOnlyList<string> _inputNames = problem.Files is { } files ? InputNames.For(files.Input, sources.Joined()) : [];

    /// <summary>Memory that a box needs to compile the submission and to run it.</summary>
    public static long MemoryOf(Problem problem, Language language) =>
        Math.Max(Compiler.MemoryBytes, RunLimits.MostMemory(problem, language));

    /// <summary>A worker in a box where the program already lies; the box is not the worker's.</summary>
    public TestWorker In(IBox box) => Of(box, owned: null);

    /// <summary>A worker in a further box; null at once: no slot is idle.</summary>
    public async Task<TestWorker?> TryOpenIdleAsync(CancellationToken ct)
    {
        if (await sandbox.TryOpenIdleAsync(language.Image, MemoryOf(problem, language), ct) is not { } box)
        {
            return null;
        }

        try
        {
            foreach (var (name, content) in program.Files)
            {
                await box.PutAsync(name, content, ct);
            }

            return Of(box, box);
        }
        catch
        {
            await box.DisposeAsync();
            throw;
        }
    }

    private TestWorker Of(IBox box, IAsyncDisposable? owned) => new(problem, PassIn(box), owned);

    private IPass PassIn(IBox box) =>
        problem.Kind == TaskKind.Interactive
            ? new InteractivePass(
                box,
                problem,
                language,
                program,
                _chances,
                author,
                problem.ChecksTalk ? Checkers.Of(problem, box, author, scripts) : null
            )
            : new BatchPass(
                box,
                new TestRunner(problem, language, program, _inputNames, _chances),
                problem.Files,
                Checkers.Of(problem, box, author, scripts)
            );
}
