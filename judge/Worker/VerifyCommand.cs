using System.CommandLine;
using System.Globalization;
using Judge.Problems;
using Judge.Programs.Script;
using Judge.Score;
using Judge.Verify;

namespace Judge.Worker;

/// <summary>
/// Looks packages over, without a server, and says what is wrong with them. Ends with 0 where all are good, 1 where something must be
/// mended, and 2 where one cannot be read; the others are looked over all the same.
/// </summary>
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
        await using var sandbox = await Boxes.OpenAsync(places, words, slots: 0, ct);
        var runner = new BoxedPackageRunner(sandbox, languages, new ScriptHosts(places.Scripts));
        var (end, pages, proofs) = (ExitCode.Good, new List<string>(), new Proofs(places.Proofs));
        foreach (var path in parsed.GetRequiredValue(Packages).SelectMany(PathPattern.Expand))
        {
            using var packages = TryOpen(path, places, words, ct);
            foreach (var problem in packages?.All ?? [])
            {
                var stamp = ProofRule.StampOf(problem);
                var verification = await new VerifyPackage(runner, languages).RunAsync(problem, Progress, ct);
                if (places.IsOfLibrary(problem.Folder))
                {
                    proofs.Keep(ProofRule.Of(verification, stamp, TimeProvider.System.GetUtcNow()));
                }

                Write(verification, words, Console.Out);
                pages.Add(VerifyHtml.Page(verification, words.Catalog));
                end = Worse(end, verification.HasErrors ? ExitCode.NotAccepted : ExitCode.Good);
            }

            end = Worse(end, packages is null ? ExitCode.BadInput : ExitCode.Good);
        }

        if (parsed.GetValue(Html) is { } file)
        {
            await File.WriteAllTextAsync(file, string.Join('\n', pages), ct);
        }

        return end;
    }

    private static ExitCode Worse(ExitCode one, ExitCode other) => one > other ? one : other;

    /// <summary>Null: it cannot be read, and the reason was told.</summary>
    private static OpenedPackages? TryOpen(string path, Places places, Words words, CancellationToken ct)
    {
        try
        {
            return OpenedPackages.Open(path, places, words, Console.Out, ct);
        }
        catch (Exception e) when (e is PackageException or CommandFailure)
        {
            Console.Error.WriteLine(e.Message);
            return null;
        }
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
    internal static void Progress(string what, double share)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r\e[K{share:P0} {what}{(share >= 1 ? "\r\e[K" : "")}");
        }
    }
}
