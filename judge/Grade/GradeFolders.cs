namespace Judge.Grade;

/// <summary>The two roots of a Themis contest.</summary>
/// <param name="Contestants">Holds a folder a contestant, with <c>PROBLEM.EXT</c> in it.</param>
/// <param name="Tasks">Holds a folder a problem, with a folder a test in it.</param>
internal sealed record GradeFolders(string Contestants, string Tasks)
{
    private static readonly string[] Inputs = [".inp", ".in"];

    /// <summary>
    /// The roots as told, else the two folders in <paramref name="folder"/> that look like them, whatever they are called (BAILAM and
    /// DETHI, Contestants and Tasks …). Null: they cannot be told apart.
    /// </summary>
    /// <param name="results">Full path of the folder that is written to; an earlier run's logs in it look like a contestant's
    /// works.</param>
    public static GradeFolders? Find(string folder, string? contestants, string? tasks, string results)
    {
        var inside = new DirectoryInfo(folder).GetDirectories().Where(one => one.Name[0] != '.' && one.FullName != results).ToList();
        tasks ??= Only(inside.Where(HasTests));
        contestants ??= Only(inside.Where(one => !HasTests(one) && HasWorks(one)));
        return contestants is null || tasks is null || !Directory.Exists(contestants) || !Directory.Exists(tasks)
            ? null
            : new GradeFolders(contestants, tasks);
    }

    private static string? Only(IEnumerable<DirectoryInfo> folders) => folders.ToList() is [var one] ? one.FullName : null;

    /// <summary>Somewhere three levels down there is an input: root, problem, test.</summary>
    private static bool HasTests(DirectoryInfo root) =>
        root.EnumerateDirectories()
            .Any(problem =>
                problem.EnumerateFiles("Settings.cfg", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Any()
                || problem
                    .EnumerateDirectories()
                    .Any(test => test.EnumerateFiles().Any(file => Inputs.Contains(file.Extension.ToLowerInvariant())))
            );

    private static bool HasWorks(DirectoryInfo root) =>
        root.EnumerateDirectories().Any(contestant => contestant.EnumerateFiles().Any()) || root.EnumerateFiles("*.zip").Any();
}
