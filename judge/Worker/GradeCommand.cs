using System.CommandLine;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Grade;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Judge.Verify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Worker;

/// <summary>
/// Grades a folder of contestants' sources as Themis does, without a server: all of them on all problems, then a table as a spreadsheet
/// and a log a source.
/// </summary>
internal static class GradeCommand
{
    private const string Usage = "grade FOLDER [--contestants FOLDER] [--tasks FOLDER] [--out FOLDER] [--lang vi|en]";

    private static readonly Argument<string> Folder = new("FOLDER");
    private static readonly Option<string> Contestants = new("--contestants");
    private static readonly Option<string> Tasks = new("--tasks");
    private static readonly Option<string> Out = new("--out");

    public static CommandEntry Entry { get; } = new("grade", Usage, words => words.GradeLine, RunAsync, Folder, Contestants, Tasks, Out);

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var folder = parsed.GetRequiredValue(Folder);
        if (!Directory.Exists(folder))
        {
            throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage));
        }

        var places = Places.Find(parsed);
        var results = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(Out) ?? Path.Combine(folder, "KetQua")));
        var roots =
            GradeFolders.Find(folder, parsed.GetValue(Contestants), parsed.GetValue(Tasks), results)
            ?? throw new CommandFailure(ExitCode.BadInput, words.NoGradeFolders(folder));
        var temp = Directory.CreateTempSubdirectory("contest-grade-").FullName;
        try
        {
            var languages = Languages.Load(places.Languages);
            var contestants = ThemisContestants.Read(
                roots.Contestants,
                [.. languages.All.SelectMany(language => language.Extensions)],
                Path.Combine(temp, "contestants"),
                ct
            );
            var options = SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with { ImagesFolder = places.Images };
            await using var sandbox = await Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, ct);
            await sandbox.CheckAsync(ct);
            var scripts = new ScriptHosts(places.Scripts);
            var trial = new ProgramTrial(_ => Task.FromResult<IPackageRunner>(new BoxedPackageRunner(sandbox, languages, scripts)));
            var (problems, isWhole) = Problems(roots.Tasks, Path.Combine(temp, "problems"), trial, words, ct);
            var evaluators = ProgramEvaluators.In(sandbox, languages, scripts);
            var grader = new Grader(
                (problem, language, source, token) => evaluators.EvaluateAsync(new EvaluationJob(problem, language, source), token),
                languages,
                sandbox.Slots,
                results,
                words.Catalog
            );
            await grader.RunAsync(problems, contestants.All, (grading, done, of) => Tell(grading, done, of, words), ct);
            var conclusion = Conclude(contestants, problems.Count, results, words);
            return isWhole ? conclusion : ExitCode.NotAccepted;
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    /// <summary>The problems that can be graded; those that cannot are told and left out.</summary>
    /// <exception cref="CommandFailure">None can be.</exception>
    private static (List<Problem> Problems, bool IsWhole) Problems(
        string tasks,
        string into,
        ProgramTrial trial,
        Words words,
        CancellationToken ct
    )
    {
        Directory.CreateDirectory(into);
        var report = Importers.Run(
            new ImportRequest(tasks, into) { Trial = problem => trial.RunAsync(problem, ct).GetAwaiter().GetResult() },
            ct
        );
        if (!report.IsGood)
        {
            ImportCommand.Write(report, Console.Error, words);
        }

        var stored = report.Packages.Where(package => package.Outcome == ImportOutcome.Stored).ToList();
        return stored.Count > 0
            ? (stored.ConvertAll(package => ProblemPackage.Load(Path.Combine(into, package.Name))), report.IsGood)
            : throw new CommandFailure(ExitCode.BadInput, words.BadTasks(tasks));
    }

    private static void Tell(Grading grading, int done, int of, Words words) =>
        Console.WriteLine($"{done}/{of}  {grading.Contestant}  {grading.Problem.Name.ToUpperInvariant()}  {Said(grading, words)}");

    private static string Said(Grading grading, Words words) =>
        grading switch
        {
            { Judgement: null } => ThemisLog.Missing(grading, words.Catalog),
            { Judgement: var judged, Points: { } points } =>
                $"{words.Verdict(judged.Verdict)} · {points.ToString("0.##", words.Culture)} {words.Points}",
            { Judgement: { Verdict: Verdict.JudgeError } judged } => $"{words.Verdict(judged.Verdict)}: {judged.StaffMessage}",
            { Judgement: var judged } => words.Verdict(judged.Verdict),
        };

    private static ExitCode Conclude(ThemisContestants contestants, int problems, string results, Words words)
    {
        Console.WriteLine(words.Graded(contestants.All.Count, problems, results));
        foreach (var line in contestants.Lines)
        {
            Console.WriteLine($"  {words.Kind(line.Kind).PadRight(12)} {words.Catalog[line.Text]}");
        }

        return contestants.Lines.Any(line => line.Kind == ImportLineKind.Error) ? ExitCode.NotAccepted : ExitCode.Good;
    }
}
