using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Judge.Submit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Worker;

/// <summary>Judges one source on one package, without a server.</summary>
internal static class JudgeCommand
{
    public const string Usage = "judge PACKAGE SOURCE [--icpc] [--json] [--lang vi|en]";

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, Words words, CancellationToken ct)
    {
        var arguments = Arguments.Parse(args, words, [.. Places.Options, "lang", "language"], ["icpc", "json"]);
        if (arguments.Plain is not [var package, var file])
        {
            throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage));
        }

        var places = Places.Find(arguments);
        var languages = Languages.Load(places.Languages);
        var problem = ProblemPackage.Load(places.Package(package));
        var language =
            problem.Handin == HandinKind.Outputs ? languages.All[0] : LanguageOf(file, arguments.Option("language"), languages, words);
        var source = await ReadAsync(file, problem, words, ct);

        var options = SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with { ImagesFolder = places.Images, Slots = 1 };
        await using var sandbox = await Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, ct);
        await sandbox.CheckAsync(ct);

        IReport report = arguments.Has("json")
            ? new JsonReport(Console.Out, problem, language)
            : new TableReport(Console.Out, words, problem, language);
        report.Begin();
        var job = new EvaluationJob(problem, language.Id, source) { StopAtFirstFailure = arguments.Has("icpc"), OnTest = report.Test };
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
