using System.CommandLine;
using Judge.Formats.Draft;
using Judge.Formats.Kattis;

namespace Judge.Worker;

/// <summary>Writes a package as a zip that any judge of Kattis' format reads, and says what could not be put so.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Package = new("NAME");
    private static readonly Option<string> To = new("--to") { Required = true };

    public static CommandEntry Entry { get; } =
        new("export", "export NAME --to FILE [--problems FOLDER] [--lang vi|en]", words => words.ExportLine, RunAsync, Package, To);

    /// <summary>NAME is whatever <see cref="OpenedPackages"/> reads.</summary>
    private static Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var (name, to) = (parsed.GetRequiredValue(Package), parsed.GetRequiredValue(To));
        using var packages = OpenedPackages.Open(name, Places.Find(parsed), words, Console.Out, ct);
        var problem = packages.Only();
        to = Directory.Exists(to) ? Path.Combine(to, problem.Name + ".zip") : to;
        var lines = ExportKattis.Write(problem.Folder, to);
        ImportCommand.Lines(lines, Console.Out, words);
        var failed = lines.Any(line => line.Kind == ImportLineKind.Error);
        Console.WriteLine(failed ? words.NotExported : words.Exported(to));
        return Task.FromResult(failed ? ExitCode.BadInput : ExitCode.Good);
    }
}
