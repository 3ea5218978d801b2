using System.CommandLine;
using Judge.Formats.Draft;
using Judge.Grade;
using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Score;

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
                [.. languages.All.SelectMany(language => language.Extensions), ".zip"],
                Path.Combine(temp, "contestants"),
                ct
            );
            using var tasks = Open(roots.Tasks, places, words, ct);
            var problems = tasks.All;
            await using var sandbox = await Boxes.OpenAsync(places, words, slots: 0, ct);
            var evaluators = ProgramEvaluators.In(sandbox, languages, new ScriptHosts(places.Scripts));
            var grader = new Grader(
                (problem, language, source, token) => evaluators.EvaluateAsync(new EvaluationJob(problem, language, source), token),
                languages,
                sandbox.Slots,
                results,
                words.Catalog
            );
            var lines = await grader.RunAsync(problems, contestants.All, (grading, done, of) => Tell(grading, done, of, words), ct);
            Console.WriteLine(words.Graded(contestants.All.Count, problems.Count, results));
            return Conclude([.. contestants.Lines, .. lines], words, Console.Out);
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    /// <summary>What an import says of good tasks is of no interest here; why tasks are bad is.</summary>
    private static OpenedPackages Open(string tasks, Places places, Words words, CancellationToken ct)
    {
        using var told = new StringWriter();
        try
        {
            return OpenedPackages.Open(tasks, places, words, told, ct);
        }
        catch (CommandFailure)
        {
            Console.Error.Write(told);
            throw new CommandFailure(ExitCode.BadInput, words.BadTasks(tasks));
        }
    }

    private static void Tell(Grading grading, int done, int of, Words words) =>
        Console.WriteLine($"{done}/{of}  {grading.Contestant}  {grading.Problem.Name.ToUpperInvariant()}  {Said(grading, words)}");

    private static string Said(Grading grading, Words words) =>
        grading switch
        {
            { Judgement: null } => ThemisLog.Missing(grading, words.Catalog),
            { Judgement: var judged, Points: { } points } =>
                $"{words.Verdict(judged.Verdict)} · {points.ToString("0.##", words.Culture)} {words.Points}",
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
