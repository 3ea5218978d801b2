using Judge;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Script;
using Support;
using TestResult = Judge.Score.TestResult;

[assembly: AssemblyFixture(typeof(Problems.Tests.Judges))]

namespace Problems.Tests;

/// <summary>The real sandbox, shared by all tests here.</summary>
public sealed class Judges : IAsyncLifetime
{
    private readonly string _cache = Directory.CreateTempSubdirectory("scripts-").FullName;
    private ISandbox _sandbox = null!;
    private JudgeSubmission _judge = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(SandboxFixture.Options());
        _judge = new JudgeSubmission(_sandbox, Packages.Languages, new ScriptHosts(_cache));
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_cache, recursive: true);
    }

    /// <param name="submission">Path such as <c>mayin/submissions/accepted/direct.pas</c>.</param>
    internal async Task<Judgement> JudgeAsync(string submission, bool stopAtFirstFailure, CancellationToken ct)
    {
        var problem = Packages.Library.Find(submission.Split('/')[0])!;
        var language = Packages.Languages.OfFile(submission) ?? throw new InvalidOperationException($"{submission} is in no known language.");
        var source = await File.ReadAllBytesAsync(Path.Combine(Packages.Folder, submission), ct);
        return await JudgeAsync(problem, language.Id, source, stopAtFirstFailure, onTest: null, ct);
    }

    internal Task<Judgement> JudgeAsync(
        Problem problem, string language, byte[] source, bool stopAtFirstFailure, Action<TestResult>? onTest, CancellationToken ct) =>
        _judge.RunAsync(problem, language, source, stopAtFirstFailure, onTest, ct);
}
