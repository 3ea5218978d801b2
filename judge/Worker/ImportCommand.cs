using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs.Script;
using Judge.Verify;

namespace Judge.Worker;

/// <summary>
/// Brings problems of other systems into the folder of packages, and says what was understood, assumed and left out. Ends with 2 where
/// something could not be brought in, and with 1 where a solution that was judged came out otherwise than its author says.
/// </summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("PATH");
    private static readonly Option<string> Into = new("--into");
    private static readonly Option<bool> DryRun = CommandEntry.Flag("--dry-run");
    private static readonly Option<bool> Prove = CommandEntry.Flag("--prove");
    private static readonly Option<bool> Replace = CommandEntry.Flag("--replace");
    private static readonly Option<string> Name = new("--name");
    private static readonly Option<string> Format = new("--format");
    private static readonly Option<decimal?> TimeLimit = new("--time-limit") { CustomParser = Seconds };
    private static readonly Option<bool> ConvertText = CommandEntry.Flag("--convert-text");
    private static readonly Option<string> Points = new Option<string>("--points").AcceptOnlyFromAmong("kattis", "domjudge");

    public static CommandEntry Entry { get; } =
        new(
            "import",
            "import PATH [--into FOLDER] [--prove] [--dry-run] [--replace] [--name NAME] [--format FORMAT] [--time-limit SECONDS] "
                + "[--points kattis|domjudge] [--convert-text] [--lang vi|en]",
            words => words.ImportLine,
            RunAsync,
            Source,
            Into,
            Prove,
            DryRun,
            Replace,
            Name,
            Format,
            TimeLimit,
            Points,
            ConvertText
        );

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var places = Places.Find(parsed);
        var into = parsed.GetValue(Into) ?? places.Imported;
        var report = await ImportAsync(parsed, places, into, ct);
        Write(report, Console.Out, words);
        var end = parsed.GetValue(Prove) ? await ProveAsync(report, into, places, words, ct) : ExitCode.Good;
        return report.IsGood ? end : ExitCode.BadInput;
    }

    /// <summary>Its boxes are gone afterwards: those that solutions are judged in have the machine for themselves.</summary>
    private static async Task<ImportReport> ImportAsync(ParseResult parsed, Places places, string into, CancellationToken ct)
    {
        await using var boxes = new TrialBoxes(places);
        return Importers.Run(
            new ImportRequest(parsed.GetRequiredValue(Source), into)
            {
                Beside = parsed.GetValue(Into) is null ? [places.Problems] : [],
                DryRun = parsed.GetValue(DryRun),
                Replace = parsed.GetValue(Replace),
                Name = parsed.GetValue(Name),
                Format = parsed.GetValue(Format),
                TimeLimit = parsed.GetValue(TimeLimit),
                ConvertText = parsed.GetValue(ConvertText),
                Trial = problem => boxes.Trial.RunAsync(problem, ct).GetAwaiter().GetResult(),
                Points = parsed.GetValue(Points) switch
                {
                    "kattis" => PointsDialect.Kattis,
                    "domjudge" => PointsDialect.Domjudge,
                    _ => PointsDialect.None,
                },
            },
            ct
        );
    }

    private static async Task<ExitCode> ProveAsync(ImportReport report, string into, Places places, Words words, CancellationToken ct)
    {
        List<string> stored =
        [
            .. report
                .Packages.Where(package => package.Outcome is ImportOutcome.Stored or ImportOutcome.Replaced)
                .Select(package => package.Name),
        ];
        if (stored.Count == 0)
        {
            Console.WriteLine($"\n{words.NothingToProve}");
            return ExitCode.Good;
        }

        var languages = Languages.Load(places.Languages);
        await using var sandbox = await Boxes.OpenAsync(places, words, slots: 0, ct);
        var runner = new BoxedPackageRunner(sandbox, languages, new ScriptHosts(places.Scripts));
        var (end, proofs) = (ExitCode.Good, new Proofs(places.Proofs));
        foreach (var name in stored)
        {
            var problem = ProblemPackage.Load(Path.Combine(into, name));
            var kept = places.IsOfLibrary(problem.Folder) ? proofs : null;
            var proof = await ProofReport.ProveAsync(problem, runner, languages, kept, VerifyCommand.Progress, ct);
            ProofReport.Write(proof, words, Console.Out);
            end = ProofRule.StateOf(proof) is ProofState.Failed or ProofState.Differs ? ExitCode.NotAccepted : end;
        }

        return end;
    }

    private static decimal? Seconds(ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            given.AddError(text);
        }

        return seconds;
    }

    internal static void Write(ImportReport report, TextWriter output, Words words)
    {
        if (report.Format.Length > 0)
        {
            output.WriteLine($"{words.Format}: {report.Format}");
        }

        Lines(report.Lines, output, words);
        foreach (var package in report.Packages)
        {
            output.WriteLine($"\n{package.Name} ← {ImportNames.Shown(package.Source)}: {words.Outcome(package.Outcome)}");
            Lines(package.Lines, output, words);
        }
    }

    internal static void Lines(IReadOnlyList<ImportLine> lines, TextWriter output, Words words)
    {
        foreach (var line in lines)
        {
            output.WriteLine($"  {words.Kind(line.Kind).PadRight(12)} {words.Catalog.WithRemark(line.Text)}");
        }
    }
}
