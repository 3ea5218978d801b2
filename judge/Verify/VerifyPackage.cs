using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;

namespace Judge.Verify;

/// <summary>Looks a package over from end to end: statement, data, validators, checker, the author's solutions, the time limit.</summary>
internal sealed class VerifyPackage(IPackageRunner runner, Languages languages)
{
    /// <summary>A checker that is wrong on every test need not be told so often.</summary>
    private const int MostOfAKind = 10;

    private readonly List<Finding> _findings = [];
    private readonly List<VerifiedSubmission> _submissions = [];

    /// <param name="told">Told what is being done, and how much of the whole (0 to 1).</param>
    /// <exception cref="Sandbox.SandboxException">The sandbox failed.</exception>
    /// <exception cref="PackageException">submissions.yaml is wrong.</exception>
    public async Task<Verification> RunAsync(Problem problem, Action<string, double>? told, CancellationToken ct)
    {
        var solutions = AuthorSolutions.Read(problem);
        var steps = 2.0 + solutions.Count;
        told?.Invoke("data", 0);
        _findings.AddRange(DataFindings.Of(problem));
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
        var advice = TimeAdvice.Of(Times(solutions), problem.TimeLimit.TotalSeconds);
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
        if (problem.Kind == TaskKind.Interactive || problem.Passes > 1)
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
            Add(Severity.Warning, FindingCode.UnknownFolder, $"submissions/{solution.Path}");
            return;
        }

        var language = solution.Language is { } code ? languages.Find(Language.IdOf(code)) : languages.OfFile(solution.Files[0]);
        if (language is null && problem.Handin == HandinKind.Program)
        {
            var reason = OldPython.IsOf(solution.Files[0]) ? FindingCode.OldPython : FindingCode.UnknownLanguage;
            Add(Severity.Warning, reason, $"submissions/{solution.Path}");
            return;
        }

        var stop = solution.Expectations.All(expected => expected.WantsTimeLimitOnly && expected.Tests.Length == 0);
        var judgement = await runner.JudgeAsync(problem, language?.Id ?? "", await SolutionHandin.OfAsync(solution.Files, ct), stop, ct);
        var unmet = solution
            .Expectations.Select(expected => expected.Unmet(judgement, problem.FullScore))
            .Where(code => code != FindingCode.None)
            .Distinct()
            .ToList();
        if (unmet.Count > 0 && solution.Files.Any(OldPython.IsOf))
        {
            Add(Severity.Warning, FindingCode.OldPython, $"submissions/{solution.Path}");
            return;
        }

        foreach (var wrong in unmet)
        {
            Add(Severity.Error, wrong, $"submissions/{solution.Path}", Told(judgement));
        }

        _submissions.Add(new VerifiedSubmission(solution.Path, language?.Id ?? "", solution.Expectations, judgement, unmet.Count == 0));
    }

    private void Conclude(Problem problem, IReadOnlyList<AuthorSolution> solutions)
    {
        if (!solutions.Any(solution => solution.Path.StartsWith("accepted/", StringComparison.Ordinal)))
        {
            Add(Severity.Error, FindingCode.NoAccepted, "submissions/accepted");
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
