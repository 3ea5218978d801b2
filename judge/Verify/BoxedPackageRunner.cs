using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Check;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Verify;

/// <summary>Runs the author's programs in this machine's boxes. A box is held only while it is used, so one slot is enough.</summary>
/// <param name="evaluators">Judge solutions, and hand-ins elsewhere: both come to the same.</param>
internal sealed class BoxedPackageRunner(ISandbox sandbox, Languages languages, IScriptHosts scripts, Evaluators evaluators)
    : IPackageRunner
{
    /// <summary>
    /// Exit code of an input validator that accepts (github.com/Kattis/problem-package-format, 2025-09 and legacy, "Input Validators").
    /// </summary>
    private const int Valid = 42;

    public BoxedPackageRunner(ISandbox sandbox, Languages languages, IScriptHosts scripts)
        : this(sandbox, languages, scripts, ProgramEvaluators.In(sandbox, languages, scripts)) { }

    private readonly AuthorCompiler _compiler = new(languages);

    public Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, CancellationToken ct) =>
        evaluators.EvaluateAsync(new EvaluationJob(problem, language, source), ct);

    public async Task<string> CompileAsync(AuthorProgram program, CancellationToken ct)
    {
        await using var beside = await OpenAsync(ct);
        try
        {
            await _compiler.PrepareAsync(beside, program, ct);
            return "";
        }
        catch (CheckerException e)
        {
            return e.Message;
        }
    }

    public async Task<IReadOnlyList<string>> ValidateAsync(
        Problem problem,
        AuthorProgram validator,
        IReadOnlyList<ValidatorInput> inputs,
        CancellationToken ct
    )
    {
        await using var beside = await OpenAsync(ct);
        return validator.IsScript
            ? await ValidateByScriptAsync(beside, problem, validator, inputs, ct)
            : await ValidateByProgramAsync(beside, problem, validator, inputs, ct);
    }

    public async Task<IReadOnlyList<CheckResult>> CheckAsync(Problem problem, IReadOnlyList<GivenOutput> outputs, CancellationToken ct)
    {
        await using var beside = await OpenAsync(ct);
        await using var checker = Checkers.Of(problem, beside, _compiler, scripts);
        var results = new List<CheckResult>();
        foreach (var given in outputs)
        {
            var bytes = await File.ReadAllBytesAsync(given.Path, ct);
            results.Add(
                (
                    await checker.CheckAsync(new Output(given.Test, Content.OfFile(given.Test.InputPath), bytes, FeedbackFolder.Empty), ct)
                ).Result
            );
        }

        return results;
    }

    /// <summary>A box of whichever language comes first: the author's own boxes are opened beside it.</summary>
    private Task<IBox> OpenAsync(CancellationToken ct) => sandbox.OpenAsync(languages.All[0].Image, memoryBytes: 0, ct);

    private async Task<IReadOnlyList<string>> ValidateByProgramAsync(
        IBox beside,
        Problem problem,
        AuthorProgram validator,
        IReadOnlyList<ValidatorInput> inputs,
        CancellationToken ct
    )
    {
        await using var box = await AuthorBox.OpenAsync(beside, _compiler, validator, problem, ct);
        var valid = await IsOfTestlibAsync(validator, ct) ? 0 : Valid;
        var words = new List<string>();
        foreach (var input in inputs)
        {
            var execution = await box.RunAsync(
                new Command { Arguments = [.. input.Arguments], Stdin = Content.OfFile(input.Path) },
                box.Limits,
                ct
            );
            if (AuthorWords.Failure(execution, box.Ready.Language.Crash) is { } failure)
            {
                throw new CheckerException($"{box.Ready.Name}: {failure}");
            }

            var said = AuthorWords.Text(execution.Stderr.Span) is { Length: > 0 } error ? error : AuthorWords.Text(execution.Stdout.Span);
            words.Add(
                execution.ExitCode == valid ? ""
                : said.Length > 0 ? said.Split('\n')[0]
                : $"exit code {execution.ExitCode}"
            );
        }

        return words;
    }

    private async Task<IReadOnlyList<string>> ValidateByScriptAsync(
        IBox beside,
        Problem problem,
        AuthorProgram validator,
        IReadOnlyList<ValidatorInput> inputs,
        CancellationToken ct
    )
    {
        await using var host = await scripts.OpenAsync(beside, validator.MainPath, ScriptKind.Validator, ct);
        var words = new List<string>();
        try
        {
            foreach (var input in inputs)
            {
                var answer = await host.CallAsync(
                    new ScriptCall.Validate(Content.OfFile(input.Path))
                    {
                        Name = Path.GetFileName(input.Path),
                        Arguments = input.Arguments,
                        Limit = problem.Validation.Time,
                    },
                    ct
                );
                words.Add(
                    answer.Value == 1 ? ""
                    : answer.ForEntrant.Length > 0 ? answer.ForEntrant
                    : "rejected"
                );
            }
        }
        catch (ScriptException e)
        {
            throw new CheckerException(e.Message, e);
        }

        return words;
    }

    /// <summary>
    /// Validators made with testlib say yes by exit code 0 (testlib.h 0.9.45, head: "Validator, using testlib running format").
    /// </summary>
    private static async Task<bool> IsOfTestlibAsync(AuthorProgram validator, CancellationToken ct) =>
        (await File.ReadAllTextAsync(validator.MainPath, ct)).Contains("testlib.h", StringComparison.Ordinal);
}
