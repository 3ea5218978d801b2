using System.Globalization;
using Judge.Messages;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;
using Judge.Submit.Intake;

namespace Judge.Verify;

/// <summary>Looks a package over from end to end: statement, data, validators, checker, the author's solutions, the time limit.</summary>
internal sealed class VerifyPackage(IPackageRunner runner, Languages languages)
{
    /// <summary>A checker that is wrong on every test need not be told so often.</summary>
    private const int MostOfAKind = 10;

    private readonly List<Finding> _findings = [];
    private readonly List<VerifiedSubmission> _submissions = [];
    private readonly List<UnjudgedSolution> _unjudged = [];

    /// <param name="told">Told what is being done, and how much of the whole (0 to 1).</param>
    /// <exception cref="Sandbox.SandboxException">The sandbox failed.</exception>
    /// <exception cref="PackageException">submissions.yaml is wrong.</exception>
    public async Task<Verification> RunAsync(Problem problem, Action<string, double>? told, CancellationToken ct)
    {
        var solutions = AuthorSolutions.Read(problem);
        var steps = 2.0 + solutions.Count;
        told?.Invoke("data", 0);
        _findings.AddRange(problem.Level is { } level ? LevelFindings.Of(problem, level) : DataFindings.Of(problem));
        await ValidateAsync(problem, ct);
        told?.Invoke("checker", 1 / steps);
        await CheckAsync(problem, ct);
        foreach (var (solution, at) in solutions.Select((solution, at) => (solution, at)))
        {
            told?.Invoke(solution.Path, (2 + at) / steps);
            await JudgeAsync(problem, solution, ct);
        }

        told?.Invoke("", 1);
        Conclude(problem, solutions);
        var advice = problem.Kind == TaskKind.Blocks ? null : TimeAdvice.Of(Times(solutions), problem.TimeLimit.TotalSeconds);
        if (advice is { IsTight: true })
        {
            Add(Severity.Warning, FindingCode.LimitTooTight, "problem.yaml");
        }
        else if (advice is { IsLoose: true })
        {
            Add(Severity.Note, FindingCode.LimitTooLoose, "problem.yaml");
        }

        return new Verification
        {
            Problem = problem,
            Findings = Capped(),
            Submissions = _submissions,
            Unjudged = _unjudged,
            Time = advice,
        };
    }

    private async Task ValidateAsync(Problem problem, CancellationToken ct)
    {
        List<ValidatorInput> inputs = [.. problem.Tests.Select(test => new ValidatorInput(test.InputPath, test.ValidatorArguments))];
        List<ValidatorInput> bad = [.. Extra(problem, "invalid_input", ".in").Select(path => new ValidatorInput(path, []))];
        var accepted = bad.Select(_ => true).ToList();
        foreach (var validator in problem.InputValidators)
        {
            try
            {
                var words = await runner.ValidateAsync(problem, validator, [.. inputs, .. bad], ct);
                for (var at = 0; at < inputs.Count; at++)
                {
                    if (words[at].Length > 0)
                    {
                        Add(
                            Severity.Error,
                            FindingCode.InputRefused,
                            DataFindings.Name(problem.Tests[at]),
                            $"{validator.Main}: {words[at]}"
                        );
                    }
                }

                accepted = [.. accepted.Select((so, at) => so && words[inputs.Count + at].Length == 0)];
            }
            catch (CheckerException) when (OldPython.IsOf(validator.MainPath))
            {
                Add(Severity.Warning, FindingCode.OldPython, validator.Main);
            }
            catch (CheckerException e)
            {
                Add(Severity.Error, FindingCode.ValidatorFailed, validator.Main, e.Message);
            }
            catch (TimeoutException)
            {
                Add(Severity.Warning, FindingCode.OutOfTime, validator.Main);
            }
        }

        foreach (var (input, _) in bad.Zip(accepted).Where(one => one.Second))
        {
            Add(Severity.Error, FindingCode.BadInputAccepted, Path.GetRelativePath(problem.Folder, input.Path));
        }
    }

