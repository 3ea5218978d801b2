using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Problems.Package;

/// <summary>
/// The author's files that are compiled with the entrant's, in <c>include/LANGUAGE</c> (github.com/Kattis/problem-package-format,
/// 2025-09, "Included files"; legacy, "Included code"), and which of them is the program. What <c>school.yaml</c> says comes first.
/// </summary>
internal static partial class Graders
{
    private const string ForAll = "default";
    private const int MostRead = 1 << 20;

    /// <summary>
    /// Python's entry in the format's table of languages and in older versions of it; CMS' names for the author's part.
    /// </summary>
    private static readonly string[] PythonEntries = ["main", "__main__", "grader", "stub"];

    /// <summary>What entrants' files are called where nothing tells more.</summary>
    private static readonly string[] UsualNames = ["solution", "submission", "answer"];

    /// <summary>Modules and units that come with the language, as far as such programs use them.</summary>
    private static readonly HashSet<string> Libraries = new(
        (
            "sys os io math random time json re collections itertools functools typing heapq bisect string importlib threading "
            + "subprocess struct copy operator array sysutils classes strutils dos crt objects fgl types"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <exception cref="PackageException">A file that school.yaml names is missing, or a folder holds what nobody would find.</exception>
    public static Dictionary<string, MainProgram> Read(Problem problem, SchoolSettings school)
    {
        var mains = new Dictionary<string, MainProgram>();
        var folder = Path.Combine(problem.Folder, "include");
        foreach (var path in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            var code = Path.GetFileName(path);
            if (Directory.EnumerateDirectories(path).FirstOrDefault() is { } inner)
            {
                throw new PackageException(
                    $"{problem.Name}/include/{code}/{Path.GetFileName(inner)}",
                    "files beside the entrant's lie in one folder; put them a level higher."
                );
            }

            mains[code == ForAll ? code : Language.IdOf(code)] = OfFolder(problem, path, code);
        }

        foreach (var code in school.Mains?.Keys ?? [])
        {
            mains[Language.IdOf(code)] = OfSettings(
                school.Mains!.Map(code)!,
                code,
                mains.GetValueOrDefault(Language.IdOf(code))?.Files ?? []
            );
        }

        return mains;
    }

    /// <summary>
    /// Where entrants write functions for the author's program, only languages that have one can be handed in, unless the author names
    /// languages.
    /// </summary>
    public static Problem Restrict(Problem problem) =>
        problem.Languages.Count > 0
            ? problem
            : problem with
            {
                Languages =
                [
                    .. problem.Mains.Where(main => main.Value.Main is not null).Select(main => main.Key).Order(StringComparer.Ordinal),
                ],
            };

    private static MainProgram OfSettings(YamlMap own, string code, IReadOnlyList<string> files)
    {
        own.Allow("source", "main");
        var (source, main) = (own.RequiredText("source"), own.RequiredText("main"));
        if (!files.Any(file => Path.GetFileName(file) == main))
        {
            throw own.Wrong("main", $"include/{code}/{main} is missing.");
        }

        if (files.Any(file => Path.GetFileName(file) == source) || source.AsSpan().IndexOfAny("/\\ ") >= 0 || source[0] == '.')
        {
            throw own.Wrong("source", $"'{source}' must be a plain file name that is not in include/{code}.");
        }

        return new MainProgram(source, main, files);
    }

    /// <summary>A file that has the entry point is the program; the entrant's file then bears a name of its own beside it.</summary>
    private static MainProgram OfFolder(Problem problem, string folder, string code)
    {
        List<string> files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        return code != ForAll && (files.Find(HasEntry) ?? files.Find(file => CallsSolution(problem, file))) is { } main
            ? new MainProgram(EntrantName(problem, main, files), Path.GetFileName(main), files)
            : new MainProgram(null, null, files);
    }

    internal static bool HasEntry(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".c" or ".cc" or ".cpp" or ".cxx" or ".c++" => CMain().IsMatch(TextOf(path)),
            ".pas" or ".pp" => TextOf(path) is { Length: > 0 } text && !PascalUnit().IsMatch(text),
            ".py" => PythonEntries.Contains(Path.GetFileNameWithoutExtension(path)),
            _ => false,
        };

    /// <summary>A Python program of any name is known by its import of what is called like one of the author's own solutions.</summary>
    private static bool CallsSolution(Problem problem, string path) =>
        Path.GetExtension(path) == ".py"
        && SolutionNames(problem.Folder) is { Count: > 0 } solutions
        && Called(TextOf(path), ".py")
            .Any(name => solutions.Contains(name) && !File.Exists(Path.Combine(Path.GetDirectoryName(path)!, $"{name}.py")));

    /// <summary>The name under which the author's program looks for the entrant's file; C and C++ need none in particular.</summary>
    private static string EntrantName(Problem problem, string main, IReadOnlyList<string> files)
    {
        var extension = Path.GetExtension(main);
        HashSet<string> taken = new(files.Select(file => Path.GetFileNameWithoutExtension(file)), StringComparer.OrdinalIgnoreCase);
        List<string> called = [.. Called(TextOf(main), extension).Where(name => !taken.Contains(name) && !Libraries.Contains(name))];
        var solutions = SolutionNames(problem.Folder);
        return (
                called.Find(solutions.Contains)
                ?? called.Find(UsualNames.Contains)
                ?? called.FirstOrDefault()
                ?? UsualNames.First(name => !taken.Contains(name))
            ) + extension;
    }

    private static IEnumerable<string> Called(string text, string extension) =>
        extension.ToLowerInvariant() switch
        {
            ".py" => PythonImport().Matches(text).Select(match => match.Groups[1].Value),
            ".pas" or ".pp" => PascalUses()
                .Matches(text)
                .SelectMany(match => match.Groups[1].Value.Split(','))
                .Select(name => name.Trim())
                .Where(name => PlainName().IsMatch(name)),
            _ => [],
        };

    private static HashSet<string> SolutionNames(string folder) =>
        Path.Combine(folder, "submissions") is var submissions && Directory.Exists(submissions)
            ? new(
                Directory
                    .EnumerateFiles(submissions, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetFileNameWithoutExtension(file)!),
                StringComparer.OrdinalIgnoreCase
            )
            : [];

    /// <summary>In whatever encoding: only names in ASCII are looked for. Empty: no source is so large.</summary>
    private static string TextOf(string path) =>
        new FileInfo(path).Length <= MostRead ? Encoding.Latin1.GetString(File.ReadAllBytes(path)) : "";

    [GeneratedRegex(@"\b(?:int|void|auto|signed)\s+main\s*\(")]
    private static partial Regex CMain();

    [GeneratedRegex(@"^[ \t]*unit\s+\w+\s*;", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex PascalUnit();

    [GeneratedRegex(@"\buses\s([^;]{1,1000});", RegexOptions.IgnoreCase)]
    private static partial Regex PascalUses();

    [GeneratedRegex(@"^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)", RegexOptions.Multiline)]
    private static partial Regex PythonImport();

    [GeneratedRegex(@"\A[A-Za-z_]\w*\z")]
    private static partial Regex PlainName();
}
