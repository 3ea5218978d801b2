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

    /// <summary>NAME is a package's folder, or its name among the problems.</summary>
    private static Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var (name, to) = (parsed.GetRequiredValue(Package), parsed.GetRequiredValue(To));
        var folder = Directory.Exists(name) ? name : Path.Combine(Places.Find(parsed).Problems, name);
        to = Directory.Exists(to)
            ? Path.Combine(to, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) + ".zip")
            : to;
        var lines = ExportKattis.Write(folder, to);
        ImportCommand.Lines(lines, Console.Out, words);
        var failed = lines.Any(line => line.Kind == ImportLineKind.Error);
        Console.WriteLine(failed ? words.NotExported : words.Exported(to));
        return Task.FromResult(failed ? ExitCode.BadInput : ExitCode.Good);
    }
}