    /// <summary>
    /// An answer that a statement shows must pass the checker (github.com/Kattis/problem-package-format, 2025-09, "Test Data"). A secret
    /// one is for the checker alone, which may find in it what no output holds. Outputs that the author calls good or bad must come out so.
    /// </summary>
    private async Task CheckAsync(Problem problem, CancellationToken ct)
    {
        if (problem.Kind is TaskKind.Interactive or TaskKind.Blocks || problem.Passes > 1)
        {
            return;
        }

        List<GivenOutput> answers = [.. problem.Tests.Select(test => new GivenOutput(test, ShownOutput(test) ?? test.AnswerPath))];
        List<GivenOutput> good = [.. Given(problem, "valid_output")],
            bad = [.. Given(problem, "invalid_output")];
        try
        {
            var results = await runner.CheckAsync(problem, [.. answers, .. good, .. bad], ct);
            foreach (var (given, result) in answers.Zip(results).Where(one => one.Second.Share < 1))
            {
                Add(
                    given.Test.IsSample ? Severity.Error : Severity.Warning,
                    FindingCode.AnswerRefused,
                    DataFindings.Name(given.Test),
                    result.ForStaff
                );
            }

            foreach (var (given, _) in good.Zip(results.Skip(answers.Count)).Where(one => one.Second.Share == 0))
            {
                Add(Severity.Error, FindingCode.GoodOutputRefused, Path.GetRelativePath(problem.Folder, given.Path));
            }

            foreach (var (given, _) in bad.Zip(results.Skip(answers.Count + good.Count)).Where(one => one.Second.Share > 0))
            {
                Add(Severity.Error, FindingCode.BadOutputAccepted, Path.GetRelativePath(problem.Folder, given.Path));
            }
        }
        catch (CheckerException e)
        {
            Add(Severity.Error, FindingCode.CheckerFailed, "", e.Message);
        }
        catch (TimeoutException)
        {
            Add(Severity.Warning, FindingCode.OutOfTime, "data");
        }
    }

    /// <summary>The output that is shown instead of the answer; null: there is none.</summary>
    private static string? ShownOutput(Test test) =>
        test.IsSample && Path.ChangeExtension(test.AnswerPath, ".out") is var output && File.Exists(output) ? output : null;

    private static IEnumerable<GivenOutput> Given(Problem problem, string folder) =>
        Extra(problem, folder, ".out")
            .Select(output => new GivenOutput(
                new Test(
                    Path.GetFileNameWithoutExtension(output),
                    false,
                    Path.ChangeExtension(output, ".in"),
                    Path.ChangeExtension(output, ".ans")
                ),
                output
            ));

    private async Task JudgeAsync(Problem problem, AuthorSolution solution, CancellationToken ct)
    {
        if (solution.Expectations.Count == 0)
        {
            PassOver(solution, FindingCode.UnknownFolder);
            return;
        }

        // The jury may write in languages that entrants may not.
        var chosen = solution.Language is { } code ? Language.IdOf(code) : null;
        var read = await HandedFiles.ReadAsync(solution.Files, ct);
        var files = SolutionFiles.Of(solution, read, chosen is null ? null : languages.Find(chosen));
        var decision = HandinIntake.Decide(files, problem with { Languages = [] }, chosen, languages);
        if (decision.Handin is not { } handin)
        {
            Refuse(solution, decision.Refusal!);
            return;
        }

        Judgement judgement;
        try
        {
            judgement = await runner.JudgeAsync(problem, handin.Language, handin.Bytes, ct);
        }
        catch (TimeoutException)
        {
            PassOver(solution, FindingCode.OutOfTime);
            return;
        }

        var unmet = solution
            .Expectations.Select(expected => (Expected: expected, Code: expected.Unmet(judgement, problem.FullScore)))
            .Where(one => one.Code != FindingCode.None)
            .DistinctBy(one => one.Code == FindingCode.WrongScore ? one.Expected.ToString() : one.Code.ToString())
            .ToList();
        if (unmet.Count > 0 && solution.Files.Any(BrokeDown(judgement) ? OldPython.IsOf : OldPython.SaysSo))
        {
            PassOver(solution, FindingCode.OldPython);
            return;
        }

        foreach (var (expected, finding) in unmet)
        {
            var told = finding == FindingCode.WrongScore ? Told(expected, judgement, problem.FullScore) : Told(judgement);
            Add(Severity.Error, finding, $"submissions/{solution.Path}", told);
        }

        _submissions.Add(new VerifiedSubmission(solution.Path, handin.Language, solution.Expectations, judgement, unmet.Count == 0));
    }

    /// <summary>What runs to its end in Python 3 does not fail for being Python 2.</summary>
    private static bool BrokeDown(Judgement judgement) =>
        judgement.Verdict == Verdict.CompileError || judgement.Tests.Any(test => test.Verdict == Verdict.RuntimeError);

