using System.Globalization;
using Judge.Formats.Draft;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// The older formats of Kattis leave the time limit to the author's programs; DOMjudge writes it down, in one of three places.
/// </summary>
internal static class KattisTimeLimit
{
    private const string Ini = "domjudge-problem.ini";
    private const string Dotted = ".timelimit";

    /// <summary>
    /// What "legacy" comes to for programs that take no time: at least 1 s for the slowest, times a <c>time_multiplier</c> of 5.
    /// </summary>
    private const decimal Assumed = 5;

    /// <summary>Whether the package holds settings that only DOMjudge reads.</summary>
    public static bool IsOfDomjudge(KattisSource source) => source.Tree.Find(Ini) is not null;

    /// <summary>In seconds; where nobody says, a limit that is assumed, and said. Null: who imports gives it.</summary>
    /// <exception cref="ImportException">Two places disagree, or one holds no number.</exception>
    public static decimal? Of(KattisSource source, YamlMap? limits)
    {
        var (draft, tree) = (source.Draft, source.Tree);
        var stated = limits?.Number("time_limit", 0.001m, 3600);
        var dotted = tree.Find(Dotted) is { } file ? Seconds(file.Text(4096), Dotted) : null;
        if (stated is { } one && dotted is { } other && one != other)
        {
            throw new ImportException("import.kattis.twoLimits", Dotted, other, one);
        }

        var found = ReadIni(source).TryGetValue("timelimit", out var text) ? Seconds(text, Ini) : dotted ?? stated;
        if (found is null && draft.TimeLimit is null)
        {
            draft.Warning("import.kattis.noTimeLimit", Assumed);
            return Assumed;
        }

        return found;
    }

    /// <summary>
    /// DOMjudge's own settings, without those that mean nothing to judging; the name of the problem is taken where there is none.
    /// </summary>
    private static Dictionary<string, string> ReadIni(KattisSource source)
    {
        var settings = new Dictionary<string, string>();
        foreach (var line in source.Tree.Find(Ini)?.Text(1 << 16).Split('\n') ?? [])
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && line.TrimStart() is not [';' or '#', ..])
            {
                settings[line[..at].Trim().ToLowerInvariant()] = line[(at + 1)..].Trim().Trim('\'', '"');
            }
        }

        foreach (var key in settings.Keys.Where(key => key is "special_run" or "special_compare"))
        {
            source.Draft.Error("import.kattis.outsideProgram", Ini, key);
        }

        if (
            settings.Keys.Where(key => key is not ("timelimit" or "name" or "special_run" or "special_compare")).ToList() is
            { Count: > 0 } others
        )
        {
            source.Draft.LeftOut("import.kattis.unusedIni", Ini, ImportNames.Shown(string.Join(", ", others)));
        }

        return settings;
    }

    private static decimal? Seconds(string text, string file) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : throw new ImportException("import.kattis.badSeconds", file, ImportNames.Shown(text.Trim()));
}
