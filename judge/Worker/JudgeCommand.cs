using System.CommandLine;
using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Score;
using Judge.Submit;

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
        var language =
            problem.Handin == HandinKind.Outputs
                ? languages.All[0]
                : Admitted(LanguageOf(file, parsed.GetValue(LanguageId), languages, words), problem, languages, words);
        var source = await ReadAsync(file, problem, words, ct);

        await using var sandbox = await Boxes.OpenAsync(places, words, slots: 1, ct);
        IReport report = parsed.GetValue(Json)
            ? new JsonReport(Console.Out, problem, language)
            : new TableReport(Console.Out, words, problem, language);
        report.Begin();
        var job = new EvaluationJob(problem, language.Id, source) { StopAtFirstFailure = parsed.GetValue(Icpc), OnTest = report.Test };
        var judgement = await ProgramEvaluators.In(sandbox, languages, new ScriptHosts(places.Scripts)).EvaluateAsync(job, ct);
        report.End(judgement);
        return judgement.Verdict == Verdict.Accepted ? ExitCode.Good : ExitCode.NotAccepted;
    }

    private static Language LanguageOf(string file, string? id, Languages languages, Words words)
    {
        var language = id is null ? languages.OfFile(file) : languages.Find(id);
        return language
            ?? throw new CommandFailure(
                ExitCode.BadInput,
                words.UnknownLanguage(id ?? Path.GetFileName(file), languages.All.SelectMany(known => known.Extensions))
            );
    }

    /// <summary>The arena refuses other languages too.</summary>
    private static Language Admitted(Language language, Problem problem, Languages languages, Words words) =>
        SubmitRule.Admits(problem, language.Id)
            ? language
            : throw new CommandFailure(
                ExitCode.BadInput,
                words.LanguageNotAdmitted(language.Name, problem.Languages.Select(id => languages.Find(id)?.Name ?? id))
            );

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string file, Problem problem, Words words, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new CommandFailure(ExitCode.BadInput, words.NoSource(file));
        }

        var most = SubmitRule.MostBytesOf(problem);
        var source = new FileInfo(file).Length > most ? new byte[most + 1] : await File.ReadAllBytesAsync(file, ct);
        return SubmitRule.OfHandin(source, problem) is var flaw and not SubmitResult.None
            ? throw new CommandFailure(ExitCode.BadInput, words.BadSource(flaw, most))
            : source;
    }
}
