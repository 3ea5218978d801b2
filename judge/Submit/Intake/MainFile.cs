using Judge.Problems;

namespace Judge.Submit.Intake;

/// <summary>Which of several files is the program.</summary>
internal static class MainFile
{
    /// <summary>
    /// The file called as the language's source, <c>main.*</c> or <c>__main__.*</c>, or the only one of the language; where all are linked
    /// together anyhow, the first. Null: none or several.
    /// </summary>
    /// <param name="own">Name that a single source of the language gets.</param>
    public static string? Of(IReadOnlyCollection<string> names, Language language, string own)
    {
        List<string> sources = [.. names.Where(name => IsOf(language, name)).Order(StringComparer.Ordinal)];
        return names.FirstOrDefault(name => name.Equals(own, StringComparison.OrdinalIgnoreCase))
            ?? sources.Find(name => Path.GetFileNameWithoutExtension(name).ToLowerInvariant() is "main" or "__main__")
            ?? (sources is [var first, ..] && (sources.Count == 1 || language.LinksAll) ? first : null);
    }

    /// <summary>Name that a single source of the language gets.</summary>
    public static string NameOf(Problem? problem, Language language) =>
        problem?.Mains.GetValueOrDefault(language.Id)?.Source ?? language.Source;

    /// <summary>Whether the entrant hands in the program; else the author has it, and it calls the entrant's functions.</summary>
    public static bool IsEntrants(Problem? problem, Language language) => problem?.Mains.GetValueOrDefault(language.Id)?.Main is null;

    /// <summary>Whether a file's ending is one of the language's.</summary>
    public static bool IsOf(Language language, string name) =>
        language.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
