using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Formats.Draft;

namespace Judge.Formats.Kattis;

/// <summary>The author's programs of a Kattis package, in folders by what is expected of them.</summary>
internal static partial class ImportKattisSubmissions
{
    private const int MostBytes = 1 << 20;

    /// <summary>What these mean, nothing inside their files can change.</summary>
    private static readonly string[] Fixed = ["accepted", "wrong_answer", "time_limit_exceeded", "run_time_error"];

    /// <summary>Those we know besides.</summary>
    private static readonly string[] Known =
    [
        .. Fixed,
        "partially_accepted",
        "memory_limit_exceeded",
        "output_limit_exceeded",
        "compile_error",
        "rejected",
        "brute_force",
    ];

    /// <summary>DOMjudge's words for results, and the folder and short verdict they stand for.</summary>
    private static readonly Dictionary<string, (string Folder, string Verdict)> Results = new()
    {
        ["CORRECT"] = ("accepted", "AC"),
        ["ACCEPTED"] = ("accepted", "AC"),
        ["WRONG-ANSWER"] = ("wrong_answer", "WA"),
        ["WRONG_ANSWER"] = ("wrong_answer", "WA"),
        ["NO-OUTPUT"] = ("wrong_answer", "WA"),
        ["PRESENTATION-ERROR"] = ("wrong_answer", "WA"),
        ["TIMELIMIT"] = ("time_limit_exceeded", "TLE"),
        ["TIME-LIMIT"] = ("time_limit_exceeded", "TLE"),
        ["TIME_LIMIT_EXCEEDED"] = ("time_limit_exceeded", "TLE"),
        ["RUN-ERROR"] = ("run_time_error", "RTE"),
        ["RUN_TIME_ERROR"] = ("run_time_error", "RTE"),
        ["OUTPUT-LIMIT"] = ("output_limit_exceeded", "RTE"),
        ["COMPILER-ERROR"] = ("compile_error", "CE"),
    };

    /// <summary>
    /// Comments that tell a score (<c>@EXPECTED_SCORE@: 30</c>, as DOMjudge's import of problems reads them) become rules, where the
    /// package scores and has no submissions.yaml of its own.
    /// </summary>
    /// <param name="isLegacy">Whether comments in the files tell what is expected (<c>@EXPECTED_RESULTS@</c>); else submissions.yaml
    /// does.</param>
    /// <param name="constants">What is done to the texts; null: nothing.</param>
    public static void Add(KattisSource source, bool isLegacy, KattisConstants? constants = null)
    {
        var draft = source.Draft;
        var expected = new YamlDraft();
        var programs = 0;
        var tellsScores = source.Settings.Texts("type").Contains("scoring") && source.Tree.Find("submissions/submissions.yaml") is null;
        foreach (var program in source.Below("submissions").Where(file => file.Path.Count(c => c == '/') > 1).GroupBy(Program))
        {
            programs++;
            var folder = program.Key.Split('/')[0];
            var score = tellsScores ? Score(program) : null;
            var target =
                isLegacy && !Fixed.Contains(folder)
                    ? Target(draft, program.Key, folder, [.. program], expected, score is not null)
                    : program.Key;
            if (score is { } points)
            {
                expected.Map(target).Set("score", points);
            }

            foreach (var file in program)
            {
                ImportKattisPrograms.Add(
                    draft,
                    $"submissions/{target}{file.Path[("submissions/".Length + program.Key.Length)..]}",
                    file,
                    constants
                );
            }
        }

        if (!expected.IsEmpty)
        {
            draft.Add("submissions/submissions.yaml", expected);
        }

        if (programs > 0)
        {
            draft.Understood("import.kattis.submissions", programs);
        }

        if (!source.Below("submissions/accepted").Any())
        {
            draft.Warning("import.kattis.noAccepted");
        }
    }

    /// <summary>Folder and name: a program is a file or a folder.</summary>
    private static string Program(ImportFile file) => string.Join('/', file.Path.Split('/').Skip(1).Take(2));

    /// <param name="hasScore">Whether the points that must come of it are known.</param>
    private static string Target(
        PackageDraft draft,
        string program,
        string folder,
        IReadOnlyList<ImportFile> files,
        YamlDraft expected,
        bool hasScore
    )
    {
        var (name, words) = (program[(folder.Length + 1)..], Expected(files));
        if (words.Count == 0)
        {
            if (!Known.Contains(folder) && !hasScore)
            {
                draft.Warning("import.kattis.unknownFolder", program);
            }

            return program;
        }

        if (words.FirstOrDefault(word => !Results.ContainsKey(word)) is { } unknown)
        {
            draft.Warning("import.kattis.unknownResult", program, ImportNames.Shown(unknown));
            return program;
        }

        if (words.Select(word => Results[word].Folder).Distinct().ToList() is [var only])
        {
            return $"{only}/{(only == folder ? name : $"{folder}_{name}")}";
        }

        var verdicts = words.Select(word => Results[word].Verdict).Distinct().ToList();
        expected.Map(program).Set("permitted", verdicts.Append("AC").Distinct());
        expected.Map(program).Set("required", verdicts);
        return program;
    }

    private static decimal? Score(IEnumerable<ImportFile> files) =>
        Tag(files, ScorePattern()) is { Success: true } tag
        && decimal.TryParse(tag.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
            ? score
            : null;

    /// <summary>The tag in the first file that has it; null: no file has.</summary>
    private static Match? Tag(IEnumerable<ImportFile> files, Regex pattern) =>
        files
            .Where(file => file.Length <= MostBytes)
            .Select(file => ImportFile.TextOf(file.Bytes(MostBytes)) is { } text ? pattern.Match(text) : Match.Empty)
            .FirstOrDefault(match => match.Success);

    /// <summary>Words after the tag; empty: no file has it.</summary>
    private static IReadOnlyList<string> Expected(IReadOnlyList<ImportFile> files) =>
        Tag(files, TagPattern()) is { } tag
            ?
            [
                .. tag.Groups[1]
                    .Value.Split(',')
                    .Select(word => word.Trim().ToUpperInvariant().Replace(' ', '-'))
                    .Where(word => word.Length > 0),
            ]
            : [];

    [GeneratedRegex(@"@EXPECTED_RESULTS@:([A-Za-z_, \-]{1,200})")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"@EXPECTED_SCORE@:[ \t]{0,8}([0-9]{1,9}(?:\.[0-9]{1,9})?)(?![0-9.])")]
    private static partial Regex ScorePattern();
}
