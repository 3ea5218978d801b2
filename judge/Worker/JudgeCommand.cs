using System.CommandLine;
using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Score;
using Judge.Submit.Intake;

namespace Judge.Worker;

/// <summary>Judges one source on one package, without a server.</summary>
internal static class JudgeCommand
{
    private static readonly Argument<string> Package = new("PACKAGE");
    private static readonly Argument<string> Source = new("SOURCE");
    private static readonly Option<string> LanguageId = new("--language");
    private static readonly Option<bool> Icpc = CommandEntry.Flag("--icpc");
    private static readonly Option<bool> Json = CommandEntry.Flag("--json");

    public static CommandEntry Entry { get; } =
        new(
            "judge",
            "judge PACKAGE SOURCE [--icpc] [--json] [--lang vi|en]",
            words => words.JudgeLine,
            RunAsync,
            Package,
            Source,
            LanguageId,
            Icpc,
            Json
        );

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var file = parsed.GetRequiredValue(Source);
        var places = Places.Find(parsed);
        var languages = Languages.Load(places.Languages);
        using var packages = OpenedPackages.Open(parsed.GetRequiredValue(Package), places, words, Console.Error, ct);
        var problem = packages.Only();
        var handin = await HandinAsync(file, problem, parsed.GetValue(LanguageId), languages, words, ct);
        var language = handin.Kind == HandinKind.Program ? languages.Find(handin.Language)! : languages.All[0];

        await using var sandbox = await Boxes.OpenAsync(places, words, slots: 1, ct);
        IReport report = parsed.GetValue(Json)
            ? new JsonReport(Console.Out, problem, language)
            : new TableReport(Console.Out, words, problem, language);
        report.Begin();
        var job = new EvaluationJob(problem, language.Id, handin.Bytes)
        {
            StopAtFirstFailure = parsed.GetValue(Icpc),
            OnTest = report.Test,
        };
        var judgement = await ProgramEvaluators.In(sandbox, languages, new ScriptHosts(places.Scripts)).EvaluateAsync(job, ct);
        report.End(judgement);
        return judgement.Verdict == Verdict.Accepted ? ExitCode.Good : ExitCode.NotAccepted;
    }

    /// <summary>What lies at the path comes in as a pupil's work does; what was left out is told beside the report.</summary>
    private static async Task<CanonicalHandin> HandinAsync(
        string path,
        Problem problem,
        string? chosen,
        Languages languages,
        Words words,
        CancellationToken ct
    )
    {
        if (chosen is not null && languages.Find(chosen) is null)
        {
            throw new CommandFailure(ExitCode.BadInput, words.UnknownLanguage(chosen, languages.All.Select(known => known.Id)));
        }

        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new CommandFailure(ExitCode.BadInput, words.NoSource(path));
        }

        var files = await HandedFiles.ReadAsync(HandedFiles.At(path), ct);
        var decision = HandinIntake.Decide(files, problem, chosen, languages);
        foreach (var remark in decision.Handin?.Remarks ?? [])
        {
            await Console.Error.WriteLineAsync(words.Catalog[remark]);
        }

        return decision.Handin ?? throw new CommandFailure(ExitCode.BadInput, words.Catalog[decision.Refusal!]);
    }
}
