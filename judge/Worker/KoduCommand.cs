using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Judge.Kodu;
using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Tasks;
using Judge.Kodu.Text;
using Judge.Messages;
using Judge.Problems.Package;

namespace Judge.Worker;

/// <summary>
/// Opens a world of Kodu and tells what is in it: programs, bands, findings. Ends with 0 where it can be read and with 2 where not.
/// Names of its makers are told nowhere.
/// </summary>
internal static class KoduCommand
{
    /// <summary>Places of a finding that are named; the rest is counted.</summary>
    private const int MostPlaces = 5;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Argument<string> World = new("FILE");
    private static readonly Option<bool> Json = CommandEntry.Flag("--json");
    private static readonly Option<string> Task = new("--task");

    public static CommandEntry Entry { get; } =
        new("kodu", "kodu FILE [--task FILE] [--json] [--lang vi|en]", words => words.KoduLine, RunAsync, World, Task, Json);

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var file = new FileInfo(parsed.GetRequiredValue(World));
        if (!file.Exists)
        {
            throw new CommandFailure(ExitCode.BadInput, words.NoSource(file.Name));
        }

        // One byte more than is taken, so that a larger file is refused without being read.
        var most = KoduLimits.Usual.FileBytes + 1;
        await using var input = file.OpenRead();
        var bytes = new byte[Math.Min(file.Length, most)];
        await input.ReadExactlyAsync(bytes, ct);
        var report = KoduReport.Of(bytes);
        var result = parsed.GetValue(Task) is { } task ? Result(task, report, words) : null;
        if (parsed.GetValue(Json))
        {
            WriteJson(report, result, words, Console.Out);
        }
        else
        {
            Write(report, result, words, Console.Out);
        }

