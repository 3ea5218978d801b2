using System.Text;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Grade;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Submit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Worker;

/// <summary>
/// Grades a folder of contestants' sources as Themis does, without a server: all of them on all problems, then a table as a spreadsheet
/// and a log a source.
/// </summary>
internal static class GradeCommand
{
    public const string Usage = "grade FOLDER [--contestants FOLDER] [--tasks FOLDER] [--out FOLDER] [--lang vi|en]";

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, Words words, CancellationToken ct)
    {
        var arguments = Arguments.Parse(args, words, [.. Places.Options, "contestants", "tasks", "out", "lang"], []);
        if (arguments.Plain is not [var folder] || !Directory.Exists(folder))
        {
            throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage));
        }

        var places = Places.Find(arguments);
        var results = Path.TrimEndingDirectorySeparator(Path.GetFullPath(arguments.Option("out") ?? Path.Combine(folder, "KetQua")));
        var roots =
            GradeFolders.Find(folder, arguments.Option("contestants"), arguments.Option("tasks"), results)
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
            var problems = Problems(roots.Tasks, Path.Combine(temp, "problems"), words, ct);
            var options = SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with { ImagesFolder = places.Images };
            await using var sandbox = await Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, ct);
            await sandbox.CheckAsync(ct);
            return await new Grader(sandbox, languages, new ScriptHosts(places.Scripts), words, results).RunAsync(
                problems,
                contestants,
                ct
            );
        }
        catch (ImportException e)
        {
            throw new CommandFailure(ExitCode.BadInput, words.Language == "vi" ? e.Vietnamese : e.English);
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    private static List<Problem> Problems(string tasks, string into, Words words, CancellationToken ct)
    {
        Directory.CreateDirectory(into);
        var report = Importers.Run(new ImportRequest(tasks, into), ct);
        if (!report.IsGood)
        {
            ImportCommand.Write(report, Console.Error, words);
            throw new CommandFailure(ExitCode.BadInput, words.BadTasks(tasks));
        }

        return [.. report.Packages.Select(package => ProblemPackage.Load(Path.Combine(into, package.Name)))];
    }

    /// <summary>Judges as many at once as there are slots, and writes each log as soon as it is known.</summary>
    private sealed class Grader(ISandbox sandbox, Languages languages, IScriptHosts scripts, Words words, string results)
    {
        private readonly JudgeSubmission _judge = new(sandbox, languages, scripts);
        private int _done;

        public async Task<ExitCode> RunAsync(IReadOnlyList<Problem> problems, ThemisContestants contestants, CancellationToken ct)
        {
            Directory.CreateDirectory(Path.Combine(results, "Logs"));
            List<Grading> all = [.. from one in contestants.All from problem in problems select Wanted(one, problem)];
            var gradings = new Grading[all.Count];
            try
            {
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, all.Count),
                    new ParallelOptions { MaxDegreeOfParallelism = sandbox.Slots, CancellationToken = ct },
                    async (at, token) => gradings[at] = await GradeAsync(all[at], Source(contestants, all[at]), all.Count, token)
                );
            }
            finally
            {
                // What was graded before an interruption is not lost; the rest stands as not judged.
                await WriteTableAsync(
                    GradeTable.Of(problems, [.. contestants.All.Select(one => one.Name)], [.. all.Select((one, at) => gradings[at] ?? one)])
                );
            }

            Console.WriteLine(words.Graded(contestants.All.Count, problems.Count, results));
            foreach (var line in contestants.Lines)
            {
                Console.WriteLine($"  {words.Kind(line.Kind).PadRight(12)} {line.Text(words.Language)}");
            }

            return contestants.Lines.Any(line => line.Kind == ImportLineKind.Error) ? ExitCode.NotAccepted : ExitCode.Good;
        }

        private static Grading Wanted(Contestant one, Problem problem) => new(one.Name, problem, SourceOf(one, problem)?.File, null);

        private static ContestantSource? SourceOf(Contestant one, Problem problem) =>
            one.Sources.FirstOrDefault(source => ImportNames.OfPackage(source.Problem) == problem.Name);

        private static ContestantSource? Source(ThemisContestants contestants, Grading wanted) =>
            SourceOf(contestants.All.First(one => one.Name == wanted.Contestant), wanted.Problem);

        private async Task<Grading> GradeAsync(Grading wanted, ContestantSource? source, int of, CancellationToken ct)
        {
            var language = source is null ? null : languages.OfFile(source.File);
            var grading = wanted;
            if (language is not null && source!.Bytes.Length <= SubmitRule.MostBytes)
            {
                grading = wanted with
                {
                    Judgement = await _judge.RunAsync(
                        wanted.Problem,
                        language.Id,
                        source.Bytes,
                        stopAtFirstFailure: false,
                        onTest: null,
                        ct
                    ),
                };
            }

            await File.WriteAllTextAsync(
                Path.Combine(results, "Logs", ThemisLog.Name(grading)),
                ThemisLog.Text(grading),
                new UTF8Encoding(false),
                CancellationToken.None
            );
            var done = Interlocked.Increment(ref _done);
            Console.WriteLine($"{done}/{of}  {grading.Contestant}  {grading.Problem.Name.ToUpperInvariant()}  {Said(grading)}");
            return grading;
        }

        private string Said(Grading grading) =>
            grading switch
            {
                { Judgement: null } => ThemisLog.Missing(grading),
                { Judgement: var judged, Points: { } points } =>
                    $"{words.Verdict(judged.Verdict)} · {points.ToString("0.##", words.Culture)} {words.Points}",
                { Judgement: var judged } => words.Verdict(judged.Verdict),
            };

        private async Task WriteTableAsync(GradeTable table)
        {
            var path = Path.Combine(results, "BangDiem.xlsx");
            using var bytes = new MemoryStream();
            GradeSheets.Write(table, bytes);
            await File.WriteAllBytesAsync(path, bytes.ToArray(), CancellationToken.None);
        }
    }
}
