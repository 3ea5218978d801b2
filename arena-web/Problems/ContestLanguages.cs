using Judge.Contests;
using Judge.Problems;

namespace ArenaWeb.Problems;

internal static class ContestLanguages
{
    /// <summary>The languages that a contest allows and this site has; a contest that names none allows all.</summary>
    public static IReadOnlyList<Language> Of(Contest contest, Languages all) =>
        [.. all.All.Where(language => contest.Languages.Count == 0 || contest.Languages.Contains(language.Id))];

    /// <summary>Of these, those that the problem admits; a package that is gone or broken admits all.</summary>
    public static IReadOnlyList<Language> Of(Contest contest, Languages all, Problem? problem) =>
        [.. Of(contest, all).Where(language => problem is not { Languages.Count: > 0 } || problem.Languages.Contains(language.Id))];

    /// <summary>Name and version for a list of choices: "Pascal (FPC 3.2.2)", "Python 3.11".</summary>
    public static string Title(Language language) =>
        language.Version.StartsWith(language.Name, StringComparison.OrdinalIgnoreCase)
            ? language.Version
            : $"{language.Name} ({language.Version})";
}