        return report.World is null ? ExitCode.BadInput : ExitCode.Good;
    }

    internal static void Write(KoduReport report, TaskResult? result, Words words, TextWriter output)
    {
        var catalog = words.Catalog;
        foreach (var level in report.World?.Levels ?? [])
        {
            var made = catalog["kodu.made", level.Head.Version ?? "?", level.Head.LanguageVersion?.ToString(words.Culture) ?? "?"];
            output.WriteLine($"{level.Head.Name} ({made})\n\n{catalog["kodu.heading.programs"]}");
            output.WriteLine(RuleText.Program(level.Actors, words.Language));
        }

        WriteBands(report, catalog, output);
        if (result is not null)
        {
            WritePoints(result, words, output);
        }

        output.WriteLine(report.Findings.Count > 0 ? catalog["kodu.heading.findings"] : catalog["kodu.good"]);
        foreach (var finding in report.Findings.OrderBy(finding => finding.Level))
        {
            output.WriteLine(
                $"  {Code(finding)} {catalog[KoduWords.Of(finding.Level)]}: {catalog[finding.Said]}{Places(finding, report, words)}"
            );
        }
    }

    /// <summary>Null: there is no world to hold the task against.</summary>
    private static TaskResult? Result(string file, KoduReport report, Words words)
    {
        if (!File.Exists(file))
        {
            throw new CommandFailure(ExitCode.BadInput, words.NoSource(file));
        }

        var items = TaskFile.Parse(YamlMap.Read(file, Path.GetFileName(file)));
        return report.World is { } world ? TaskResult.Of(items, Census.Of(world), report.Measures) : null;
    }

    private static void WritePoints(TaskResult result, Words words, TextWriter output)
    {
        foreach (var answer in result.Answers)
        {
            output.WriteLine($"  {(answer.Holds ? "✓" : "✗")} {Points(answer.Points)}/{Points(answer.Item.Points)} {Asked(answer, words)}");
        }

        output.WriteLine(words.Catalog["kodu.points", result.Points, result.Most]);

        string Points(decimal points) => points.ToString("0.##", words.Culture);
    }

    /// <summary>In the teacher's words, and in ours where there are none of that language.</summary>
    private static string Asked(TaskAnswer answer, Words words) =>
        answer.Item.Texts.GetValueOrDefault(words.Language) ?? words.Catalog[answer.Item.Check.Said];

    private static void WriteBands(KoduReport report, MessageCatalog catalog, TextWriter output)
    {
        if (report.Ratings.Count == 0)
        {
            return;
        }

        output.WriteLine(catalog["kodu.heading.bands"]);
        foreach (var rating in report.Ratings)
        {
            var made = rating.Measures.Select(one => $"{one.Value.Value} {catalog[KoduWords.Measure(one.Key)]}");
            output.WriteLine($"  {rating.Band} {catalog[KoduWords.Dimension(rating.Dimension)]}: {string.Join(", ", made)}");
        }

        output.WriteLine();
        foreach (var idiom in Enum.GetValues<Idiom>().Where(idiom => report.Measures.ContainsKey($"idiom{idiom}")))
        {
            output.WriteLine($"  ✓ {catalog[KoduWords.Of(idiom)]}: {report.Measures[$"idiom{idiom}"].Value}");
        }

        output.WriteLine();
    }

    internal static void WriteJson(KoduReport report, TaskResult? result, Words words, TextWriter output)
    {
        var catalog = words.Catalog;
        var form = new
        {
            Packing = report.World?.Packing.ToString(),
            Entries = report.World?.Entries,
            Levels = report.World?.Levels.Select(level => Form(level, words.Language)),
            Counts = report.Measures.ToDictionary(one => one.Key, one => new { one.Value.Value, Places = Form(one.Value.Places) }),
            Bands = report.Ratings.ToDictionary(one => one.Dimension, one => one.Band),
            Points = result?.Points,
            Checks = result?.Answers.Select(answer => new
            {
                Text = Asked(answer, words),
                answer.Holds,
                answer.Points,
                Most = answer.Item.Points,
                Places = Form(answer.Places),
            }),
            Findings = report.Findings.Select(finding => new
            {
                Code = Code(finding),
                Level = finding.Level.ToString(),
                finding.Said.Key,
                Text = catalog[finding.Said],
                Places = Form(finding.Places),
            }),
        };
        output.WriteLine(JsonSerializer.Serialize(form, Options));
    }

    private static object Form(Level level, string language) =>
        new
        {
            level.Head.Id,
            level.Head.Name,
            BokuVersion = level.Head.Version,
            KcodeVersion = level.Head.LanguageVersion,
            Terrain = level.Terrain is { } terrain
                ? new
                {
                    terrain.Version,
                    terrain.TilesX,
                    terrain.TilesY,
                    TilesPresent = terrain.Tiles.Count,
                    terrain.LandCells,
                    Materials = terrain.Materials.Count,
                    MaxHeight = Math.Round(terrain.MaxHeight, 3),
                    terrain.Bytes,
                }
                : null,
            Actors = level.Actors.Select(actor => new
            {
                actor.Type,
                actor.Name,
                Pages = actor
                    .Pages.Index()
                    .Where(page => page.Item.Count > 0)
                    .Select(page => new { Page = page.Index + 1, Rules = page.Item.Select(rule => RuleText.Line(rule, language)) }),
            }),
        };

    /// <summary>As numbers: level, actor, page, rule, without zeros at the end.</summary>
    private static IEnumerable<string> Form(IReadOnlyList<Place> places) =>
        places.Select(place =>
            string.Join('.', new[] { place.Level, place.Actor, place.Page, place.Rule }.TakeWhile(number => number > 0))
        );

    private static string Code(Finding finding) => $"K{(int)finding.Code}";

    private static string Places(Finding finding, KoduReport report, Words words)
    {
        if (report.World is not { } world || finding.Places.Count == 0)
        {
            return "";
        }

        var named = finding.Places.Take(MostPlaces).Select(place => words.Catalog[KoduWords.Of(place, world)]);
        var more = finding.Places.Count - MostPlaces;
        return $" ({string.Join("; ", more > 0 ? named.Append(words.Catalog["kodu.places.more", more]) : named)})";
    }
}