    /// <summary>A pupil would be refused with the same sentence; a language that is not known here is no mistake of the package.</summary>
    private void Refuse(AuthorSolution solution, Said refusal)
    {
        var why =
            solution.Files.Any(OldPython.IsOf) ? FindingCode.OldPython
            : refusal.Key == SourceIntake.NoSource ? FindingCode.UnknownLanguage
            : FindingCode.HandinRefused;
        var severity = why == FindingCode.HandinRefused ? Severity.Error : Severity.Warning;
        _findings.Add(new Finding(severity, why, $"submissions/{solution.Path}") { Reason = refusal });
        _unjudged.Add(new UnjudgedSolution(solution.Path, why));
    }

    private void PassOver(AuthorSolution solution, FindingCode why)
    {
        Add(Severity.Warning, why, $"submissions/{solution.Path}");
        _unjudged.Add(new UnjudgedSolution(solution.Path, why));
    }

    private void Conclude(Problem problem, IReadOnlyList<AuthorSolution> solutions)
    {
        if (!solutions.Any(solution => solution.Path.StartsWith("accepted/", StringComparison.Ordinal)))
        {
            Add(Severity.Error, FindingCode.NoAccepted, "submissions/accepted");
        }

        foreach (var grader in problem.Mains.Where(main => main.Value.Main is not null && languages.Find(main.Key) is not null))
        {
            if (!_submissions.Exists(one => one.Language == grader.Key && one.Judgement.Verdict == Verdict.Accepted))
            {
                Add(Severity.Warning, FindingCode.UnprovenGrader, Path.GetRelativePath(problem.Folder, grader.Value.Files[0]));
            }
        }

        var failed = _submissions
            .SelectMany(submission => submission.Judgement.Tests.Where(test => test.Verdict != Verdict.Accepted))
            .Select(test => (test.IsSample, test.Name))
            .ToHashSet();
        if (!_submissions.Exists(submission => submission.Judgement.Verdict != Verdict.Accepted))
        {
            Add(Severity.Warning, FindingCode.NoWrong, "submissions");
            return;
        }

        foreach (var test in problem.Tests.Where(test => !test.IsSample && !failed.Contains((test.IsSample, test.Name))))
        {
            Add(Severity.Note, FindingCode.NothingFailsTest, DataFindings.Name(test));
        }
    }

    private IEnumerable<(string Path, double Seconds)> Times(IReadOnlyList<AuthorSolution> solutions) =>
        from submission in _submissions
        where
            submission.Judgement.Verdict == Verdict.Accepted
            && solutions.Any(solution => solution.Path == submission.Path && solution.UsesTime)
        select (
            submission.Path,
            (submission.Judgement.Program?.Cpu ?? default).TotalSeconds / (languages.Find(submission.Language)?.TimeFactor ?? 1)
        );

    private static IEnumerable<string> Extra(Problem problem, string folder, string extension) =>
        Path.Combine(problem.Folder, "data", folder) is var path && Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*" + extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    /// <summary>Points that were wanted, and those that came, such as <c>40–60 ≠ 25; AC×3 WA×2</c>.</summary>
    private static string Told(Expectation expected, Judgement judgement, decimal full)
    {
        var given = expected.Given(judgement, full).Select(points => points.ToString("0.####", CultureInfo.InvariantCulture));
        return $"{expected} ≠ {string.Join(", ", given)}; {Told(judgement)}";
    }

    private static string Told(Judgement judgement) =>
        judgement.Verdict == Verdict.JudgeError ? judgement.StaffMessage
        : judgement.Verdict == Verdict.CompileError ? judgement.Program?.CompilerMessage ?? ""
        : string.Join(' ', judgement.Tests.CountBy(test => test.Verdict).Select(count => $"{count.Key.Code()}×{count.Value}"));

    private void Add(Severity severity, FindingCode code, string subject, string detail = "") =>
        _findings.Add(new Finding(severity, code, subject, detail));

    private List<Finding> Capped() =>
        [
            .. _findings
                .GroupBy(finding => (finding.Code, finding.Severity))
                .SelectMany(kind =>
                    kind.Count() <= MostOfAKind
                        ? kind
                        : kind.Take(MostOfAKind).Append(new Finding(kind.Key.Severity, kind.Key.Code, $"+{kind.Count() - MostOfAKind}"))
                ),
        ];
}
