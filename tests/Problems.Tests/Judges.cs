using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Judge.Verify;
using Support;

// Half of the tests wait: for the clock to stop a sleeper, or for an engine to make a box.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer(typeof(Problems.Tests.LongAtBothEnds))]
[assembly: AssemblyFixture(typeof(Problems.Tests.Judges))]

namespace Problems.Tests;

/// <summary>The real sandbox, shared by all tests here, with a slot for each of those that run side by side.</summary>
public sealed class Judges : IAsyncLifetime
{
    private readonly string _cache = Directory.CreateTempSubdirectory("scripts-").FullName;
    private ISandbox _sandbox = null!;
    private Evaluators _evaluators = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(SandboxFixture.Options() with { Slots = 4 });
        _evaluators = ProgramEvaluators.In(_sandbox, Packages.Languages, new ScriptHosts(_cache));
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_cache, recursive: true);
    }

    internal ISandbox Sandbox => _sandbox;

    /// <summary>Looks a package over, with all its solutions.</summary>
    internal Task<Verification> VerifyAsync(Problem problem, CancellationToken ct) =>
        new VerifyPackage(new BoxedPackageRunner(_sandbox, Packages.Languages, new ScriptHosts(_cache)), Packages.Languages).RunAsync(
            problem,
            told: null,
            ct
        );

    internal ProgramTrial Trial =>
        new(_ => Task.FromResult<IPackageRunner>(new BoxedPackageRunner(_sandbox, Packages.Languages, new ScriptHosts(_cache))));

    internal Task<Judgement> JudgeAsync(
        Problem problem,
        string language,
        byte[] source,
        bool stopAtFirstFailure,
        Action<TestOutcome>? onTest,
        CancellationToken ct
    ) =>
        _evaluators.EvaluateAsync(
            new EvaluationJob(problem, language, source) { StopAtFirstFailure = stopAtFirstFailure, OnTest = onTest },
            ct
        );
}
