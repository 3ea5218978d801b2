using Judge.Formats.Draft;
using Judge.Formats.Kattis;

namespace Judge.Worker;

/// <summary>Writes a package as a zip that any judge of Kattis' format reads, and says what could not be put so.</summary>
internal static class ExportCommand
{
    public const string Usage = "export NAME --to FILE [--problems FOLDER] [--lang vi|en]";

    /// <summary>NAME is a package's folder, or its name among the problems.</summary>
    public static Task<ExitCode> RunAsync(IReadOnlyList<string> args, Words words, CancellationToken ct)
    {
        var arguments = Arguments.Parse(args, words, [.. Places.Options, "to", "lang"], []);
        if (arguments.Plain is not [var name] || arguments.Option("to") is not { } to)
        {
            throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage));
        }

        var folder = Directory.Exists(name) ? name : Path.Combine(Places.Find(arguments).Problems, name);
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
