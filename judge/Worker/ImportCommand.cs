using System.Globalization;
using Judge.Formats;
using Judge.Formats.Draft;

namespace Judge.Worker;

/// <summary>Brings problems of other systems into the folder of packages, and says what was understood, assumed and left out.</summary>
internal static class ImportCommand
{
    public const string Usage =
        "import PATH [--into FOLDER] [--dry-run] [--replace] [--name NAME] [--format FORMAT] [--time-limit SECONDS] "
        + "[--points kattis|domjudge] [--lang vi|en]";

    public static Task<ExitCode> RunAsync(IReadOnlyList<string> args, Words words, CancellationToken ct)
    {
        var arguments = Arguments.Parse(
            args,
            words,
            [.. Places.Options, "into", "name", "format", "time-limit", "points", "lang"],
            ["dry-run", "replace"]
        );
        if (arguments.Plain is not [var path])
        {
            throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage));
        }

        var places = Places.Find(arguments);
        var report = Importers.Run(
            new ImportRequest(path, arguments.Option("into") ?? places.Imported)
            {
                Beside = arguments.Has("into") ? [] : [places.Problems],
                DryRun = arguments.Has("dry-run"),
                Replace = arguments.Has("replace"),
                Name = arguments.Option("name"),
                Format = arguments.Option("format"),
                TimeLimit = Seconds(arguments, words),
                Points = arguments.Option("points") switch
                {
                    null => PointsDialect.None,
                    "kattis" => PointsDialect.Kattis,
                    "domjudge" => PointsDialect.Domjudge,
                    _ => throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage)),
                },
            },
            ct
        );
        Write(report, Console.Out, words);
        return Task.FromResult(report.IsGood ? ExitCode.Good : ExitCode.BadInput);
    }

    private static decimal? Seconds(Arguments arguments, Words words)
    {
        if (arguments.Option("time-limit") is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw new CommandFailure(ExitCode.BadInput, words.NoNumber("--time-limit", text));
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
            output.WriteLine($"  {words.Kind(line.Kind).PadRight(12)} {line.Full(words.Language)}");
        }
    }
}
