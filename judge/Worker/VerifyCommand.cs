using System.CommandLine;
using System.Globalization;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Judge.Verify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Worker;

/// <summary>Looks packages over, without a server, and says what is wrong with them.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string[]> Packages = new("PACKAGE") { Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Html = new("--html");

    public static CommandEntry Entry { get; } =
        new("verify", "verify PACKAGE... [--html FILE] [--lang vi|en]", words => words.VerifyLine, RunAsync, Packages, Html);

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var places = Places.Find(parsed);
        var languages = Languages.Load(places.Languages);
        var options = SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with { ImagesFolder = places.Images };
        await using var sandbox = await Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, ct);
        await sandbox.CheckAsync(ct);
        var runner = new BoxedPackageRunner(sandbox, languages, new ScriptHosts(places.Scripts));
        var (good, pages) = (true, new List<string>());
        foreach (var package in parsed.GetRequiredValue(Packages))
        {
            var problem = ProblemPackage.Load(places.Package(package));
            var verification = await new VerifyPackage(runner, languages).RunAsync(problem, Progress, ct);
            Write(verification, words, Console.Out);
            pages.Add(VerifyHtml.Page(verification, words.Catalog));
            good &= !verification.HasErrors;
        }

        if (parsed.GetValue(Html) is { } file)
        {
            await File.WriteAllTextAsync(file, string.Join('\n', pages), ct);
        }

        return good ? ExitCode.Good : ExitCode.NotAccepted;
    }

    internal static void Write(Verification verification, Words words, TextWriter output)
    {
        var (problem, catalog) = (verification.Problem, words.Catalog);
        output.WriteLine($"{problem.Title(words.Language)} ({problem.Name}, {problem.Version[..12]})");
        foreach (var one in verification.Submissions)
        {
            var shown = ShownVerdict.Of(one.Judgement.Verdict, one.Judgement.Share, problem.FullScore);
            var points = PointsRule.Points(one.Judgement.Share, problem.FullScore).ToString("0.##", words.Culture);
            var slowest = (one.Judgement.Program?.Cpu ?? default).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            output.WriteLine(
                $"  {(one.Good ? "✓" : "✗")} {one.Path.PadRight(44)} {one.Judgement.Verdict.Code().PadRight(4)} "
                    + $"{words.Verdict(shown).PadRight(26)} {points.PadLeft(8)} {slowest.PadLeft(7)} ms  {string.Join("; ", one.Expected)}"
            );
        }

        foreach (var finding in verification.Findings.OrderByDescending(finding => finding.Severity))
        {
            output.WriteLine($"  {catalog.Say(finding.Severity)}: {finding.Subject}: {catalog.Say(finding)}");
        }

        if (verification.Time is { } time)
        {
            output.WriteLine($"  {catalog.Say(time)}");
        }

        output.WriteLine(verification.HasErrors ? words.VerifiedBad : words.VerifiedGood);
        output.WriteLine();
    }

    /// <summary>A line that is written over, on a terminal only.</summary>
    private static void Progress(string what, double share)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r\e[K{share:P0} {what}{(share >= 1 ? "\r\e[K" : "")}");
        }
    }
}
