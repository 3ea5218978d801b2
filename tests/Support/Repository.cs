namespace Support;

/// <summary>Where the sources are.</summary>
public static class Repository
{
    /// <summary>Folder of Contest.sln, above the tests' own.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Contest.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Contest.sln above the tests."));
}
