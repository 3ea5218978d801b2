using System.CommandLine;
using Judge.Formats.Draft;
using Judge.Grade;
using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Score;
using Judge.Verify;

namespace Judge.Worker;

/// <summary>
/// Grades a folder of contestants' sources as Themis does, without a server: all of them on all problems, then a table as a spreadsheet
/// and a log a source.
/// </summary>
internal static class GradeCommand
{
    private const string Usage = "grade FOLDER [--contestants FOLDER] [--tasks FOLDER] [--out FOLDER] [--lang vi|en]";

    private const int MostTold = 5;

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
                [.. languages.All.SelectMany(language => language.Extensions), ".zip"],
                Path.Combine(temp, "contestants"),
                ct
            );
            await using var sandbox = await Boxes.OpenAsync(places, words, slots: 0, ct);
            var scripts = new ScriptHosts(places.Scripts);
            var trial = new ProgramTrial(_ => Task.FromResult<IPackageRunner>(new BoxedPackageRunner(sandbox, languages, scripts)));
            using var tasks = Open(roots.Tasks, places, trial, words, ct);
            var problems = tasks.All;
            var spoilt = Spoilt(problems, words);
            spoilt.ForEach(Console.Error.WriteLine);
            var evaluators = ProgramEvaluators.In(sandbox, languages, scripts);
            var grader = new Grader(
                (problem, language, source, token) => evaluators.EvaluateAsync(new EvaluationJob(problem, language, source), token),
                languages,
                sandbox.Slots,
                results,
                words.Catalog
            );
            var lines = await grader.RunAsync(problems, contestants.All, (grading, done, of) => Tell(grading, done, of, words), ct);
            Console.WriteLine(words.Graded(contestants.All.Count, problems.Count, results));
            var conclusion = Conclude([.. contestants.Lines, .. lines], words, Console.Out);
            return tasks.IsWhole && spoilt.Count == 0 ? conclusion : ExitCode.NotAccepted;
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    /// <summary>What an import says of good tasks is of no interest here; why tasks are bad, and left out, is.</summary>
    private static OpenedPackages Open(string tasks, Places places, ProgramTrial trial, Words words, CancellationToken ct)
    {
        using var told = new StringWriter();
        OpenedPackages? opened = null;
        try
        {
            return opened = OpenedPackages.Open(
                tasks,
                places,
                words,
                told,
                ct,
                trial: problem => trial.RunAsync(problem, ct).GetAwaiter().GetResult()
            );
        }
        catch (CommandFailure)
        {
            throw new CommandFailure(ExitCode.BadInput, words.BadTasks(tasks));
        }
        finally
        {
            if (opened is not { IsWhole: true })
            {
                Console.Error.Write(told);
            }
        }
    }

    /// <summary>Tests in an encoding by which every right work would be wrong: the first few of each task.</summary>
    internal static List<string> Spoilt(IEnumerable<Problem> problems, Words words) =>
        [
            .. from problem in problems
            from finding in DataFindings.Of(problem).Where(finding => finding.Code == FindingCode.Utf16Text).Take(MostTold)
            select $"{problem.Name.ToUpperInvariant()}: {finding.Subject}: {words.Catalog.Say(finding)}",
        ];

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

    /// <summary>Whoever's work may not have been graded makes it end with a code of its own.</summary>
    internal static ExitCode Conclude(IReadOnlyList<ImportLine> lines, Words words, TextWriter output)
    {
        if (lines.Count > 0)
        {
            output.WriteLine(words.NotGraded(lines.Count));
        }

        foreach (var line in lines.OrderByDescending(line => line.Kind))
        {
            output.WriteLine($"  {words.Kind(line.Kind).PadRight(12)} {words.Catalog[line.Text]}");
        }

        return lines.Any(line => line.Kind == ImportLineKind.Error) ? ExitCode.NotAccepted : ExitCode.Good;
    }
}
